#!/usr/bin/env bash
# Makes the README's pictures of the seed statement as its readers see it: editions.png (the standard brand) and brands.png (the example
# brands, a row each). Needs pdftoppm, LibreOffice, Chromium and ImageMagick. PUBLISHER is the program, if it is built already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# LibreOffice shows a brand's fonts only if it finds them, as Word does on the machines of the house.
cat >"$work/fonts.conf" <<EOF
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>$PWD/templates</dir><cachedir>$work/cache</cachedir></fontconfig>
EOF

# A row of three pages: row BRAND WIDTH
row() {
    local brand=$1 width=$2 out=$work/$1
    ${PUBLISHER:-dotnet run --project src/Publisher.Cli --} export seeds --brand "$brand" --output "$out"
    pdftoppm -png -r 80 -f 1 -l 1 -singlefile "$out"/*.pdf "$out/pdf"
    FONTCONFIG_FILE=$work/fonts.conf soffice --headless --convert-to pdf --outdir "$out/word" "$out"/*.docx >/dev/null 2>&1
    pdftoppm -png -r 80 -f 1 -l 1 -singlefile "$out"/word/*.pdf "$out/docx"
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --disable-background-networking \
        --window-size=661,936 --screenshot="$out/html.png" "file://$(ls "$out"/*.html)" >/dev/null 2>&1
    for name in pdf docx html; do
        convert "$out/$name.png" -resize 661x936! -resize "$width" -bordercolor '#c8c8c8' -border 1 "$out/$name-framed.png"
    done
    convert "$out"/pdf-framed.png "$out"/docx-framed.png "$out"/html-framed.png -background '#e9e9e9' -bordercolor '#e9e9e9' -border 14 \
        +append "$work/$brand.png"
}

small=(-strip -colors 128 -define png:compression-level=9)
row standard 661
convert "$work/standard.png" "${small[@]}" docs/pictures/editions.png
for brand in society plain campaign; do
    row "$brand" 400
done
convert "$work"/society.png "$work"/plain.png "$work"/campaign.png -append "${small[@]}" docs/pictures/brands.png
