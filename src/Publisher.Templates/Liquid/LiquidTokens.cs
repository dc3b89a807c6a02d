using Publisher.Model;

namespace Publisher.Templates.Liquid;

/// <summary>Cuts a text into characters, output and tags.</summary>
internal static class LiquidTokens
{
    /// <summary>The tokens in order.</summary>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="report">Told of what is not closed; it ends with its line then.</param>
    public static List<LiquidToken> Of(string file, string text, Action<PublisherException> report)
    {
        var tokens = new List<LiquidToken>();
        var at = 0;
        var line = 1;
        while (at < text.Length)
        {
            var open = NextOpening(text, at);
            if (open < 0)
            {
                tokens.Add(new LiquidToken(LiquidTokenKind.Text, text[at..], line));
                break;
            }

            if (open > at)
            {
                tokens.Add(new LiquidToken(LiquidTokenKind.Text, text[at..open], line));
                line += text.AsSpan(at, open - at).Count('\n');
            }

            var isTag = text[open + 1] == '%';
            var end = text.IndexOf(isTag ? "%}" : "}}", open + 2, StringComparison.Ordinal);
            if (end < 0 || HoldsBrace(text.AsSpan(open + 2, end - open - 2)))
            {
                report(new PublisherException(file, line, NotClosed(text, open), $"Write \"{(isTag ? "%}" : "}}")}\" at its end."));
                at = EndOfLine(text, open);
                if (isTag)
                {
                    // What a tag begins or ends can be told all the same.
                    tokens.Add(new LiquidToken(LiquidTokenKind.Tag, text[(open + 2)..at].TrimEnd(' ', '%', '}'), line));
                }

                continue;
            }

            var content = text[(open + 2)..end];
            tokens.Add(new LiquidToken(isTag ? LiquidTokenKind.Tag : LiquidTokenKind.Output, content, line));
            line += content.AsSpan().Count('\n');
            at = end + 2;
            if (isTag && content.Trim(' ', '-', '\n') == "raw")
            {
                at = TakeRaw(file, text, at, tokens, ref line, report);
            }
        }

        return TrimMarkedSpace(WithoutTagLines(tokens));
    }

    private static int NextOpening(string text, int from)
    {
        for (var at = text.IndexOf('{', from); at >= 0 && at + 1 < text.Length; at = text.IndexOf('{', at + 1))
        {
            if (text[at + 1] is '{' or '%')
            {
                return at;
            }
        }

        return -1;
    }

    private static int EndOfLine(string text, int from) => text.IndexOf('\n', from) is >= 0 and var end ? end : text.Length;

    private static string NotClosed(string text, int open) => $"\"{text[open..EndOfLine(text, open)].TrimEnd()}\" is not closed.";

    /// <summary>True if a brace stands there outside quotation marks: the field was not closed, and another one's end was found.</summary>
    private static bool HoldsBrace(ReadOnlySpan<char> content)
    {
        var quote = '\0';
        foreach (var c in content)
        {
            if (quote == '\0' && c is '{' or '}')
            {
                return true;
            }

            quote = quote == '\0' ? c is '"' or '\'' ? c : quote : c == quote || c == '\n' ? '\0' : quote;
        }

        return false;
    }

    private static int TakeRaw(string file, string text, int at, List<LiquidToken> tokens, ref int line, Action<PublisherException> report)
    {
        foreach (var end in (string[])["{% endraw %}", "{%endraw%}", "{%- endraw -%}"])
        {
            var found = text.IndexOf(end, at, StringComparison.Ordinal);
            if (found >= 0)
            {
                tokens.RemoveAt(tokens.Count - 1);
                tokens.Add(new LiquidToken(LiquidTokenKind.Text, text[at..found], line));
                line += text.AsSpan(at, found - at).Count('\n');
                return found + end.Length;
            }
        }

        report(new PublisherException(file, line, "\"{% raw %}\" is not closed.", "Write \"{% endraw %}\" at its end."));
        return text.Length;
    }

    /// <summary>A hyphen inside the braces takes the white space beside them away.</summary>
    private static List<LiquidToken> TrimMarkedSpace(List<LiquidToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == LiquidTokenKind.Text)
            {
                continue;
            }

            if (token.Content.StartsWith('-') && i > 0 && tokens[i - 1].Kind == LiquidTokenKind.Text)
            {
                tokens[i - 1] = tokens[i - 1] with { Content = tokens[i - 1].Content.TrimEnd() };
            }

            if (token.Content.EndsWith('-') && i + 1 < tokens.Count && tokens[i + 1].Kind == LiquidTokenKind.Text)
            {
                tokens[i + 1] = tokens[i + 1] with { Content = tokens[i + 1].Content.TrimStart() };
            }

            tokens[i] = token with { Content = token.Content.TrimStart('-').TrimEnd('-').Trim() };
        }

        return tokens;
    }

    /// <summary>A line that holds nothing but tags leaves no line behind.</summary>
    private static List<LiquidToken> WithoutTagLines(List<LiquidToken> tokens)
    {
        for (var first = 0; first < tokens.Count; first++)
        {
            if (tokens[first].Kind != LiquidTokenKind.Tag || !EndsAtLineStart(tokens, first))
            {
                continue;
            }

            var last = first;
            while (last + 1 < tokens.Count && IsTagOrBlank(tokens[last + 1]))
            {
                last++;
            }

            if (last + 1 < tokens.Count && tokens[last + 1] is { Kind: LiquidTokenKind.Text } after && FirstLineIsBlank(after.Content, out var rest))
            {
                tokens[last + 1] = after with { Content = rest };
                TrimIndent(tokens, first);
            }
        }

        return tokens;
    }

    private static bool EndsAtLineStart(List<LiquidToken> tokens, int index) => index == 0
        || (tokens[index - 1].Kind == LiquidTokenKind.Text && LastLineIsBlank(tokens[index - 1].Content, isFirst: index == 1));

    private static bool LastLineIsBlank(string text, bool isFirst)
    {
        var lineStart = text.LastIndexOf('\n') + 1;
        return (lineStart > 0 || isFirst || text.Length == 0) && string.IsNullOrWhiteSpace(text[lineStart..]);
    }

    private static bool FirstLineIsBlank(string text, out string rest)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        rest = end < 0 ? text : text[(end + 1)..];
        return end >= 0 && string.IsNullOrWhiteSpace(text[..end]);
    }

    private static bool IsTagOrBlank(LiquidToken token) =>
        token.Kind == LiquidTokenKind.Tag || (token.Kind == LiquidTokenKind.Text && token.Content.AsSpan().Trim(' ').IsEmpty);

    private static void TrimIndent(List<LiquidToken> tokens, int index)
    {
        if (index > 0)
        {
            tokens[index - 1] = tokens[index - 1] with { Content = tokens[index - 1].Content.TrimEnd(' ', '\t') };
        }
    }
}

/// <summary>A part of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Content">Its characters, without braces.</param>
/// <param name="Line">One-based line it begins in.</param>
internal readonly record struct LiquidToken(LiquidTokenKind Kind, string Content, int Line);

/// <summary>What a <see cref="LiquidToken"/> is.</summary>
internal enum LiquidTokenKind
{
    /// <summary>Characters.</summary>
    Text,

    /// <summary><c>{{ }}</c>.</summary>
    Output,

    /// <summary><c>{% %}</c>.</summary>
    Tag,
}
