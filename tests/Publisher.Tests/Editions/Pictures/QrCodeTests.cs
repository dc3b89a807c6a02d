using System.Text;
using Publisher.Editions.Pictures;

namespace Publisher.Tests.Editions.Pictures;

/// <summary>Reads the codes back the way a scanner does: format, mask, zigzag, blocks, bytes.</summary>
public sealed class QrCodeTests
{
    [Theory]
    [InlineData("a", 21)]
    [InlineData("https://example.org/", 25)]
    [InlineData("https://example.org/stellungnahmen/2026/unterbringung-von-gefluechteten", 37)]
    public void A_short_text_reads_back_and_takes_the_smallest_version(string text, int size)
    {
        var code = QrCode.Of(text);

        Assert.NotNull(code);
        Assert.Equal(size, code.Size);
        Assert.Equal(text, Read(code));
    }

    [Fact]
    public void Every_length_up_to_the_longest_has_sound_corrections()
    {
        for (var length = 1; length <= 213; length++)
        {
            var text = new string('x', length);
            Assert.Equal(text, Read(QrCode.Of(text)!));
        }
    }

    [Fact]
    public void A_text_beyond_the_longest_gets_no_code() => Assert.Null(QrCode.Of(new string('x', 214)));

    private static string Read(QrCode code)
    {
        var version = (code.Size - 17) / 4;
        var format = 0;
        for (var i = 0; i < 15; i++)
        {
            var (row, column) = i < 6 ? (i, 8) : i == 6 ? (7, 8) : i == 7 ? (8, 8) : i == 8 ? (8, 7) : (8, 14 - i);
            format |= (code[row, column] ? 1 : 0) << i;
        }

        var mask = ((format ^ 0x5412) >> 10) & 7;
        Assert.Equal(0, (format ^ 0x5412) >> 13);
        var bits = new List<bool>();
        var isUp = true;
        for (var right = code.Size - 1; right > 0; right -= 2, isUp = !isUp)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < code.Size; step++)
            {
                var y = isUp ? code.Size - 1 - step : step;
                foreach (var x in (int[])[right, right - 1])
                {
                    if (!IsFunction(code.Size, version, y, x))
                        bits.Add(code[y, x] ^ IsMasked(mask, y, x));
                }
            }
        }

        var codewords = Enumerable.Range(0, bits.Count / 8)
            .Select(i => (byte)Enumerable.Range(0, 8).Aggregate(0, (value, k) => (value << 1) | (bits[(i * 8) + k] ? 1 : 0)))
            .ToArray();
        var (correction, blocks, data) = Table[version];
        var total = codewords.Length;
        var longer = (total - (blocks * (correction + data))) is var rest && rest > 0 ? rest : 0;
        var parts = Enumerable.Range(0, blocks).Select(_ => new List<byte>()).ToArray();
        var at = 0;
        for (var i = 0; i <= data; i++)
        {
            for (var b = 0; b < blocks; b++)
            {
                if (i < data || b >= blocks - longer)
                    parts[b].Add(codewords[at++]);
            }
        }

        var message = parts.SelectMany(p => p).ToArray();
        for (var i = 0; i < correction; i++)
        {
            for (var b = 0; b < blocks; b++)
                parts[b].Add(codewords[at++]);
        }

        Assert.All(parts, part => AssertNoSyndromes(part, correction));
        var header = version < 10 ? 12 : 20;
        int Bits(int start, int count) => Enumerable.Range(start, count).Aggregate(0, (v, k) => (v << 1) | ((message[k / 8] >> (7 - (k % 8))) & 1));
        Assert.Equal(4, Bits(0, 4));
        var length = Bits(4, header - 4);
        return Encoding.UTF8.GetString([.. Enumerable.Range(0, length).Select(i => (byte)Bits(header + (i * 8), 8))]);
    }

    // ISO/IEC 18004, table 9, level M.
    private static readonly Dictionary<int, (int Correction, int Blocks, int Data)> Table = new()
    {
        [1] = (10, 1, 16),
        [2] = (16, 1, 28),
        [3] = (26, 1, 44),
        [4] = (18, 2, 32),
        [5] = (24, 2, 43),
        [6] = (16, 4, 27),
        [7] = (18, 4, 31),
        [8] = (22, 4, 38),
        [9] = (22, 5, 36),
        [10] = (26, 5, 43),
    };

    private static void AssertNoSyndromes(List<byte> block, int count)
    {
        var (exponents, logarithms) = (new int[512], new int[256]);
        for (int i = 0, value = 1; i < 255; i++)
        {
            exponents[i] = exponents[i + 255] = value;
            logarithms[value] = i;
            value = (value << 1) ^ (value >= 128 ? 0x11D : 0);
        }

        for (var root = 0; root < count; root++)
        {
            var sum = 0;
            foreach (var b in block)
                sum = (sum == 0 ? 0 : exponents[logarithms[sum] + root]) ^ b;
            Assert.Equal(0, sum);
        }
    }

    private static bool IsMasked(int mask, int i, int j) => mask switch
    {
        0 => (i + j) % 2 == 0,
        1 => i % 2 == 0,
        2 => j % 3 == 0,
        3 => (i + j) % 3 == 0,
        4 => ((i / 2) + (j / 3)) % 2 == 0,
        5 => (i * j % 2) + (i * j % 3) == 0,
        6 => ((i * j % 2) + (i * j % 3)) % 2 == 0,
        _ => (((i + j) % 2) + (i * j % 3)) % 2 == 0,
    };

    private static bool IsFunction(int size, int version, int y, int x)
    {
        var isFinder = (y < 9 && x < 9) || (y < 9 && x >= size - 8) || (y >= size - 8 && x < 9);
        var isVersion = version >= 7 && ((y < 6 && x >= size - 11) || (x < 6 && y >= size - 11));
        if (isFinder || isVersion || y == 6 || x == 6)
            return true;
        if (version == 1)
            return false;
        int[] middles = version < 7 ? [6, size - 7] : [6, size / 2, size - 7];
        return middles.Any(my => middles.Any(mx =>
            Math.Abs(y - my) <= 2 && Math.Abs(x - mx) <= 2
            && !((my == 6 && mx == 6) || (my == 6 && mx == size - 7) || (my == size - 7 && mx == 6))));
    }
}
