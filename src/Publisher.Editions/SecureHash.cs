using System.Buffers.Binary;
using System.Numerics;

namespace Publisher.Editions;

/// <summary>
/// The hash by which files name what is in them (FIPS 180-4). Our own, because the framework asks OpenSSL for it on Linux: a machine
/// without OpenSSL ends the program, and loading it takes 3 ms.
/// </summary>
internal static class SecureHash
{
    private const int BlockLength = 64;
    private const int LengthField = 8;

    // FIPS 180-4, 4.2.2.
    private static ReadOnlySpan<uint> Constants =>
    [
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    ];

    /// <summary>The SHA-256 of some bytes: 32 bytes.</summary>
    public static byte[] Sha256(ReadOnlySpan<byte> message)
    {
        // FIPS 180-4, 5.3.3.
        Span<uint> state = [0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19];
        var whole = message.Length / BlockLength * BlockLength;
        Append(state, message[..whole]);

        // FIPS 180-4, 5.1.1: a bit that is set, then zeros, and the length in bits at the end of a block.
        Span<byte> end = stackalloc byte[2 * BlockLength];
        end.Clear();
        var rest = message[whole..];
        rest.CopyTo(end);
        end[rest.Length] = 0x80;
        end = end[..(rest.Length + 1 + LengthField <= BlockLength ? BlockLength : 2 * BlockLength)];
        BinaryPrimitives.WriteUInt64BigEndian(end[^LengthField..], (ulong)message.Length * 8);
        Append(state, end);

        var digest = new byte[state.Length * sizeof(uint)];
        for (var i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(i * sizeof(uint)), state[i]);
        }

        return digest;
    }

    /// <summary>FIPS 180-4, 6.2.2, for each block.</summary>
    private static void Append(Span<uint> state, ReadOnlySpan<byte> blocks)
    {
        Span<uint> schedule = stackalloc uint[Constants.Length];
        for (; blocks.Length > 0; blocks = blocks[BlockLength..])
        {
            Schedule(schedule, blocks);
            var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
            var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
            for (var t = 0; t < schedule.Length; t++)
            {
                var first = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25))
                    + ((e & f) ^ (~e & g)) + Constants[t] + schedule[t];
                var second = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22))
                    + ((a & b) ^ (a & c) ^ (b & c));
                (h, g, f, e) = (g, f, e, d + first);
                (d, c, b, a) = (c, b, a, first + second);
            }

            state[0] += a;
            state[1] += b;
            state[2] += c;
            state[3] += d;
            state[4] += e;
            state[5] += f;
            state[6] += g;
            state[7] += h;
        }
    }

    /// <summary>FIPS 180-4, 6.2.2, step 1.</summary>
    private static void Schedule(Span<uint> schedule, ReadOnlySpan<byte> block)
    {
        const int Words = BlockLength / sizeof(uint);
        for (var t = 0; t < Words; t++)
        {
            schedule[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(t * sizeof(uint))..]);
        }

        for (var t = Words; t < schedule.Length; t++)
        {
            var (near, far) = (schedule[t - 2], schedule[t - 15]);
            schedule[t] = (BitOperations.RotateRight(near, 17) ^ BitOperations.RotateRight(near, 19) ^ (near >> 10)) + schedule[t - 7]
                + (BitOperations.RotateRight(far, 7) ^ BitOperations.RotateRight(far, 18) ^ (far >> 3)) + schedule[t - 16];
        }
    }
}
