using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Publisher.Editions.Docx;

/// <summary>The settings (ECMA-376-1, 17.15), in the order of CT_Settings.</summary>
internal static class SettingsPart
{
    public static W.Settings Write(string language) => new(
        new W.Zoom { Percent = "100" },
        new W.DefaultTabStop { Val = 709 },
        new W.AutoHyphenation(),
        new W.ConsecutiveHyphenLimit { Val = 2 },
        new W.HyphenationZone { Val = "425" },
        new W.DoNotHyphenateCaps(),
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress },
        new W.FootnoteDocumentWideProperties(new W.FootnoteSpecialReference { Id = -1 }, new W.FootnoteSpecialReference { Id = 0 }),
        new W.Compatibility(
            Setting(W.CompatSettingNameValues.CompatibilityMode, "15"),
            Setting(W.CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Setting(W.CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
            Setting(W.CompatSettingNameValues.DoNotFlipMirrorIndents, "1"),
            Setting(W.CompatSettingNameValues.DifferentiateMultirowTableHeaders, "1")),
        new W.ThemeFontLanguages { Val = language },
        new W.DecimalSymbol { Val = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "." : "," },
        new W.ListSeparator { Val = ";" });

    private static W.CompatibilitySetting Setting(W.CompatSettingNameValues name, string value) =>
        new() { Name = name, Uri = "http://schemas.microsoft.com/office/word", Val = value };
}
