using System.Security.Cryptography;
using Publisher.Editions;

namespace Publisher.Tests.Editions;

public sealed class SecureHashTests
{
    [Fact]
    public void The_example_of_the_standard_has_its_digest()
    {
        var digest = SecureHash.Sha256("abc"u8);

        Assert.Equal("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", Convert.ToHexString(digest));
    }

    [Fact]
    public void Messages_that_end_anywhere_in_a_block_have_the_digest_of_the_framework()
    {
        var message = Enumerable.Range(0, 300).Select(i => (byte)(i * 7)).ToArray();

        Assert.All(Enumerable.Range(0, message.Length + 1), length =>
            Assert.Equal(SHA256.HashData(message.AsSpan(0, length)), SecureHash.Sha256(message.AsSpan(0, length))));
    }
}
