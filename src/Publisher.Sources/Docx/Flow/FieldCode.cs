using System.Text;

namespace Publisher.Sources.Docx.Flow;

/// <summary>The instruction of a field (ECMA-376-1, 17.16.2): its name, arguments and switches.</summary>
internal sealed class FieldCode
{
    private readonly List<(bool IsSwitch, string Text)> _words;

    private FieldCode(List<(bool IsSwitch, string Text)> words) => _words = words;

    /// <summary>The field's name in capitals; empty if there is none.</summary>
    public string Name => _words.Count > 0 && !_words[0].IsSwitch ? _words[0].Text.ToUpperInvariant() : "";

    /// <summary>The first argument behind the name; null if there is none.</summary>
    public string? Argument => _words.Count > 1 && !_words[1].IsSwitch ? _words[1].Text : null;

    /// <summary>All arguments behind the first, with spaces between them.</summary>
    public string Rest => string.Join(' ', _words.Skip(2).Where(word => !word.IsSwitch).Select(word => word.Text));

    /// <summary>Divides an instruction into words; what stands in quotation marks is one.</summary>
    public static FieldCode Of(string instruction)
    {
        var words = new List<(bool, string)>();
        for (var i = 0; i < instruction.Length;)
        {
            if (char.IsWhiteSpace(instruction[i]))
            {
                i++;
            }
            else if (instruction[i] == '"')
            {
                words.Add((false, Quoted(instruction, ref i)));
            }
            else
            {
                var start = i;
                while (i < instruction.Length && !char.IsWhiteSpace(instruction[i]) && instruction[i] != '"')
                {
                    i++;
                }

                var word = instruction[start..i];
                words.Add(word.StartsWith('\\') && word.Length == 2 ? (true, word) : (false, word));
            }
        }

        return new FieldCode(words);
    }

    /// <summary>The argument of a switch; null if the switch is not there or has none.</summary>
    public string? Switch(char letter)
    {
        var at = _words.FindIndex(word => word.IsSwitch && char.ToLowerInvariant(word.Text[1]) == letter);
        return at >= 0 && at + 1 < _words.Count && !_words[at + 1].IsSwitch ? _words[at + 1].Text : null;
    }

    private static string Quoted(string instruction, ref int i)
    {
        var text = new StringBuilder();
        for (i++; i < instruction.Length && instruction[i] != '"'; i++)
        {
            if (instruction[i] == '\\' && i + 1 < instruction.Length && instruction[i + 1] is '"' or '\\')
            {
                i++;
            }

            text.Append(instruction[i]);
        }

        i++;
        return text.ToString();
    }
}
