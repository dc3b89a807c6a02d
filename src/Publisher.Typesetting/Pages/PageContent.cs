using Publisher.Typesetting.Frames;

namespace Publisher.Typesetting.Pages;

/// <summary>A page while it is filled.</summary>
internal sealed class PageContent
{
    public List<Frame> Frames { get; } = [];

    /// <summary>The last section begun on the page or before it.</summary>
    public string Section { get; set; } = "";
}
