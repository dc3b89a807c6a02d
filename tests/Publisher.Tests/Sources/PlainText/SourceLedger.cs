using System.Text;
using Publisher.Model;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;
using Publisher.Model.Words;

namespace Publisher.Tests.Sources.PlainText;

/// <summary>Checks that a document accounts for every character of its source.</summary>
internal static class SourceLedger
{
    /// <summary>
    /// Every character that is no blank is either part of a recorded change, whose original stands at its place, or part of exactly
    /// one text of the document, which reads as the source does there, less the changes inside it.
    /// </summary>
    public static void AssertComplete(string source, Document document)
    {
        var owner = new string?[source.Length];
        foreach (var change in document.Changes)
        {
            Assert.True(Squeeze(source.Substring(change.Span.Offset, change.Span.Length)) == Squeeze(change.Original), $"{change} is not what stands there.");
            Claim(owner, source, change.Span, change.Rule);
        }

        foreach (var text in InlineWalk.Of(document).OfType<Text>())
        {
            Assert.Equal(Expected(source, text.Span, document.Changes), Squeeze(text.Value));
            Claim(owner, source, text.Span, "text", document.Changes);
        }

        for (var i = 0; i < source.Length; i++)
        {
            Assert.True(char.IsWhiteSpace(source[i]) || owner[i] is not null, $"'{source[i]}' at {i} is lost: {Around(source, i)}");
        }
    }

    private static string Expected(string source, SourceSpan span, ValueList<Change> changes)
    {
        var text = new StringBuilder();
        var at = span.Offset;
        foreach (var change in changes.Where(change => change.Span.Offset >= span.Offset && change.Span.End <= span.End).OrderBy(change => change.Span.Offset))
        {
            text.Append(source, at, change.Span.Offset - at).Append(change.Replacement);
            at = change.Span.End;
        }

        return Squeeze(text.Append(source, at, span.End - at).ToString());
    }

    private static void Claim(string?[] owner, string source, SourceSpan span, string by, ValueList<Change> except = default)
    {
        for (var i = span.Offset; i < span.End; i++)
        {
            if (char.IsWhiteSpace(source[i]) || except.Any(change => change.Span.Offset <= i && i < change.Span.End))
            {
                continue;
            }

            Assert.True(owner[i] is null, $"'{source[i]}' at {i} is both {owner[i]} and {by}: {Around(source, i)}");
            owner[i] = by;
        }
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Around(string source, int i) => source[Math.Max(0, i - 20)..Math.Min(source.Length, i + 20)];
}
