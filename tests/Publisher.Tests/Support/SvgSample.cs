using System.Text;
using Publisher.Model;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Support;

/// <summary>A chart with what drawing programs write: shapes, paths, text, gradients, clipping, opacity, symbols, style rules.</summary>
internal static class SvgSample
{
    public const string Chart =
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="480" height="300" viewBox="0 0 480 300" font-family="Helvetica, sans-serif">
        <style>.bar{fill:#1f6b4f} .axis{stroke:#333;stroke-width:1.5;fill:none} text.lab{font-size:12px;text-anchor:middle;fill:#222} rect.bar.hot{fill:tomato}</style>
        <defs>
        <linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f60"/><stop offset=".5" stop-color="gold" stop-opacity=".6"/><stop offset="1" stop-color="#06f" stop-opacity="0.1"/></linearGradient>
        <radialGradient id="r" cx=".5" cy=".5" r=".5" fx=".3" fy=".3"><stop offset="0" stop-color="white"/><stop offset="1" stop-color="hsl(200 80% 40%)"/></radialGradient>
        <clipPath id="c"><circle cx="380" cy="220" r="45"/></clipPath>
        <symbol id="s" viewBox="0 0 10 10"><path d="M0 5L5 0l5 5-5 5z" fill="currentColor"/></symbol>
        </defs>
        <path class="axis" d="M40 20V260H300"/>
        <rect class="bar" x="60" y="140" width="40" height="120"/>
        <rect class="bar hot" x="120" y="80" width="40" height="180" rx="6"/>
        <rect x="180" y="40" width="40" height="220" fill="url(#g)"/>
        <text class="lab" x="80" y="278">2022</text><text class="lab" x="140" y="278">2023</text><text class="lab" x="200" y="278"><tspan font-weight="bold">2024</tspan> (vorl.)</text>
        <text x="20" y="140" transform="rotate(-90 20 140)" font-size="13" text-anchor="middle">Anträge auf Schutz</text>
        <circle cx="380" cy="80" r="50" fill="url(#r)" stroke="#222" stroke-width="3" stroke-dasharray="10 5"/>
        <g clip-path="url(#c)"><rect x="330" y="170" width="100" height="50" fill="purple"/><rect x="330" y="220" width="100" height="50" fill="orange"/></g>
        <g opacity=".5"><circle cx="270" cy="60" r="25" fill="red"/><circle cx="290" cy="80" r="25" fill="blue"/></g>
        <use xlink:href="#s" x="240" y="160" width="40" height="40" color="teal"/>
        <use href="#s" x="440" y="10" width="30" height="30" style="color:crimson"/>
        <path d="M250 230a20 12 30 1 1 30 10 20 12 30 0 1-30-10z" fill="none" stroke="navy" stroke-width="2" stroke-linejoin="round"/>
        <g transform="scale(3 1)"><path d="M80 280q5-20 10 0t10 0" fill="none" stroke="black" stroke-width="2"/></g>
        <path d="M440 200h30v30h-30zM447 207h16v16h-16z" fill-rule="evenodd" fill="#444"/>
        </svg>
        """;

    /// <summary>A statement that shows it.</summary>
    public static Document Statement { get; } = With(Chart);

    /// <summary>A statement that shows a picture.</summary>
    public static Document With(string svg) => Doc(P("Die Zahlen der letzten Jahre:"), Fig("bild.svg", "Das Bild", "Anträge nach Jahren"), P("Danach."))
        .In("de").Titled("Zahlen", "Ein Bild aus Linien") with
    {
        Resources = [new Resource("bild.svg", "image/svg+xml", ValueList.Create(Encoding.UTF8.GetBytes(svg)))],
    };
}
