using System.Globalization;
using System.Numerics;

namespace Publisher.Editions.Docx.Pictures;

/// <summary>The data of an SVG path as polygons (SVG 2, 9.3); curves become short lines.</summary>
internal sealed class SvgOutline
{
    // Lines a curve is made of: at the size of a fallback image the eye sees none of them.
    private const int Steps = 16;

    private readonly List<List<Vector2>> _lines = [];
    private readonly Matrix3x2 _transform;
    private Vector2 _at;
    private Vector2 _control;

    private SvgOutline(Matrix3x2 transform) => _transform = transform;

    /// <summary>The polygons of path data; what cannot be read ends it, as the standard says.</summary>
    public static List<List<Vector2>> Of(string data, Matrix3x2 transform)
    {
        var outline = new SvgOutline(transform);
        outline.Read(data);
        return outline._lines;
    }

    /// <summary>A polygon of an ellipse.</summary>
    public static List<Vector2> Ellipse(Vector2 centre, Vector2 radius, Matrix3x2 transform)
    {
        var points = new List<Vector2>();
        for (var i = 0; i < Steps * 4; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / (Steps * 4));
            points.Add(Vector2.Transform(centre + new Vector2(radius.X * cos, radius.Y * sin), transform));
        }

        return points;
    }

    /// <summary>The numbers of a list that commas, blanks or signs part.</summary>
    public static List<float> Numbers(ReadOnlySpan<char> text)
    {
        var numbers = new List<float>();
        while (Number(ref text) is { } number)
        {
            numbers.Add(number);
        }

        return numbers;
    }

    private void Read(ReadOnlySpan<char> data)
    {
        var command = ' ';
        Span<float> values = stackalloc float[7];
        while (!(data = data.TrimStart(" \t\r\n,")).IsEmpty)
        {
            if (char.IsAsciiLetter(data[0]))
            {
                command = data[0];
                data = data[1..];
                if (command is 'z' or 'Z')
                {
                    Close();
                    continue;
                }
            }

            var count = CountOf(char.ToUpperInvariant(command));
            if (count == 0)
            {
                return;
            }

            for (var i = 0; i < count; i++)
            {
                // The two flags of an arc may stand without a blank behind them.
                var value = command is 'a' or 'A' && i is 3 or 4 ? Flag(ref data) : Number(ref data);
                if (value is null)
                {
                    return;
                }

                values[i] = value.Value;
            }

            Draw(char.ToUpperInvariant(command), values, char.IsAsciiLetterLower(command) ? _at : Vector2.Zero);
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
    }

    private static int CountOf(char command) => command switch
    {
        'M' or 'L' or 'T' => 2,
        'H' or 'V' => 1,
        'C' => 6,
        'S' or 'Q' => 4,
        'A' => 7,
        _ => 0,
    };

    private void Draw(char command, ReadOnlySpan<float> v, Vector2 origin)
    {
        switch (command)
        {
            case 'M':
                _at = origin + new Vector2(v[0], v[1]);
                _lines.Add([Vector2.Transform(_at, _transform)]);
                break;
            case 'L':
                LineTo(origin + new Vector2(v[0], v[1]));
                break;
            case 'H':
                LineTo(new Vector2(origin.X + v[0], _at.Y));
                break;
            case 'V':
                LineTo(new Vector2(_at.X, origin.Y + v[0]));
                break;
            case 'C':
                CurveTo(origin + new Vector2(v[0], v[1]), origin + new Vector2(v[2], v[3]), origin + new Vector2(v[4], v[5]));
                break;
            case 'S':
                CurveTo((2 * _at) - _control, origin + new Vector2(v[0], v[1]), origin + new Vector2(v[2], v[3]));
                break;
            case 'Q':
                QuadraticTo(origin + new Vector2(v[0], v[1]), origin + new Vector2(v[2], v[3]));
                break;
            case 'T':
                QuadraticTo((2 * _at) - _control, origin + new Vector2(v[0], v[1]));
                break;
            case 'A':
                ArcTo(new Vector2(MathF.Abs(v[0]), MathF.Abs(v[1])), v[2], v[3] != 0, v[4] != 0, origin + new Vector2(v[5], v[6]));
                break;
        }

        if (command is not ('C' or 'S' or 'Q' or 'T'))
        {
            _control = _at;
        }
    }

    private void LineTo(Vector2 point)
    {
        if (_lines.Count == 0)
        {
            _lines.Add([Vector2.Transform(_at, _transform)]);
        }

        _at = point;
        _lines[^1].Add(Vector2.Transform(point, _transform));
    }

    private void Close()
    {
        if (_lines.Count > 0 && Matrix3x2.Invert(_transform, out var back))
        {
            var first = _lines[^1][0];
            _lines[^1].Add(first);
            _at = _control = Vector2.Transform(first, back);
            _lines.Add([first]);
        }
    }

    private void CurveTo(Vector2 first, Vector2 second, Vector2 end)
    {
        var start = _at;
        for (var i = 1; i <= Steps; i++)
        {
            var t = i / (float)Steps;
            var u = 1 - t;
            LineTo((u * u * u * start) + (3 * u * u * t * first) + (3 * u * t * t * second) + (t * t * t * end));
        }

        _control = second;
    }

    private void QuadraticTo(Vector2 control, Vector2 end)
    {
        CurveTo(_at + ((control - _at) * (2f / 3)), end + ((control - end) * (2f / 3)), end);
        _control = control;
    }

    /// <summary>SVG 2, appendix B.2.4: from end points to the centre.</summary>
    private void ArcTo(Vector2 radius, float degrees, bool isLarge, bool isPositive, Vector2 end)
    {
        var start = _at;
        if (radius.X == 0 || radius.Y == 0 || start == end)
        {
            LineTo(end);
            return;
        }

        var turn = Matrix3x2.CreateRotation(degrees * MathF.PI / 180);
        var half = Vector2.Transform((start - end) / 2, Matrix3x2.CreateRotation(-degrees * MathF.PI / 180));
        var scale = ((half.X * half.X) / (radius.X * radius.X)) + ((half.Y * half.Y) / (radius.Y * radius.Y));
        if (scale > 1)
        {
            radius *= MathF.Sqrt(scale);
        }

        var (rx, ry) = (radius.X * radius.X, radius.Y * radius.Y);
        var below = (rx * half.Y * half.Y) + (ry * half.X * half.X);
        var factor = MathF.Sqrt(MathF.Max(0, ((rx * ry) - below) / below)) * (isLarge == isPositive ? -1 : 1);
        var centre = factor * new Vector2(radius.X * half.Y / radius.Y, -radius.Y * half.X / radius.X);
        var from = AngleOf((half - centre) / radius);
        var sweep = AngleOf((-half - centre) / radius) - from;
        sweep += isPositive && sweep < 0 ? MathF.Tau : !isPositive && sweep > 0 ? -MathF.Tau : 0;
        var middle = Vector2.Transform(centre, turn) + ((start + end) / 2);
        for (var i = 1; i < Steps * 2; i++)
        {
            var (sin, cos) = MathF.SinCos(from + (sweep * i / (Steps * 2)));
            LineTo(middle + Vector2.Transform(new Vector2(radius.X * cos, radius.Y * sin), turn));
        }

        LineTo(end);
    }

    private static float AngleOf(Vector2 direction) => MathF.Atan2(direction.Y, direction.X);

    private static float? Flag(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t\r\n,");
        if (text.IsEmpty || text[0] is not ('0' or '1'))
        {
            return null;
        }

        var flag = text[0] - '0';
        text = text[1..];
        return flag;
    }

    private static float? Number(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t\r\n,");
        var length = 0;
        var hasPoint = false;
        var hasExponent = false;
        while (length < text.Length)
        {
            var c = text[length];
            var fits = char.IsAsciiDigit(c)
                || (c is '+' or '-' && (length == 0 || text[length - 1] is 'e' or 'E'))
                || (c == '.' && !hasPoint && !hasExponent)
                || (c is 'e' or 'E' && length > 0 && !hasExponent);
            if (!fits)
            {
                break;
            }

            hasPoint |= c == '.';
            hasExponent |= c is 'e' or 'E';
            length++;
        }

        if (!float.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !float.IsFinite(number))
        {
            return null;
        }

        text = text[length..];
        return number;
    }
}
