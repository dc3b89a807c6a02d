using System.Text;
using Publisher.Model;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Turns characters of a source into inlines that keep the model's promise: no control characters in a text. What is taken out
/// becomes a correction at its place.
/// </summary>
internal static class TextCleaner
{
    /// <summary>Placeholders in the text of a template: private-use characters, which the templates room puts there.</summary>
    private const char FirstPlaceholder = '\uE000';

    private static readonly PlaceholderKind[] Placeholders = [PlaceholderKind.Page, PlaceholderKind.Pages, PlaceholderKind.Section];

    /// <summary>Adds the inlines of some characters.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="value">The characters.</param>
    /// <param name="span">Their place.</param>
    /// <param name="isTemplate">True if placeholders may stand in them.</param>
    public static void Add(List<Inline> target, string value, SourceSpan span, bool isTemplate)
    {
        var clean = value.AsSpan();
        var done = 0;
        for (var i = 0; i < clean.Length; i++)
        {
            if (!char.IsControl(clean[i]) && !IsInvisible(clean[i]) && !(isTemplate && IsPlaceholder(clean[i])))
            {
                continue;
            }

            AddText(target, value[done..i], Part(span, value.Length, done, i - done));
            target.Add(Replace(clean[i], Part(span, value.Length, i, 1)));
            done = i + 1;
        }

        AddText(target, done == 0 ? value : value[done..], Part(span, value.Length, done, value.Length - done));
    }

    /// <summary>The characters without what no text may hold; tabs and line ends stay.</summary>
    public static string Code(string value, SourceSpan span, Reading reading)
    {
        if (!value.AsSpan().ContainsAnyInRange('\0', '\b') && !value.Any(IsNoCode))
        {
            return value;
        }

        var clean = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (IsNoCode(c))
            {
                reading.Removed(c.ToString(), span, CorrectionRules.ControlCharacter);
            }
            else
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    private static bool IsNoCode(char c) => char.IsControl(c) && c is not ('\t' or '\n');

    private static bool IsPlaceholder(char c) => c - FirstPlaceholder is >= 0 and var index && index < Placeholders.Length;

    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';

    private static Inline Replace(char c, SourceSpan span) => c switch
    {
        '\t' => new Text(" ") { Span = span },
        _ when IsPlaceholder(c) => new Placeholder(Placeholders[c - FirstPlaceholder]),
        _ when IsInvisible(c) => new Correction(c.ToString(), "", CorrectionRules.InvisibleCharacter) { Span = span },
        _ => new Correction(c.ToString(), char.IsWhiteSpace(c) ? " " : "", CorrectionRules.ControlCharacter) { Span = span },
    };

    private static void AddText(List<Inline> target, string value, SourceSpan span)
    {
        if (value.Length > 0)
        {
            target.Add(new Text(value) { Span = span });
        }
    }

    /// <summary>The place of some of the characters; that of all of them if source and text differ in length, as for an entity.</summary>
    private static SourceSpan Part(SourceSpan span, int length, int offset, int count) =>
        !span.IsKnown || span.Length != length
            ? span
            : new SourceSpan(span.Offset + offset, count, span.Line, span.Column + offset);
}
