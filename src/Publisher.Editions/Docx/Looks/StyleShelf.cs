using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Publisher.Editions.Docx.Flow;
using Publisher.Editions.Docx.Package;
using Publisher.Templates;
using Publisher.Templates.Pages;
using Publisher.Templates.Surroundings;

namespace Publisher.Editions.Docx.Looks;

/// <summary>The styles of templates as parts. Safe to use from several threads.</summary>
/// <remarks>
/// PERF: the styles are the longest part of a short statement, and the same for nearly all of a batch. Packing them takes 0.6 ms;
/// all else that three pages need takes 1.1 ms.
/// </remarks>
internal sealed class StyleShelf
{
    // A batch has few sets of character styles; beyond this the memory is worth more.
    private const int MostParts = 200;

    private readonly ConditionalWeakTable<Template, ConcurrentDictionary<Cause, PartContent>> _parts = [];

    /// <summary>The part for a file.</summary>
    /// <param name="file">What is written, complete but for its looks.</param>
    /// <param name="theme">The brand's places in the theme.</param>
    /// <param name="logo">Where the logo stands in the letterhead; null if none stands beside its text.</param>
    public PartContent Find(FileContext file, ThemePlaces theme, LogoPlacement? logo)
    {
        var request = file.Request;
        var known = _parts.GetOrCreateValue(request.Template);
        var cause = new Cause(
            request.Edition.Page,
            request.Document.Metadata.Language,
            logo,
            string.Join('\n', file.Looks.All.Select(look => $"{look.Name}\t{look.Language}")),
            string.Join('\n', file.CodeStyles.Select(style => style.Style)));
        if (!known.TryGetValue(cause, out var part))
        {
            part = StylesPart.Write(request, theme, logo, file.Looks, file.CodeStyles.Select(style => style.Style));
            if (known.Count < MostParts)
            {
                known.TryAdd(cause, part);
            }
        }

        return part;
    }

    /// <summary>All that the part depends on beside the template.</summary>
    private sealed record Cause(PageSetup Page, string Language, LogoPlacement? Logo, string Looks, string CodeStyles);
}
