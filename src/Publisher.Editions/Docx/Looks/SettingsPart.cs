using Publisher.Editions.Docx.Package;

namespace Publisher.Editions.Docx.Looks;

/// <summary>The settings (ECMA-376-1, 17.15), in the order of CT_Settings.</summary>
internal static class SettingsPart
{
    /// <summary>Writes the part.</summary>
    /// <param name="language">BCP 47 tag of the text.</param>
    /// <param name="embedsFonts">True if fonts lie in the file; they stay as they are when Word saves it, never cut down to the characters in use: the next editor types others.</param>
    public static PartContent Write(string language, bool embedsFonts)
    {
        using var xml = new PartWriter();
        xml.Markup("<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:zoom w:percent=\"100\"/>"u8);
        xml.Markup(embedsFonts ? "<w:embedTrueTypeFonts/>"u8 : default);
        xml.Markup("""
            <w:defaultTabStop w:val="709"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/><w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/><w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/><w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/><w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/><w:compatSetting w:name="useWord2013TrackBottomHyphenation" w:uri="http://schemas.microsoft.com/office/word" w:val="0"/></w:compat>
            """u8);
        xml.Markup("<w:themeFontLang"u8).Attribute("w:val"u8, WordLanguage.Of(language)).Markup("/><w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\" w:bg2=\"light2\" w:t2=\"dark2\" w:accent1=\"accent1\" w:accent2=\"accent2\" w:accent3=\"accent3\" w:accent4=\"accent4\" w:accent5=\"accent5\" w:accent6=\"accent6\" w:hyperlink=\"hyperlink\" w:followedHyperlink=\"followedHyperlink\"/>"u8);
        return xml.Value("decimalSymbol"u8, WordLanguage.HasDecimalPoint(language) ? "." : ",").Markup("<w:listSeparator w:val=\";\"/></w:settings>"u8).End();
    }
}
