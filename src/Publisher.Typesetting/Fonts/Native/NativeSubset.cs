using System.Runtime.InteropServices;

namespace Publisher.Typesetting.Fonts.Native;

/// <summary>hb-subset, which the native library exports though the managed binding does not (hb-subset.h).</summary>
internal static partial class NativeSubset
{
    internal const uint NoHinting = 0x1;
    internal const uint NotdefOutline = 0x40;
    internal const uint NoLayoutClosure = 0x200;
    internal const int Unicodes = 1;
    internal const int DropTableTags = 3;
    internal const int NameIds = 4;
    internal const int LayoutFeatures = 6;

    [LibraryImport(NativeFont.Library)]
    internal static partial IntPtr hb_subset_input_create_or_fail();

    [LibraryImport(NativeFont.Library)]
    internal static partial void hb_subset_input_destroy(IntPtr input);

    [LibraryImport(NativeFont.Library)]
    internal static partial IntPtr hb_subset_input_glyph_set(IntPtr input);

    [LibraryImport(NativeFont.Library)]
    internal static partial IntPtr hb_subset_input_set(IntPtr input, int kind);

    [LibraryImport(NativeFont.Library)]
    internal static partial void hb_subset_input_set_flags(IntPtr input, uint flags);

    [LibraryImport(NativeFont.Library)]
    internal static partial int hb_subset_input_pin_all_axes_to_default(IntPtr input, IntPtr face);

    [LibraryImport(NativeFont.Library)]
    internal static partial int hb_subset_input_pin_axis_location(IntPtr input, IntPtr face, uint axis, float value);

    [LibraryImport(NativeFont.Library)]
    internal static partial IntPtr hb_subset_plan_create_or_fail(IntPtr face, IntPtr input);

    [LibraryImport(NativeFont.Library)]
    internal static partial void hb_subset_plan_destroy(IntPtr plan);

    [LibraryImport(NativeFont.Library)]
    internal static partial IntPtr hb_subset_plan_execute_or_fail(IntPtr plan);

    [LibraryImport(NativeFont.Library)]
    internal static partial IntPtr hb_subset_plan_old_to_new_glyph_mapping(IntPtr plan);

    [LibraryImport(NativeFont.Library)]
    internal static partial uint hb_map_get(IntPtr map, uint key);

    [LibraryImport(NativeFont.Library)]
    internal static partial void hb_set_add(IntPtr set, uint value);

    [LibraryImport(NativeFont.Library)]
    internal static partial void hb_set_add_range(IntPtr set, uint first, uint last);

    [LibraryImport(NativeFont.Library)]
    internal static partial void hb_set_clear(IntPtr set);

    [LibraryImport(NativeFont.Library)]
    internal static partial IntPtr hb_face_reference_blob(IntPtr face);

    [LibraryImport(NativeFont.Library)]
    internal static partial IntPtr hb_face_reference_table(IntPtr face, uint tag);

    [LibraryImport(NativeFont.Library)]
    internal static partial void hb_face_destroy(IntPtr face);

    [LibraryImport(NativeFont.Library)]
    internal static partial IntPtr hb_blob_get_data(IntPtr blob, out uint length);

    [LibraryImport(NativeFont.Library)]
    internal static partial void hb_blob_destroy(IntPtr blob);
}
