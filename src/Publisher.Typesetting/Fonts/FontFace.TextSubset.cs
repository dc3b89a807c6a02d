using System.Collections.Immutable;
using System.Runtime.InteropServices;

using Publisher.Typesetting.Fonts.Native;

namespace Publisher.Typesetting.Fonts;

public sealed partial class FontFace
{
    // What another program needs to set text itself: characters, measures, outlines and the features below. Nothing for Windows'
    // old rasterizer, for vertical lines or for a list of styles.
    private static readonly ImmutableArray<string> TablesOfNoUseForText = ["DSIG", "gasp", "STAT", "meta", "BASE", "kern", "vhea", "vmtx", "hdmx", "LTSH", "VDMX"];

    // OpenType 1.9, name table: copyright and the address of the licence go where the font goes, as the OFL wants.
    private static readonly ImmutableArray<uint> KeptNames = [0, 14];

    // What also goes from a font that a word processor sets with: its rasterizer hints, and a window shows the font by all its names.
    private static readonly ImmutableArray<string> TablesOfNoUseForEditing = ["DSIG", "STAT", "meta", "BASE", "vhea", "vmtx", "hdmx", "LTSH", "VDMX"];

    // OpenType 1.9, name table: the last of the names that a registered meaning is given to.
    private const uint LastName = 25;

    /// <summary>What every text is set with: composition, ligatures, kerning, local forms, marks.</summary>
    private static readonly ImmutableArray<string> TextFeatures = ["ccmp", "locl", "rlig", "liga", "calt", "clig", "kern", "mark", "mkmk", "rvrn"];

    /// <summary>Cuts the face down to what setting some characters needs, for a program that shapes text by itself, such as a browser.</summary>
    /// <param name="codePoints">Unicode scalar values; those the face lacks are left out.</param>
    /// <param name="features">Tags of four characters of further OpenType features the text is set with, such as <c>smcp</c>.</param>
    /// <returns>An OpenType file.</returns>
    /// <exception cref="FontException">The font is damaged in a table that only subsetting reads.</exception>
    public byte[] SubsetForText(IEnumerable<int> codePoints, IEnumerable<string> features)
    {
        ArgumentNullException.ThrowIfNull(codePoints);
        ArgumentNullException.ThrowIfNull(features);
        return Subset(input =>
        {
            Fill(input, NativeSubset.Unicodes, codePoints.Select(codePoint => (uint)codePoint));
            Fill(input, NativeSubset.DropTableTags, TablesOfNoUseForText.Select(NativeFont.Tag));
            Fill(input, NativeSubset.NameIds, KeptNames);
            Fill(input, NativeSubset.LayoutFeatures, TextFeatures.Concat(features).Select(NativeFont.Tag));
            NativeSubset.hb_subset_input_set_flags(input, NativeSubset.NoHinting | NativeSubset.NotdefOutline);
        });
    }

    /// <summary>
    /// Cuts the face down to ranges of characters in which a text will go on being written, for a word processor: with its names, by
    /// which the program finds it, and its hints.
    /// </summary>
    /// <param name="codePoints">First and last of each range of Unicode scalar values; those the face lacks are left out.</param>
    /// <param name="features">Tags of four characters of further OpenType features the text is set with, such as <c>onum</c>.</param>
    /// <returns>An OpenType file.</returns>
    /// <exception cref="FontException">The font is damaged in a table that only subsetting reads.</exception>
    public byte[] SubsetForEditing(IEnumerable<(int First, int Last)> codePoints, IEnumerable<string> features)
    {
        ArgumentNullException.ThrowIfNull(codePoints);
        ArgumentNullException.ThrowIfNull(features);
        return Subset(input =>
        {
            var characters = NativeSubset.hb_subset_input_set(input, NativeSubset.Unicodes);
            foreach (var (first, last) in codePoints)
                NativeSubset.hb_set_add_range(characters, (uint)first, (uint)last);

            Fill(input, NativeSubset.DropTableTags, TablesOfNoUseForEditing.Select(NativeFont.Tag));
            NativeSubset.hb_set_add_range(NativeSubset.hb_subset_input_set(input, NativeSubset.NameIds), 0, LastName);
            Fill(input, NativeSubset.LayoutFeatures, TextFeatures.Concat(features).Select(NativeFont.Tag));
            NativeSubset.hb_subset_input_set_flags(input, NativeSubset.NotdefOutline);
        });
    }

    private byte[] Subset(Action<IntPtr> describe)
    {
        var input = NativeSubset.hb_subset_input_create_or_fail();
        try
        {
            describe(input);
            PinAxes(input);
            return Execute(input);
        }
        finally
        {
            NativeSubset.hb_subset_input_destroy(input);
        }
    }

    private static void Fill(IntPtr input, int kind, IEnumerable<uint> values)
    {
        var set = NativeSubset.hb_subset_input_set(input, kind);
        NativeSubset.hb_set_clear(set);
        foreach (var value in values)
            NativeSubset.hb_set_add(set, value);
    }

    private byte[] Execute(IntPtr input)
    {
        var plan = NativeSubset.hb_subset_plan_create_or_fail(_face.Handle, input);
        if (plan == IntPtr.Zero)
            throw new FontException($"The font {PostScriptName} cannot be subset.");
        try
        {
            var subset = NativeSubset.hb_subset_plan_execute_or_fail(plan);
            if (subset == IntPtr.Zero)
                throw new FontException($"The font {PostScriptName} cannot be subset.");
            var bytes = Copy(NativeSubset.hb_face_reference_blob(subset));
            NativeSubset.hb_face_destroy(subset);
            return ImmutableCollectionsMarshal.AsArray(bytes)!;
        }
        finally
        {
            NativeSubset.hb_subset_plan_destroy(plan);
        }
    }
}
