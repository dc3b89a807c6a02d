using Publisher.Model;

namespace Publisher.Templates.Surroundings;

/// <summary>The surrounding text before its fields are filled: Markdown with Liquid fields.</summary>
public abstract class SurroundSource
{
    /// <summary>Fills the fields for a statement and an edition.</summary>
    public abstract Surround Fill(Template template, Document document, EditionSpec edition);
}
