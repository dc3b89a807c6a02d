using System.Runtime.InteropServices;

namespace Publisher.Typesetting.Fonts.Native;

/// <summary>The one call of hb-font the managed binding leaves out.</summary>
internal static partial class NativeFont
{
    internal const string Library = "libHarfBuzzSharp";

    internal static uint Tag(string tag) =>
        tag.Length == 4
            ? ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3]
            : throw new ArgumentException("An OpenType tag has four letters.", nameof(tag));

    internal static unsafe void SetVariations(IntPtr font, ReadOnlySpan<FontVariation> variations)
    {
        var native = new Variation[variations.Length];
        for (var i = 0; i < native.Length; i++)
            native[i] = new Variation { Axis = Tag(variations[i].Axis), Value = variations[i].Value };
        fixed (Variation* first = native)
            hb_font_set_variations(font, first, (uint)native.Length);
    }

    [LibraryImport(Library)]
    private static unsafe partial void hb_font_set_variations(IntPtr font, Variation* variations, uint count);

    [StructLayout(LayoutKind.Sequential)]
    private struct Variation
    {
        public uint Axis;
        public float Value;
    }
}
