namespace Publisher.Sources.PlainText.Characters;

/// <summary>
/// Letters with diacritics as one character, for the Latin letters of European languages (Unicode NFC, without the machinery that
/// <c>string.Normalize</c> needs and that is not there without ICU).
/// </summary>
internal static class Composition
{
    private static readonly Dictionary<(char Base, char Mark), char> Composed = Build(
        ('\u0300', "AÀaàEÈeèIÌiìOÒoòUÙuùNǸnǹ"),
        ('\u0301', "AÁaáEÉeéIÍiíOÓoóUÚuúYÝyýCĆcćNŃnńSŚsśZŹzźLĹlĺRŔrŕ"),
        ('\u0302', "AÂaâEÊeêIÎiîOÔoôUÛuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"),
        ('\u0303', "AÃaãNÑnñOÕoõIĨiĩUŨuũ"),
        ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuū"),
        ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),
        ('\u0307', "CĊcċEĖeėGĠgġIİZŻzż"),
        ('\u0308', "AÄaäEËeëIÏiïOÖoöUÜuüYŸyÿ"),
        ('\u030A', "AÅaåUŮuů"),
        ('\u030B', "OŐoőUŰuű"),
        ('\u030C', "CČcčDĎdďEĚeěNŇnňRŘrřSŠsšTŤtťZŽzžLĽlľ"),
        ('\u0327', "CÇcçSŞsşTŢtţGĢKĶkķLĻlļNŅnņRŖrŗ"),
        ('\u0328', "AĄaąEĘeęIĮiįUŲuų"));

    /// <summary>The one character for a letter and a combining mark; null if there is none.</summary>
    public static char? Of(char letter, char combining) => Composed.TryGetValue((letter, combining), out var c) ? c : null;

    private static Dictionary<(char Base, char Mark), char> Build(params (char Mark, string Pairs)[] rows)
    {
        var table = new Dictionary<(char Base, char Mark), char>();
        foreach (var (mark, pairs) in rows)
        {
            for (var i = 0; i < pairs.Length; i += 2)
            {
                table[(pairs[i], mark)] = pairs[i + 1];
            }
        }

        return table;
    }
}
