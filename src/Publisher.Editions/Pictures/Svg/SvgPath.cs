using System.Numerics;

using Publisher.Editions.Pictures.Vectors;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>Reads the data of a path (SVG 2, 9.3).</summary>
internal sealed class SvgPath
{
    private readonly PathBuilder _path = new();
    private Vector2 _control;
    private char _last;

    private SvgPath()
    {
    }

    /// <summary>The outline that path data describe; what cannot be read ends it, as the standard says.</summary>
    public static VectorPath Parse(ReadOnlySpan<char> data)
    {
        var path = new SvgPath();
        path.Read(new SvgNumbers(data));
        return path._path.Build();
    }

    private void Read(SvgNumbers data)
    {
        var command = '\0';
        Span<float> values = stackalloc float[7];
        while (data.Peek() is not '\0' and var next)
        {
            if (char.IsAsciiLetter(next))
            {
                command = next;
                data.Skip();
            }
            else if (command is 'z' or 'Z')
            {
                return;
            }

            // Path data begin with a move.
            var kind = char.ToUpperInvariant(command);
            if ((_path.Count == 0 && kind != 'M') || !ReadValues(ref data, kind, values))
                return;
            Draw(kind, values, char.IsAsciiLetterLower(command) ? _path.At : Vector2.Zero);
            _last = kind;
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
    }

    private static bool ReadValues(scoped ref SvgNumbers data, char kind, scoped Span<float> values)
    {
        var count = kind switch { 'M' or 'L' or 'T' => 2, 'H' or 'V' => 1, 'C' => 6, 'S' or 'Q' => 4, 'A' => 7, 'Z' => 0, _ => -1 };
        for (var i = 0; i < count; i++)
        {
            if ((kind == 'A' && i is 3 or 4 ? data.NextFlag() : data.Next()) is not { } value)
                return false;
            values[i] = value;
        }

        return count >= 0;
    }

    private void Draw(char kind, ReadOnlySpan<float> v, Vector2 origin)
    {
        switch (kind)
        {
            case 'M':
                _path.MoveTo(origin + new Vector2(v[0], v[1]));
                break;
            case 'L':
                _path.LineTo(origin + new Vector2(v[0], v[1]));
                break;
            case 'H':
                _path.LineTo(new Vector2(origin.X + v[0], _path.At.Y));
                break;
            case 'V':
                _path.LineTo(new Vector2(_path.At.X, origin.Y + v[0]));
                break;
            case 'C':
                Curve(origin + new Vector2(v[0], v[1]), origin + new Vector2(v[2], v[3]), origin + new Vector2(v[4], v[5]));
                break;
            case 'S':
                Curve(Mirrored('C', 'S'), origin + new Vector2(v[0], v[1]), origin + new Vector2(v[2], v[3]));
                break;
            case 'Q':
                Quadratic(origin + new Vector2(v[0], v[1]), origin + new Vector2(v[2], v[3]));
                break;
            case 'T':
                Quadratic(Mirrored('Q', 'T'), origin + new Vector2(v[0], v[1]));
                break;
            case 'A':
                _path.ArcTo(new Vector2(v[0], v[1]), v[2], v[3] != 0, v[4] != 0, origin + new Vector2(v[5], v[6]));
                break;
            case 'Z':
                _path.Close();
                break;
        }
    }

    // Behind a curve of another kind the control point is where the pen is (9.3.6).
    private Vector2 Mirrored(char one, char other) => _last == one || _last == other ? (2 * _path.At) - _control : _path.At;

    private void Curve(Vector2 first, Vector2 second, Vector2 end)
    {
        _path.CurveTo(first, second, end);
        _control = second;
    }

    private void Quadratic(Vector2 control, Vector2 end)
    {
        _path.QuadraticTo(control, end);
        _control = control;
    }
}
