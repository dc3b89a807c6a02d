using System.Collections.Immutable;

using Publisher.Templates;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>The properties of an element after the cascade (CSS Cascade 4; SVG 2, 6). What it does not say it has from the one round it.</summary>
internal sealed record SvgStyle
{
    private static readonly string[] Effects = ["mask", "filter", "marker", "marker-start", "marker-mid", "marker-end", "mix-blend-mode"];

    public static SvgStyle Initial { get; } = new();

    /// <summary>As written: a colour, <c>none</c> or a reference.</summary>
    public string Fill { get; private init; } = "black";

    public string Stroke { get; private init; } = "none";

    public float FillOpacity { get; private init; } = 1;

    public float StrokeOpacity { get; private init; } = 1;

    public string StrokeWidth { get; private init; } = "1";

    public string StrokeDashes { get; private init; } = "none";

    public string StrokeDashOffset { get; private init; } = "0";

    public string StrokeCap { get; private init; } = "butt";

    public string StrokeJoin { get; private init; } = "miter";

    public float MiterLimit { get; private init; } = 4;

    public bool IsEvenOdd { get; private init; }

    public bool IsClipEvenOdd { get; private init; }

    public bool IsVisible { get; private init; } = true;

    public Colour Colour { get; private init; } = Colour.Black;

    public ImmutableArray<string> Families { get; private init; } = [];

    public float FontSize { get; private init; } = 16;

    public int FontWeight { get; private init; } = 400;

    public bool IsItalic { get; private init; }

    /// <summary>0 start, 0.5 middle, 1 end.</summary>
    public float Anchor { get; private init; }

    /// <summary>Not inherited.</summary>
    public float Opacity { get; private init; } = 1;

    /// <summary>Not inherited.</summary>
    public bool IsShown { get; private init; } = true;

    /// <summary>Not inherited: a reference or <c>none</c>.</summary>
    public string ClipPath { get; private init; } = "none";

    /// <summary>Not inherited.</summary>
    public string StopColour { get; private init; } = "black";

    /// <summary>Not inherited.</summary>
    public float StopOpacity { get; private init; } = 1;

    /// <summary>Not inherited: what the element asks for and is not done; null for nothing.</summary>
    public string? Effect { get; private init; }

    /// <summary>What elements inside start with.</summary>
    public SvgStyle Inherited() => this with { Opacity = 1, IsShown = true, ClipPath = "none", StopColour = "black", StopOpacity = 1, Effect = null };

    /// <summary>This style with a declaration.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">Its value; what is not understood changes nothing.</param>
    /// <param name="parent">The style of the element round it.</param>
    public SvgStyle With(string name, string value, SvgStyle parent)
    {
        value = value.Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim();
        if (value == "inherit")
            return Inherit(name, parent);

        switch (name)
        {
            case "fill":
                return this with { Fill = value };
            case "stroke":
                return this with { Stroke = value };
            case "fill-opacity":
                return this with { FillOpacity = Share(value, FillOpacity) };
            case "stroke-opacity":
                return this with { StrokeOpacity = Share(value, StrokeOpacity) };
            case "stroke-width":
                return this with { StrokeWidth = value };
            case "stroke-dasharray":
                return this with { StrokeDashes = value };
            case "stroke-dashoffset":
                return this with { StrokeDashOffset = value };
            case "stroke-linecap":
                return this with { StrokeCap = value };
            case "stroke-linejoin":
                return this with { StrokeJoin = value };
            case "stroke-miterlimit":
                return SvgLength.Parse(value) is >= 1 and var limit ? this with { MiterLimit = limit } : this;
            case "fill-rule":
                return this with { IsEvenOdd = value == "evenodd" };
            case "clip-rule":
                return this with { IsClipEvenOdd = value == "evenodd" };
            case "visibility":
                return this with { IsVisible = value == "visible" };
            case "color":
                return SvgColour.TryParse(value, out var colour, out _) ? this with { Colour = colour } : this;
            case "opacity":
                return this with { Opacity = Share(value, 1) };
            case "display":
                return this with { IsShown = value != "none" };
            case "clip-path":
                return this with { ClipPath = value };
            case "stop-color":
                return this with { StopColour = value };
            case "stop-opacity":
                return this with { StopOpacity = Share(value, 1) };
            default:
                return Effects.Contains(name) ? this with { Effect = value is "none" or "normal" ? Effect : name } : WithFont(name, value, parent);
        }
    }

    private SvgStyle WithFont(string name, string value, SvgStyle parent)
    {
        switch (name)
        {
            case "font-family":
                return this with { Families = [.. value.Split(',').Select(f => f.Trim(' ', '\'', '"')).Where(f => f.Length > 0)] };
            case "font-size":
                return SvgLength.Parse(value, parent.FontSize, parent.FontSize) is > 0 and var size ? this with { FontSize = size } : this;
            case "font-weight":
                return this with { FontWeight = WeightOf(value) };
            case "font-style":
                return this with { IsItalic = value != "normal" };
            case "text-anchor":
                return this with { Anchor = value switch { "middle" => 0.5f, "end" => 1, _ => 0 } };
            default:
                return this;
        }
    }

    // Of the properties that are not inherited by themselves, those that pictures are seen to inherit by word.
    private SvgStyle Inherit(string name, SvgStyle parent) => name switch
    {
        "opacity" => this with { Opacity = parent.Opacity },
        "fill" => this with { Fill = parent.Fill },
        "stroke" => this with { Stroke = parent.Stroke },
        _ => this,
    };

    private static int WeightOf(string value) => value switch
    {
        "bold" or "bolder" => 700,
        "lighter" => 300,
        _ => SvgLength.Parse(value) is >= 1 and <= 1000 and var weight ? (int)weight : 400,
    };

    private static float Share(string value, float otherwise) => SvgLength.Parse(value, 1) is { } share ? Math.Clamp(share, 0, 1) : otherwise;
}
