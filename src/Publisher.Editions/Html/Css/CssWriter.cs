using System.Globalization;
using System.Text;

namespace Publisher.Editions.Html.Css;

/// <summary>Writes CSS. Strings are always escaped; neighbours that say the same share one rule.</summary>
internal sealed class CssWriter
{
    private readonly StringBuilder _css = new();
    private readonly StringBuilder _declarations = new();
    private string? _selector;
    private string? _lastDeclarations;
    private int _lastBrace;

    /// <summary>Begins a rule.</summary>
    public CssWriter Rule(string selector)
    {
        End();
        _selector = selector;
        return this;
    }

    /// <summary>Adds a declaration; <paramref name="value"/> is valid CSS, made here.</summary>
    public CssWriter Set(string property, string value)
    {
        _declarations.Append(_declarations.Length == 0 ? "" : ";").Append(property).Append(':').Append(value);
        return this;
    }

    /// <summary>Adds a declaration unless the value is null.</summary>
    public CssWriter SetIf(string property, string? value) => value is null ? this : Set(property, value);

    /// <summary>Adds rules as they stand: a literal of this program.</summary>
    public CssWriter Literal(string rules)
    {
        End();
        _css.Append(rules);
        _lastDeclarations = null;
        return this;
    }

    /// <summary>Begins a group such as a media query.</summary>
    public CssWriter Group(string prelude) => Literal(prelude + "{");

    /// <summary>Ends a group.</summary>
    public CssWriter EndGroup() => Literal("}\n");

    /// <summary>The style sheet as UTF-8, without white space round it: some readers of policies hash it trimmed.</summary>
    public byte[] ToBytes()
    {
        End();
        return Encoding.UTF8.GetBytes(_css.ToString().Trim());
    }

    /// <summary>A number with at most three decimals.</summary>
    public static string Number(double value) => value.ToString("#.###;-#.###;0", CultureInfo.InvariantCulture) is { Length: > 0 } number ? number : "0";

    /// <summary>
    /// A string in quotes (CSS Syntax 3, 4.3.5). Everything but letters, digits and a few signs is written as an escape, so that
    /// nothing can end the string or the <c>style</c> element.
    /// </summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or '-' or '(' or ')' or '/' or ':' or >= 0xA0)
            {
                quoted.Append(rune);
            }
            else if (rune.Value != 0)
            {
                quoted.Append('\\').Append(rune.Value.ToString("X", CultureInfo.InvariantCulture)).Append(' ');
            }
        }

        return quoted.Append('"').ToString();
    }

    private void End()
    {
        if (_selector is null)
        {
            return;
        }

        var declarations = _declarations.ToString();
        if (declarations.Length > 0 && declarations == _lastDeclarations)
        {
            _css.Insert(_lastBrace, "," + _selector);
            _lastBrace += _selector.Length + 1;
        }
        else if (declarations.Length > 0)
        {
            _css.Append(_selector);
            _lastBrace = _css.Length;
            _css.Append('{').Append(declarations).Append("}\n");
            _lastDeclarations = declarations;
        }

        _declarations.Clear();
        _selector = null;
    }
}
