using System.Text;
using Publisher.Model;
using Publisher.Sources;
using Publisher.Sources.Decoding;

namespace Publisher.Tests.Sources.Decoding;

public sealed class UnicodeDecoderTests
{
    private const string Sample = "Grüße\r\n„Ja“ 🙂\rEnde\n";

    public static TheoryData<byte[]> Encodings => new(
        Encoding.UTF8.GetBytes(Sample),
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Sample)],
        [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Sample)],
        [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Sample)]);

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_read_in_each_of_its_encodings(byte[] bytes) => Assert.Equal(Sample, Decode(bytes).Text);

    [Fact]
    public void Windows_1252_is_refused_with_its_line()
    {
        var refusal = Assert.Throws<PublisherException>(() => Decode([.. "Text\nGr"u8, 0xFC, 0xDF, .. "e\n"u8]));

        Assert.Equal("statement.md", refusal.File);
        Assert.Equal(2, refusal.Line);
        Assert.Equal("This is not UTF-8 text.", refusal.Message);
        Assert.Contains("UTF-8", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_file_is_refused()
    {
        var refusal = Assert.Throws<PublisherException>(() => Decode([.. "PK\u0003\u0004\n"u8, 0, 0, 0]));

        Assert.Equal(2, refusal.Line);
    }

    [Fact]
    public void A_lone_surrogate_in_UTF_16_is_refused()
    {
        var refusal = Assert.Throws<PublisherException>(() => Decode([0xFF, 0xFE, 0x41, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x41, 0x00]));

        Assert.Equal(2, refusal.Line);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(4, 1, 5)]
    [InlineData(7, 2, 1)]
    [InlineData(15, 3, 1)]
    [InlineData(20, 4, 1)]
    public void A_place_is_counted_in_lines_and_columns(int offset, int line, int column) =>
        Assert.Equal(new SourceSpan(offset, 0, line, column), Decode(Encoding.UTF8.GetBytes(Sample)).Span(offset, 0));

    private static SourceText Decode(byte[] bytes) => UnicodeDecoder.Decode(new SourceFile("statement.md", bytes));
}
