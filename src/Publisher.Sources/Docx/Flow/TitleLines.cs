using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Sources.Docx.Looks;

namespace Publisher.Sources.Docx.Flow;

/// <summary>The title and subtitle of a document, which stand before all other text.</summary>
internal sealed class TitleLines
{
    public ValueList<Inline> Title { get; private set; }

    public ValueList<Inline> Subtitle { get; private set; }

    /// <summary>Takes a line; false if it stands too late to be a title.</summary>
    /// <param name="kind">What its style says.</param>
    /// <param name="content">What it says.</param>
    /// <param name="isFirst">True if nothing but titles stands before it.</param>
    public bool Take(ParagraphKind kind, ValueList<Inline> content, bool isFirst)
    {
        if (!isFirst && (kind == ParagraphKind.Title ? !Title.IsEmpty : !Subtitle.IsEmpty))
        {
            return false;
        }

        if (kind == ParagraphKind.Title)
        {
            Title = Join(Title, content);
        }
        else
        {
            Subtitle = Join(Subtitle, content);
        }

        return true;
    }

    private static ValueList<Inline> Join(ValueList<Inline> first, ValueList<Inline> second) =>
        first.IsEmpty ? second : [.. first, new LineBreak(), .. second];
}
