using System.Runtime.CompilerServices;
using Publisher.Model.Diagnostics;
using Publisher.Templates;
using Publisher.Templates.Fonts;

namespace Publisher.Editions.Docx.Looks;

/// <summary>The embedded form of the fonts of templates.</summary>
/// <remarks>
/// PERF: a template's faces are megabytes to compress and the same for each statement of a batch: once is enough. They live
/// as long as their template does.
/// </remarks>
internal sealed class FontShelf
{
    private readonly ConditionalWeakTable<FontFile, Lazy<EmbeddedFont?>> _fonts = [];

    /// <summary>The faces that Word knows of each family: upright and italic, regular and bold.</summary>
    /// <param name="template">The template.</param>
    /// <param name="families">The families.</param>
    /// <param name="diagnostics">Where a face that may not be embedded is reported.</param>
    public List<(FontFile File, EmbeddedFont Font)> Find(Template template, IEnumerable<string> families, List<Diagnostic> diagnostics)
    {
        var found = new List<(FontFile, EmbeddedFont)>();
        foreach (var family in families)
        {
            var faces = template.Fonts.Where(font => font.Family == family).ToArray();
            foreach (var (bold, italic) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                var face = faces.Where(font => font.Italic == italic && font.Weight >= StyleWriter.BoldFrom == bold)
                    .MinBy(font => Math.Abs(font.Weight - (bold ? 700 : 400)));
                if (face is null)
                {
                    continue;
                }

                if (_fonts.GetValue(face, static file => new Lazy<EmbeddedFont?>(() => EmbeddedFont.Of(file))).Value is { } font)
                {
                    found.Add((face, font));
                }
                else
                {
                    diagnostics.Add(new Diagnostic(
                        DiagnosticCode.FontNotEmbeddable,
                        DiagnosticSeverity.Warning,
                        $"The font \"{family}\"{(bold ? " bold" : "")}{(italic ? " italic" : "")} may not be embedded in a document that is edited.",
                        "Use a font whose licence allows it, or switch embed-fonts off for the edition."));
                }
            }
        }

        return found;
    }
}
