#!/usr/bin/env bash
# Makes docs/pictures/editions.png: the seed statement's editions side by side, as their readers see them.
# Needs pdftoppm, LibreOffice, Chromium and ImageMagick.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet run --project src/Publisher.Cli -- export seeds --output "$work" "$@"

pdf=$(ls "$work"/*.pdf)
docx=$(ls "$work"/*.docx)
html=$(ls "$work"/*.html)

pdftoppm -png -r 80 -f 1 -l 1 -singlefile "$pdf" "$work/pdf"
soffice --headless --convert-to pdf --outdir "$work/word" "$docx" >/dev/null 2>&1
pdftoppm -png -r 80 -f 1 -l 1 -singlefile "$work"/word/*.pdf "$work/docx"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --disable-background-networking \
    --window-size=661,936 --screenshot="$work/html.png" "file://$html" >/dev/null 2>&1

for name in pdf docx html; do
    convert "$work/$name.png" -resize 661x936! -bordercolor '#c8c8c8' -border 1 "$work/$name-framed.png"
done
convert "$work"/pdf-framed.png "$work"/docx-framed.png "$work"/html-framed.png -background '#e9e9e9' \
    -bordercolor '#e9e9e9' -border 14 +append -strip -colors 128 -define png:compression-level=9 docs/pictures/editions.png
