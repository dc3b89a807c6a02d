using System.Text.RegularExpressions;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources.FrontMatter;

namespace Publisher.Sources.Markdown;

/// <summary>
/// The marks in braces that this dialect adds: <c>{.dateline}</c> at the end of a paragraph, <c>{#id}</c> behind a heading,
/// <c>[mot]{lang=fr}</c>, <c>![](ornament.svg){.decorative}</c>. Braces that hold anything else are text.
/// </summary>
internal static partial class Marks
{
    /// <summary>The paragraph below the title that is the subtitle; no role of the model, since it is no block there.</summary>
    public const string Subtitle = "subtitle";

    private static readonly (string Name, string[] Aliases, ParagraphRole Role)[] Roles =
    [
        ("lead", ["vorspann"], ParagraphRole.Lead),
        ("dateline", ["ort-datum"], ParagraphRole.Dateline),
        ("addressee", ["anschrift"], ParagraphRole.Addressee),
        ("salutation", ["anrede"], ParagraphRole.Salutation),
        ("valediction", ["gruss", "gruß"], ParagraphRole.Valediction),
        ("signature", ["unterschrift"], ParagraphRole.Signature),
        ("contact", ["kontakt"], ParagraphRole.Contact),
    ];

    private static readonly string[] PageBreaks = ["\\newpage", "\\pagebreak", "<!-- pagebreak -->", "<!-- newpage -->", "<!-- seitenumbruch -->"];

    /// <summary>True for a line that begins a new page.</summary>
    public static bool IsPageBreak(string line) => PageBreaks.Contains(line.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The role of a mark; null if it is none.</summary>
    public static ParagraphRole? RoleOf(string name)
    {
        foreach (var (english, aliases, role) in Roles)
        {
            if (english == name || aliases.Contains(name, StringComparer.Ordinal))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>
    /// Takes the mark of a paragraph from its end or from a first line of its own; returns its name, null if there is none. A mark
    /// that looks like one but is not known stays text and is reported.
    /// </summary>
    public static string? TakeRole(List<Inline> line, Reading reading)
    {
        if (line is [Text first, _, ..] && Line.IsSoftBreak(line[1]) && Find(RoleMark, first.Value) is { Index: 0 } leading)
        {
            return Take(line, 0, leading, reading, alsoNext: true);
        }

        return line is [.., Text last] && Find(RoleMark, last.Value) is { } trailing
            ? Take(line, line.Count - 1, trailing, reading, alsoNext: false)
            : null;
    }

    /// <summary>Takes <c>{#id}</c> from the end of a heading; null if there is none. Other pandoc marks there are taken out.</summary>
    public static string? TakeId(List<Inline> line, Reading reading)
    {
        if (line is not [.., Text last] || Find(HeadingMark, last.Value) is not { } match)
        {
            return null;
        }

        Remove(line, line.Count - 1, match, reading);
        return match.Groups["id"].Success ? match.Groups["id"].Value : null;
    }

    /// <summary>The id in the mark of a heading whose text is given; null if there is none.</summary>
    public static string? IdOf(string heading) =>
        Find(HeadingMark, heading) is { } match && match.Groups["id"].Success ? match.Groups["id"].Value : null;

    /// <summary>The text of a heading without its mark.</summary>
    public static string WithoutMark(string heading) => Find(HeadingMark, heading) is { } match ? heading.Remove(match.Index, match.Length) : heading;

    /// <summary>True for the attributes of an image and nothing else.</summary>
    public static bool IsImageMark(string text) => Find(ImageMark, text) is { } match && match.Length == text.TrimEnd().Length;

    /// <summary>Applies the marks behind images and bracketed words of a line whose texts are joined.</summary>
    public static List<Inline> ApplySpans(List<Inline> line, Reading reading)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i] is not Text text)
            {
                continue;
            }

            if (i > 0 && line[i - 1] is Image image && Find(ImageMark, text.Value) is { } match)
            {
                line[i - 1] = Decorate(image, match.Value);
                Remove(line, i, match, reading);
                i = i < line.Count && line[i] is Text ? i - 1 : i - 2;
            }
            else if (Find(LanguageMark, text.Value) is { } language)
            {
                i = ApplyLanguage(line, i, language, reading);
            }
        }

        return line;
    }

    /// <summary>The first mark of a kind in a text; null if there is none.</summary>
    /// <remarks>PERF: a matcher that never tracks back takes a millisecond to build when first asked for, and few statements have a brace.</remarks>
    private static Match? Find(Func<Regex> mark, string text) => text.Contains('{') && mark().Match(text) is { Success: true } match ? match : null;

    private static Image Decorate(Image image, string mark) =>
        image.AlternativeText is null && mark.Contains(".decorative", StringComparison.Ordinal) ? image with { AlternativeText = "" } : image;

    /// <summary>Encloses what stands between the bracket that belongs to the mark and the mark; returns where to go on.</summary>
    private static int ApplyLanguage(List<Inline> line, int end, Match mark, Reading reading)
    {
        var text = (Text)line[end];
        if (LanguageTag.Of(mark.Groups["lang"].Value) is not { } language || FindBracket(line, end, mark.Index) is not var (start, at))
        {
            return SkipMark(line, end, mark);
        }

        var opening = (Text)line[start];
        var inner = new List<Inline>();
        if (start == end)
        {
            AddCut(inner, opening, at + 1, mark.Index);
        }
        else
        {
            AddCut(inner, opening, at + 1, opening.Value.Length);
            inner.AddRange(line[(start + 1)..end]);
            AddCut(inner, text, 0, mark.Index);
        }

        var outer = new List<Inline>();
        AddCut(outer, opening, 0, at);
        if (inner.Count > 0)
        {
            var span = Line.Cut(opening, at, opening.Value.Length).Span.To(Line.Cut(text, 0, mark.Index + mark.Length).Span);
            outer.Add(new LanguageSpan(language, Line.Finish(inner)) { Span = span });
        }

        var resume = start + outer.Count - 1;
        AddCut(outer, text, mark.Index + mark.Length, text.Value.Length);
        line.RemoveRange(start, end - start + 1);
        line.InsertRange(start, outer);
        return resume;
    }

    /// <summary>Parts the text behind a mark that applies to nothing, so that the search goes on there.</summary>
    private static int SkipMark(List<Inline> line, int index, Match mark)
    {
        var text = (Text)line[index];
        var end = mark.Index + mark.Length;
        if (end < text.Value.Length)
        {
            line[index] = Line.Cut(text, 0, end);
            line.Insert(index + 1, Line.Cut(text, end, text.Value.Length));
        }

        return index;
    }

    /// <summary>The opening bracket that belongs to a closing one, looking back over at most a long paragraph.</summary>
    private static (int Index, int At)? FindBracket(List<Inline> line, int index, int before)
    {
        const int Farthest = 256;
        var depth = 0;
        for (var i = index; i >= 0 && index - i < Farthest; i--)
        {
            if (line[i] is not Text text)
            {
                continue;
            }

            var last = i == index ? before - 1 : text.Value.Length - 1;
            for (var at = last; at >= 0 && last - at < Farthest * 16; at--)
            {
                depth += text.Value[at] switch { ']' => 1, '[' => -1, _ => 0 };
                if (depth < 0)
                {
                    return (i, at);
                }
            }
        }

        return null;
    }

    private static string? Take(List<Inline> line, int index, Match match, Reading reading, bool alsoNext)
    {
        var name = match.Groups["name"].Value.ToLowerInvariant();
        if (RoleOf(name) is null && name != Subtitle)
        {
            var nearest = NearestName.To(name, Roles.Select(role => role.Name).Append(Subtitle));
            reading.Report(
                DiagnosticCode.MarkupNotSupported,
                DiagnosticSeverity.Warning,
                line[index].Span,
                $"There is no mark \"{match.Value.Trim()}\"; it was kept as text.",
                nearest is null ? "Delete it; docs/markdown.md lists the marks there are." : $"Write {{.{nearest}}} if that is meant.");
            return null;
        }

        if (alsoNext)
        {
            line.RemoveAt(index + 1);
        }

        Remove(line, index, match, reading);
        return name;
    }

    private static void Remove(List<Inline> line, int index, Match match, Reading reading)
    {
        var text = (Text)line[index];
        reading.Removed(match.Value.Trim(), Line.Cut(text, match.Index, match.Index + match.Length).Span, CorrectionRules.Markup);
        line.RemoveAt(index);
        var rest = new List<Inline>();
        AddCut(rest, text, 0, match.Index);
        AddCut(rest, text, match.Index + match.Length, text.Value.Length);
        line.InsertRange(index, rest);
    }

    private static void AddCut(List<Inline> target, Text text, int start, int end)
    {
        if (end > start)
        {
            target.Add(Line.Cut(text, start, end));
        }
    }

    [GeneratedRegex(@"\s*\{\s*\.(?<name>[\p{L}-]{1,40})\s*\}\s*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RoleMark();

    [GeneratedRegex(@"\s*\{\s*(#(?<id>[\p{L}\p{N}_.-]{1,100})|[.][\p{L}-]{1,40}|-)\s*\}\s*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"\A\{\s*([.#][\w-]{1,40}|[\w-]{1,20}=(""[^""]{0,100}""|[^\s}""]{1,40}))(\s+([.#][\w-]{1,40}|[\w-]{1,20}=(""[^""]{0,100}""|[^\s}""]{1,40}))){0,8}\s*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ImageMark();

    [GeneratedRegex(@"\]\{\s*(lang\s*=\s*""?|:)(?<lang>[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})""?\s*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageMark();
}
