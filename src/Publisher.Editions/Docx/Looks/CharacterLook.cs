using System.Text;

namespace Publisher.Editions.Docx.Looks;

/// <summary>What can be said about characters; each kind is a character style.</summary>
internal enum CharacterKind
{
    Emphasis,
    Strong,
    Strikethrough,
    Superscript,
    Subscript,
    Code,
    Hyperlink,

    /// <summary>Text in another language.</summary>
    Language,

    /// <summary>The mark of a footnote.</summary>
    NoteReference,
}

/// <summary>
/// A place in the nesting of character styles. A run of Word has one character style, so nested ones become one style that is named
/// with all of them, from outside in.
/// </summary>
internal sealed class CharacterLook
{
    /// <summary>Between the names of styles of which one is made.</summary>
    public const string Joint = " + ";

    // Nobody reads deeper; what is nested deeper looks like what it stands in. Bounds the length of names.
    private const int Deepest = 8;

    private readonly CharacterLooks _looks;
    private readonly int _depth;
    private readonly Dictionary<(CharacterKind Kind, string? Language), CharacterLook> _inner = [];

    /// <summary>Text that nothing is said about.</summary>
    public CharacterLook(CharacterLooks looks, string language)
        : this(looks, null, language, [], 0)
    {
    }

    private CharacterLook(CharacterLooks looks, string? name, string language, CharacterKind[] kinds, int depth)
    {
        (_looks, Name, Language, Kinds, _depth) = (looks, name, language, kinds, depth);
        Properties = Encoding.UTF8.GetBytes(
            $"<w:rPr>{(name is null ? "" : $"<w:rStyle w:val=\"{Id}\"/>")}<w:lang w:val=\"{Escape(WordLanguage.Of(language))}\"/></w:rPr>");
    }

    /// <summary>The name of the style; null for none.</summary>
    public string? Name { get; }

    /// <summary>The id of the style.</summary>
    public string Id => IdOf(Name ?? "");

    /// <summary>BCP 47 tag of the text.</summary>
    public string Language { get; }

    /// <summary>What the style says, from outside in.</summary>
    public CharacterKind[] Kinds { get; }

    /// <summary>The properties of a run, <c>w:rPr</c>.</summary>
    public byte[] Properties { get; }

    /// <summary>The look of a kind of text within this one.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="language">The language, for <see cref="CharacterKind.Language"/>.</param>
    public CharacterLook Inside(CharacterKind kind, string? language = null)
    {
        if (_inner.TryGetValue((kind, language), out var known))
        {
            return known;
        }

        var look = this;
        if (_depth < Deepest)
        {
            var name = kind == CharacterKind.Language ? _looks.NameOfLanguage(language!) : NameOf(kind);
            look = new CharacterLook(_looks, Name is null ? name : Name + Joint + name, language ?? Language, [.. Kinds, kind], _depth + 1);
            _looks.Add(look);
        }

        _inner[(kind, language)] = look;
        return look;
    }

    /// <summary>The name of the style of one kind.</summary>
    public static string NameOf(CharacterKind kind) => kind switch
    {
        CharacterKind.Emphasis => "Emphasis",
        CharacterKind.Strong => "Strong",
        CharacterKind.Strikethrough => "Strikethrough",
        CharacterKind.Superscript => "Superscript",
        CharacterKind.Subscript => "Subscript",
        CharacterKind.Code => "Code Character",
        CharacterKind.Hyperlink => "Hyperlink",
        CharacterKind.NoteReference => "footnote reference",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The id of a style: its name without spaces, as Word makes it.</summary>
    public static string IdOf(string name) => name == "footnote reference" ? WordStyle.NoteReference : name.Replace(" ", "", StringComparison.Ordinal);

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}

/// <summary>The character styles that a file uses, in the order of their first use.</summary>
internal sealed class CharacterLooks
{
    private readonly List<CharacterLook> _all = [];
    private readonly List<(string Tag, string Name)> _languages = [];
    private readonly Dictionary<string, CharacterLook> _plain = new(StringComparer.Ordinal);

    /// <summary>All but those of text that nothing is said about.</summary>
    public IReadOnlyList<CharacterLook> All => _all;

    /// <summary>The languages of parts of the text, with the names of their styles.</summary>
    public IReadOnlyList<(string Tag, string Name)> Languages => _languages;

    /// <summary>Text of a language that nothing else is said about.</summary>
    public CharacterLook Plain(string language)
    {
        if (!_plain.TryGetValue(language, out var look))
        {
            look = new CharacterLook(this, language);
            _plain.Add(language, look);
        }

        return look;
    }

    /// <summary>Notes that a style is used.</summary>
    public void Add(CharacterLook look)
    {
        // The same nesting in furniture of another language is the same style.
        if (!_all.Exists(known => known.Name == look.Name))
        {
            _all.Add(look);
        }
    }

    /// <summary>The name of the style of a language; only letters, digits and hyphens of the tag stand in it.</summary>
    public string NameOfLanguage(string tag)
    {
        var known = _languages.Find(language => language.Tag == tag);
        if (known.Name is not null)
        {
            return known.Name;
        }

        var name = "Language " + string.Concat(tag.Take(20).Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-'));
        var unique = name;
        for (var i = 2; _languages.Exists(language => language.Name == unique); i++)
        {
            unique = $"{name}-{i}";
        }

        _languages.Add((tag, unique));
        return unique;
    }
}
