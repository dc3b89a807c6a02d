using Publisher.Model;
using Publisher.Templates;
using Publisher.Templates.Fonts;
using Publisher.Templates.Styles;
using Publisher.Typesetting.Paragraphs;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>What a statement is set with, as a compositor's case holds the type: faces, styles, words set before. Of one thread at a time.</summary>
internal sealed class TypeCase : IDisposable
{
    private readonly FontLibrary _fonts;
    private readonly StyleSheet _styles;
    private readonly ValueList<FontFile> _files;
    private readonly HyphenationPatterns _patterns;

    /// <summary>Makes a case for a template.</summary>
    /// <exception cref="PublisherException">The template has no fonts.</exception>
    public TypeCase(Template template, Func<string, Hyphenator?> hyphenators)
    {
        _styles = template.Styles;
        _files = template.Fonts;
        _patterns = template.Hyphenation;
        _fonts = new FontLibrary(template.Fonts);
        Styles = new StyleBook(template.Styles, _fonts);
        Words = new WordStore(new HyphenationCatalogue(hyphenators));
    }

    public StyleBook Styles { get; }

    public WordStore Words { get; }

    public FontLibrary Fonts => _fonts;

    /// <summary>Whether another statement may be set with it: what there was to complain of would not be said again.</summary>
    public bool IsFitForMore => !Words.IsFull && _fonts.Complaints.Count == 0;

    /// <summary>Whether it is one for a template.</summary>
    public bool Fits(Template template) =>
        ReferenceEquals(_styles, template.Styles) && ReferenceEquals(_patterns, template.Hyphenation) && _files == template.Fonts;

    /// <inheritdoc/>
    public void Dispose() => _fonts.Dispose();
}
