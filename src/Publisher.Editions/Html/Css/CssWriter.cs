using System.Globalization;
using System.Text;

namespace Publisher.Editions.Html.Css;

/// <summary>Writes CSS. Strings are always escaped.</summary>
internal sealed class CssWriter
{
    private readonly StringBuilder _css = new();
    private bool _isOpen;

    /// <summary>Begins a rule.</summary>
    public CssWriter Rule(string selector)
    {
        End();
        _css.Append(selector).Append('{');
        _isOpen = true;
        return this;
    }

    /// <summary>Adds a declaration; <paramref name="value"/> is valid CSS, made here.</summary>
    public CssWriter Set(string property, string value)
    {
        if (_css[^1] != '{')
        {
            _css.Append(';');
        }

        _css.Append(property).Append(':').Append(value);
        return this;
    }

    /// <summary>Adds a declaration unless the value is null.</summary>
    public CssWriter SetIf(string property, string? value) => value is null ? this : Set(property, value);

    /// <summary>Adds rules as they stand: a literal of this program.</summary>
    public CssWriter Literal(string rules)
    {
        End();
        _css.Append(rules);
        return this;
    }

    /// <summary>Begins a group such as a media query.</summary>
    public CssWriter Group(string prelude)
    {
        End();
        _css.Append(prelude).Append('{');
        return this;
    }

    /// <summary>Ends a group.</summary>
    public CssWriter EndGroup()
    {
        End();
        _css.Append('}').Append('\n');
        return this;
    }

    /// <summary>The style sheet as UTF-8, without white space round it: some readers of policies hash it trimmed.</summary>
    public byte[] ToBytes()
    {
        End();
        return Encoding.UTF8.GetBytes(_css.ToString().Trim());
    }

    /// <summary>A number with at most three decimals.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

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
        if (_isOpen)
        {
            _css.Append("}\n");
            _isOpen = false;
        }
    }
}
