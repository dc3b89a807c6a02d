using System.Text;

namespace Publisher.Editions.Pictures;

/// <summary>
/// A QR code (ISO/IEC 18004) of a text in byte mode with error correction M, which makes good up to 15 % of damage: versions 1 to 10,
/// 213 bytes at most.
/// </summary>
internal sealed class QrCode
{
    private const int LongestVersion = 10;

    // Table 9, level M: error correction codewords of a block, blocks, data codewords of the shorter blocks.
    private static readonly (int Correction, int Blocks, int Data)[] Blocks =
        [(10, 1, 16), (16, 1, 28), (26, 1, 44), (18, 2, 32), (24, 2, 43), (16, 4, 27), (18, 4, 31), (22, 4, 38), (22, 5, 36), (26, 5, 43)];

    // How many of a version's blocks hold one codeword more.
    private static readonly int[] LongerBlocks = [0, 0, 0, 0, 0, 0, 0, 2, 2, 1];

    // Annex E: where the middles of alignment patterns stand besides 6.
    private static readonly int[][] Alignment = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];

    private readonly int _version;
    private readonly bool[,] _dark;
    private readonly bool[,] _isFixed;

    private QrCode(int version)
    {
        _version = version;
        Size = 17 + (version * 4);
        _dark = new bool[Size, Size];
        _isFixed = new bool[Size, Size];
    }

    /// <summary>Modules on a side, without the quiet zone of four that must stay around them.</summary>
    public int Size { get; }

    /// <summary>Whether a module is dark; rows and columns count from the upper left corner.</summary>
    public bool this[int row, int column] => _dark[row, column];

    /// <summary>Encodes a text as UTF-8; null if it is longer than 213 bytes.</summary>
    public static QrCode? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var version = 1; version <= LongestVersion; version++)
        {
            if (HeaderBits(version) + (bytes.Length * 8) <= DataCodewords(version) * 8)
                return new QrCode(version).Draw(Interleave(version, Fill(version, bytes)));
        }

        return null;
    }

    private static int HeaderBits(int version) => version < 10 ? 12 : 20;

    private static int DataCodewords(int version) =>
        (Blocks[version - 1].Blocks * Blocks[version - 1].Data) + LongerBlocks[version - 1];

    // 7.4: mode, number of characters, data, terminator, padding.
    private static byte[] Fill(int version, byte[] bytes)
    {
        var data = new byte[DataCodewords(version)];
        var at = 0;
        Append(0b0100, 4);
        Append(bytes.Length, HeaderBits(version) - 4);
        foreach (var b in bytes)
            Append(b, 8);
        var pad = (at + Math.Min(4, (data.Length * 8) - at) + 7) / 8;
        for (var i = pad; i < data.Length; i++)
            data[i] = (i - pad) % 2 == 0 ? (byte)0xEC : (byte)0x11;
        return data;

        void Append(int value, int count)
        {
            for (var bit = count - 1; bit >= 0; bit--, at++)
                data[at / 8] |= (byte)(((value >> bit) & 1) << (7 - (at % 8)));
        }
    }

    // 7.5 and 7.6: the codewords of all blocks take turns, data first.
    private static List<byte> Interleave(int version, byte[] data)
    {
        var (correction, count, shorter) = Blocks[version - 1];
        var blocks = new List<byte[]>();
        var start = 0;
        for (var i = 0; i < count; i++)
        {
            var length = shorter + (i >= count - LongerBlocks[version - 1] ? 1 : 0);
            blocks.Add(data[start..(start + length)]);
            start += length;
        }

        var corrections = blocks.Select(block => Correct(block, correction)).ToArray();
        var all = new List<byte>();
        for (var i = 0; i <= shorter; i++)
            all.AddRange(blocks.Where(block => i < block.Length).Select(block => block[i]));
        for (var i = 0; i < correction; i++)
            all.AddRange(corrections.Select(block => block[i]));
        return all;
    }

    // Annex A: the remainder of a division by the generator polynomial over GF(256).
    private static byte[] Correct(byte[] block, int count)
    {
        var generator = new byte[count];
        generator[^1] = 1;
        byte root = 1;
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < count; k++)
                generator[k] = (byte)(Multiply(generator[k], root) ^ (k + 1 < count ? generator[k + 1] : 0));
            root = Multiply(root, 2);
        }

        var rest = new byte[count];
        foreach (var b in block)
        {
            var factor = (byte)(b ^ rest[0]);
            for (var k = 0; k < count; k++)
                rest[k] = (byte)((k + 1 < count ? rest[k + 1] : 0) ^ Multiply(generator[k], factor));
        }

        return rest;
    }

    private static byte Multiply(byte x, byte y)
    {
        const int Polynomial = 0x11D;
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * Polynomial);
            product ^= ((y >> bit) & 1) * x;
        }

        return (byte)product;
    }

    private QrCode Draw(List<byte> codewords)
    {
        DrawPatterns();
        DrawVersion();
        DrawFormat(0);
        DrawCodewords(codewords);
        var best = 0;
        var least = int.MaxValue;
        for (var mask = 0; mask < 8; mask++)
        {
            Apply(mask);
            DrawFormat(mask);
            var penalty = Penalty();
            if (penalty < least)
                (best, least) = (mask, penalty);
            Apply(mask);
        }

        Apply(best);
        DrawFormat(best);
        return this;
    }

    private void Set(int row, int column, bool dark) => (_dark[row, column], _isFixed[row, column]) = (dark, true);

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        foreach (var (row, column) in ((int, int)[])[(3, 3), (3, Size - 4), (Size - 4, 3)])
            DrawRings(row, column, 4);
        int[] middles = [6, .. Alignment[_version - 1]];
        foreach (var row in middles)
        {
            foreach (var column in middles)
            {
                var isFinder = (row == 6 && column == 6) || (row == 6 && column == Size - 7) || (row == Size - 7 && column == 6);
                if (_version > 1 && !isFinder)
                    DrawRings(row, column, 2);
            }
        }
    }

    // Squares within squares: 4 for a finder with its white edge, 2 for an alignment pattern.
    private void DrawRings(int row, int column, int reach)
    {
        for (var y = Math.Max(0, row - reach); y <= Math.Min(Size - 1, row + reach); y++)
        {
            for (var x = Math.Max(0, column - reach); x <= Math.Min(Size - 1, column + reach); x++)
            {
                var ring = Math.Max(Math.Abs(y - row), Math.Abs(x - column));
                Set(y, x, reach == 4 ? ring is not (2 or 4) : ring != 1);
            }
        }
    }

    // 7.10: version numbers from 7, twice, with a code that makes good three errors.
    private void DrawVersion()
    {
        if (_version < 7)
            return;
        var rest = _version;
        for (var i = 0; i < 12; i++)
            rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
        var bits = (_version << 12) | rest;
        for (var i = 0; i < 18; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            Set(i / 3, Size - 11 + (i % 3), dark);
            Set(Size - 11 + (i % 3), i / 3, dark);
        }
    }

    // 7.9: level M is 00; the fifteen bits stand twice.
    private void DrawFormat(int mask)
    {
        var rest = mask;
        for (var i = 0; i < 10; i++)
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        var bits = ((mask << 10) | rest) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            var (row, column) = i < 6 ? (i, 8) : i == 6 ? (7, 8) : i == 7 ? (8, 8) : i == 8 ? (8, 7) : (8, 14 - i);
            Set(row, column, dark);
            if (i < 8)
                Set(8, Size - 1 - i, dark);
            else
                Set(Size - 15 + i, 8, dark);
        }

        Set(Size - 8, 8, dark: true);
    }

    // 7.7.3: two columns at a time from the right, up and down in turn, the timing column left out.
    private void DrawCodewords(List<byte> codewords)
    {
        var bit = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            if (right == 6)
                right = 5;
            for (var step = 0; step < Size; step++)
            {
                var row = ((right + 1) & 2) == 0 ? Size - 1 - step : step;
                for (var column = right; column > right - 2; column--)
                {
                    if (_isFixed[row, column] || bit >= codewords.Count * 8)
                        continue;
                    _dark[row, column] = ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) == 1;
                    bit++;
                }
            }
        }
    }

    // 7.8.2; applied twice, a mask undoes itself.
    private void Apply(int mask)
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var inverts = mask switch
                {
                    0 => (x + y) % 2,
                    1 => y % 2,
                    2 => x % 3,
                    3 => (x + y) % 3,
                    4 => ((x / 3) + (y / 2)) % 2,
                    5 => (x * y % 2) + (x * y % 3),
                    6 => ((x * y % 2) + (x * y % 3)) % 2,
                    _ => (((x + y) % 2) + (x * y % 3)) % 2,
                };
                _dark[y, x] ^= !_isFixed[y, x] && inverts == 0;
            }
        }
    }

    // 7.8.3: what a scanner might mistake.
    private int Penalty()
    {
        var (penalty, darkCount) = (0, 0);
        for (var i = 0; i < Size; i++)
            penalty += PenaltyOfLine(i, isRow: true) + PenaltyOfLine(i, isRow: false);
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                darkCount += _dark[y, x] ? 1 : 0;
                if (x > 0 && y > 0 && _dark[y, x] == _dark[y - 1, x] && _dark[y, x] == _dark[y, x - 1] && _dark[y, x] == _dark[y - 1, x - 1])
                    penalty += 3;
            }
        }

        var total = Size * Size;
        return penalty + (Math.Abs((darkCount * 20) - (total * 10)) / total * 10);
    }

    private int PenaltyOfLine(int line, bool isRow)
    {
        var (penalty, run, history) = (0, 0, 0);
        for (var i = 0; i < Size; i++)
        {
            var dark = isRow ? _dark[line, i] : _dark[i, line];
            var before = i > 0 && (isRow ? _dark[line, i - 1] : _dark[i - 1, line]);
            run = i > 0 && dark == before ? run + 1 : 1;
            penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
            history = ((history << 1) | (dark ? 1 : 0)) & 0x7FF;
            if (i >= 10 && history is 0b10111010000 or 0b00001011101)
                penalty += 40;
        }

        return penalty;
    }
}
