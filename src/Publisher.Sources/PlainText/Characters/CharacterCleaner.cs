using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Publisher.Model.Corrections;
using Publisher.Sources.Decoding;
using Publisher.Sources.PlainText.Decoding;

namespace Publisher.Sources.PlainText.Characters;

/// <summary>
/// Puts characters right, each edit recorded: control and invisible characters go, presentation forms become letters, letters and
/// their diacritics become one character, text decoded twice is read once.
/// </summary>
internal sealed class CharacterCleaner
{
    // Everything an edit can begin with. Ligatures are FB00-FB06; F0xx is private use and stays: it may be a list mark.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(SuspectCharacters());

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    private readonly SourceText _source;
    private readonly string _text;
    private readonly List<CharacterEdit> _edits = [];
    private int _copied;
    private int _cleanLength;

    private CharacterCleaner(SourceText source, int start)
    {
        _source = source;
        _text = source.Text;
        Start = start;
    }

    private int Start { get; }

    /// <summary>The text with its characters put right.</summary>
    /// <param name="source">The decoded file.</param>
    /// <param name="start">Where the text begins; what stands before is left as it is.</param>
    public static CleanText Clean(SourceText source, int start) => new CharacterCleaner(source, start).Run();

    private CleanText Run()
    {
        for (var i = Next(Start); i >= 0;)
        {
            var length = EditAt(i);
            i = Next(i + Math.Max(1, length));
        }

        if (_edits.Count == 0)
        {
            return new CleanText(_source, _text, _edits);
        }

        return new CleanText(_source, string.Create(_cleanLength + _text.Length - _copied, this, Write), _edits);
    }

    private static void Write(Span<char> clean, CharacterCleaner cleaner)
    {
        var copied = 0;
        foreach (var edit in cleaner._edits)
        {
            cleaner._text.AsSpan(copied, edit.SourceStart - copied).CopyTo(clean[(edit.CleanStart + copied - edit.SourceStart)..]);
            edit.Replacement.CopyTo(clean[edit.CleanStart..]);
            copied = edit.SourceEnd;
        }

        cleaner._text.AsSpan(copied).CopyTo(clean[^(cleaner._text.Length - copied)..]);
    }

    private int Next(int from)
    {
        var found = from >= _text.Length ? -1 : _text.AsSpan(from).IndexOfAny(Suspects);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>Edits what begins at a place, if anything; returns how many characters it took.</summary>
    private int EditAt(int i)
    {
        var c = _text[i];
        if (c is 'Ã' or 'Â' or 'â')
        {
            return Mojibake(i) is var (length, right) && length > 0 ? Edit(i, length, right, CorrectionRules.Mojibake) : 0;
        }

        if (c is >= '\u0300' and <= '\u036F')
        {
            return i > Start && Composition.Of(_text[i - 1], c) is { } composed && _copied <= i - 1
                ? Edit(i - 1, 2, composed.ToString(), CorrectionRules.Composition) - 1
                : 0;
        }

        if (c is '¨' or '´')
        {
            return DetachedDiacritic(i, c == '¨' ? '\u0308' : '\u0301');
        }

        if (c is >= '\uFB00' and <= '\uFB06')
        {
            return Edit(i, 1, Ligatures[c - '\uFB00'], CorrectionRules.PresentationForm);
        }

        if (c == '\u00AD')
        {
            // At a line end it is a hyphen that was printed; the hyphen pass decides about it.
            return IsAtLineEnd(i + 1) ? 0 : Edit(i, 1, "", CorrectionRules.InvisibleCharacter);
        }

        return Edit(i, 1, "", char.IsControl(c) ? CorrectionRules.ControlCharacter : CorrectionRules.InvisibleCharacter);
    }

    private int Edit(int start, int length, string replacement, string rule)
    {
        _cleanLength += start - _copied;
        _edits.Add(new CharacterEdit(_cleanLength, start, length, replacement, rule));
        _cleanLength += replacement.Length;
        _copied = start + length;
        return length;
    }

    /// <summary>"¨a", as some typesetting programs write an umlaut: only before a letter that takes it, and inside or at the start of a word.</summary>
    private int DetachedDiacritic(int i, char combining)
    {
        if (i + 1 >= _text.Length || Composition.Of(_text[i + 1], combining) is not { } composed)
        {
            return 0;
        }

        // An acute is also a bad apostrophe or quotation mark; it is a diacritic only between letters.
        var insideWord = i > Start && char.IsLetter(_text[i - 1]) && i + 2 < _text.Length && char.IsLetter(_text[i + 2]);
        return combining == '\u0308' || insideWord ? Edit(i, 2, composed.ToString(), CorrectionRules.Composition) : 0;
    }

    private bool IsAtLineEnd(int i)
    {
        while (i < _text.Length && _text[i] is ' ' or '\t')
        {
            i++;
        }

        return i >= _text.Length || _text[i] is '\n' or '\r' or '\f';
    }

    /// <summary>
    /// UTF-8 that was decoded as Windows-1252: "Ã¼" for "ü", "â€ž" for "„". Only the sequences that European text is full of count
    /// (U+0080 to U+00FF, U+2000 to U+20BF); anything else may be meant as it stands.
    /// </summary>
    private (int Length, string Right) Mojibake(int i)
    {
        Span<byte> bytes = stackalloc byte[3];
        var length = _text[i] == 'â' ? 3 : 2;
        for (var k = 0; k < length; k++)
        {
            if (i + k >= _text.Length || ByteOf(_text[i + k]) is not { } value)
            {
                return default;
            }

            bytes[k] = value;
        }

        if (length == 3 && bytes[1] is not (0x80 or 0x81 or 0x82) || !Utf8.IsValid(bytes[..length]))
        {
            return default;
        }

        var right = Encoding.UTF8.GetString(bytes[..length]);
        return char.IsControl(right[0]) || right[0] == '\u00AD' ? default : (length, right);
    }

    private static byte? ByteOf(char c)
    {
        if (c is >= '\u00A0' and <= '\u00FF' or >= '\u0080' and <= '\u009F')
        {
            return (byte)c;
        }

        var at = TextDecoder.Windows1252High.IndexOf(c, StringComparison.Ordinal);
        return at >= 0 ? (byte)(0x80 + at) : null;
    }

    private static string SuspectCharacters()
    {
        var suspects = new StringBuilder("ÃÂâ¨´\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\u2064\uFEFF");
        for (var c = '\0'; c < '\u00A0'; c++)
        {
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085'))
            {
                suspects.Append(c);
            }
        }

        for (var c = '\u0300'; c <= '\u036F'; c++)
        {
            suspects.Append(c);
        }

        for (var c = '\uFB00'; c <= '\uFB06'; c++)
        {
            suspects.Append(c);
        }

        return suspects.ToString();
    }
}
