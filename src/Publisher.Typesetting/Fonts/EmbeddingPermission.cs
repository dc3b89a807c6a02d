namespace Publisher.Typesetting.Fonts;

/// <summary>What a font's maker permits (OpenType, OS/2 table, <c>fsType</c>).</summary>
[Flags]
public enum EmbeddingPermission
{
    /// <summary>Embedding is permitted without limits.</summary>
    Installable = 0,

    /// <summary>The font must not be embedded at all.</summary>
    Restricted = 0x0002,

    /// <summary>Embedding for viewing and printing is permitted.</summary>
    PreviewAndPrint = 0x0004,

    /// <summary>Embedding in documents that can be edited is permitted.</summary>
    Editable = 0x0008,

    /// <summary>The font must be embedded whole.</summary>
    NoSubsetting = 0x0100,

    /// <summary>Only bitmaps of the font may be embedded.</summary>
    BitmapsOnly = 0x0200,
}
