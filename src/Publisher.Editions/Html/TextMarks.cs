using System.Globalization;
using System.Text;

namespace Publisher.Editions.Html;

/// <summary>
/// Marks up what the metadata knows about inside running text: abbreviations (<c>abbr</c>) and the statement's date in full
/// (<c>time</c>). Adds tags only, never characters.
/// </summary>
internal sealed class TextMarks
{
    private const int NoMore = int.MaxValue;

    private readonly HtmlPage _page;
    private readonly Term[] _terms;

    public TextMarks(HtmlPage page)
    {
        _page = page;
        var metadata = page.Document.Metadata;
        var terms = metadata.Abbreviations
            .Where(abbreviation => abbreviation.Short.Length > 0 && abbreviation.Long.Length > 0)
            .Select(abbreviation => new Term(abbreviation.Short, abbreviation.Long, null));
        _terms = metadata.Date is { } date
            ? [.. terms, new Term(page.Locale.Format(date), null, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]
            : [.. terms];
    }

    /// <summary>Writes a text with its marks.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="text">The text.</param>
    /// <param name="language">The language whose rules divide its words; null if they are not to be divided.</param>
    public HtmlWriter Write(HtmlWriter html, ReadOnlySpan<char> text, string? language)
    {
        if (_terms.Length == 0)
        {
            return Plain(html, text, language);
        }

        // Where each term occurs next; looked up again only when passed, so that costs stay linear in the text.
        var next = new int[_terms.Length];
        Array.Fill(next, -1);
        var done = 0;
        while (First(text, next, done) is { } term)
        {
            var (at, end) = (next[term], next[term] + _terms[term].Word.Length);
            Plain(html, text[done..at], language);
            Write(html, _terms[term]);
            done = end;
        }

        return Plain(html, text[done..], language);
    }

    private HtmlWriter Plain(HtmlWriter html, ReadOnlySpan<char> text, string? language) => language is not null && _page.SoftHyphens is { } divider
        ? divider.Write(html, _page.Request.Template.Hyphenation, language, text)
        : html.Text(text);

    private static void Write(HtmlWriter html, Term term)
    {
        if (term.Date is not null)
        {
            html.Markup("<time"u8).Attribute("datetime"u8, term.Date).Markup(">"u8).Text(term.Word).Markup("</time>"u8);
        }
        else
        {
            html.Markup("<abbr"u8).Attribute("title"u8, term.Meaning).Markup(">"u8).Text(term.Word).Markup("</abbr>"u8);
        }
    }

    /// <summary>The term that comes first behind a place; of two that begin together the longer.</summary>
    private int? First(ReadOnlySpan<char> text, int[] next, int from)
    {
        int? first = null;
        for (var i = 0; i < _terms.Length; i++)
        {
            if (next[i] < from)
            {
                next[i] = IndexOfWord(text, _terms[i].Word, from);
            }

            if (next[i] != NoMore
                && (first is not { } f || next[i] < next[f] || (next[i] == next[f] && _terms[i].Word.Length > _terms[f].Word.Length)))
            {
                first = i;
            }
        }

        return first;
    }

    private static int IndexOfWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word, int from)
    {
        while (text[from..].IndexOf(word, StringComparison.Ordinal) is >= 0 and var offset)
        {
            var at = from + offset;
            var end = at + word.Length;
            if ((at == 0 || !IsWordPart(text[at - 1])) && (end == text.Length || !IsWordPart(text[end])))
            {
                return at;
            }

            from = at + 1;
        }

        return NoMore;
    }

    private static bool IsWordPart(char c) => char.IsSurrogate(c) || Rune.IsLetterOrDigit(new Rune(c));

    private sealed record Term(string Word, string? Meaning, string? Date);
}
