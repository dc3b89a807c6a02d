using System.Collections.Immutable;
using System.Runtime.InteropServices;

using Publisher.Typesetting.Fonts.Native;

namespace Publisher.Typesetting.Fonts;

public sealed partial class FontFace
{
    // A page description draws glyphs by number and places them itself: what serves shaping, naming and Windows goes.
    private static readonly ImmutableArray<string> UnusedTables =
        ["GSUB", "GPOS", "GDEF", "BASE", "name", "OS/2", "post", "cmap", "kern", "DSIG", "gasp", "STAT", "meta", "vhea", "vmtx"];

    /// <summary>Cuts the face down to the given glyphs; <c>.notdef</c> always stays as glyph 0.</summary>
    /// <param name="glyphs">Glyph ids of this face.</param>
    /// <exception cref="FontException">The font is damaged in a table that only subsetting reads.</exception>
    public FontSubset Subset(IReadOnlyCollection<int> glyphs)
    {
        ArgumentNullException.ThrowIfNull(glyphs);
        var input = NativeSubset.hb_subset_input_create_or_fail();
        try
        {
            Describe(input, glyphs);
            var plan = NativeSubset.hb_subset_plan_create_or_fail(_face.Handle, input);
            if (plan == IntPtr.Zero)
                throw new FontException($"The font {PostScriptName} cannot be subset.");
            try
            {
                return Execute(plan, glyphs);
            }
            finally
            {
                NativeSubset.hb_subset_plan_destroy(plan);
            }
        }
        finally
        {
            NativeSubset.hb_subset_input_destroy(input);
        }
    }

    private void Describe(IntPtr input, IReadOnlyCollection<int> glyphs)
    {
        var wanted = NativeSubset.hb_subset_input_glyph_set(input);
        foreach (var glyph in glyphs)
            NativeSubset.hb_set_add(wanted, (uint)glyph);

        var dropped = NativeSubset.hb_subset_input_set(input, NativeSubset.DropTableTags);
        foreach (var table in UnusedTables)
            NativeSubset.hb_set_add(dropped, NativeFont.Tag(table));

        NativeSubset.hb_subset_input_set_flags(
            input,
            NativeSubset.NoHinting | NativeSubset.NotdefOutline | NativeSubset.NoLayoutClosure);
        PinAxes(input);
    }

    private void PinAxes(IntPtr input)
    {
        if (!HasTable("fvar"))
            return;

        _ = NativeSubset.hb_subset_input_pin_all_axes_to_default(input, _face.Handle);
        foreach (var variation in Variations)
            _ = NativeSubset.hb_subset_input_pin_axis_location(input, _face.Handle, NativeFont.Tag(variation.Axis), variation.Value);
    }

    private FontSubset Execute(IntPtr plan, IReadOnlyCollection<int> glyphs)
    {
        var subset = NativeSubset.hb_subset_plan_execute_or_fail(plan);
        if (subset == IntPtr.Zero)
            throw new FontException($"The font {PostScriptName} cannot be subset.");
        try
        {
            var map = NativeSubset.hb_subset_plan_old_to_new_glyph_mapping(plan);
            var ids = new int[GlyphCount];
            foreach (var glyph in glyphs)
                ids[glyph] = (int)NativeSubset.hb_map_get(map, (uint)glyph);

            var blob = IsCff
                ? NativeSubset.hb_face_reference_table(subset, NativeFont.Tag("CFF "))
                : NativeSubset.hb_face_reference_blob(subset);
            return new FontSubset(Copy(blob), IsCff, ImmutableCollectionsMarshal.AsImmutableArray(ids));
        }
        finally
        {
            NativeSubset.hb_face_destroy(subset);
        }
    }

    private static ImmutableArray<byte> Copy(IntPtr blob)
    {
        var data = NativeSubset.hb_blob_get_data(blob, out var length);
        var bytes = new byte[length];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        NativeSubset.hb_blob_destroy(blob);
        return ImmutableCollectionsMarshal.AsImmutableArray(bytes);
    }
}
