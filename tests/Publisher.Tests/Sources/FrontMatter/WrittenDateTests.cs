using Publisher.Sources.FrontMatter;

namespace Publisher.Tests.Sources.FrontMatter;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2026-11-02")]
    [InlineData("02.11.2026")]
    [InlineData("2.11.2026")]
    [InlineData("2. 11. 2026")]
    [InlineData("2. November 2026")]
    [InlineData("2 November 2026")]
    [InlineData("2 novembre 2026")]
    [InlineData("2nd November 2026")]
    public void A_day_is_read_in_the_forms_of_three_languages(string text) =>
        Assert.Equal(new DateOnly(2026, 11, 2), WrittenDate.Date(text));

    [Theory]
    [InlineData("März 2026")]
    [InlineData("31. April 2026")]
    [InlineData("2. November 26")]
    [InlineData("11/02/2026")]
    [InlineData("")]
    public void What_is_no_day_is_not_guessed(string text) => Assert.Null(WrittenDate.Date(text));

    [Theory]
    [InlineData("2026-11-02 10:30")]
    [InlineData("2026-11-02T10:30:00")]
    [InlineData("02.11.2026, 10:30 Uhr")]
    [InlineData("2. November 2026, 10.30 Uhr")]
    public void A_time_stands_behind_its_day(string text) =>
        Assert.Equal(new DateTime(2026, 11, 2, 10, 30, 0), WrittenDate.DateAndTime(text));

    [Fact]
    public void A_full_hour_needs_no_minutes() =>
        Assert.Equal(new DateTime(2026, 11, 2, 9, 0, 0), WrittenDate.DateAndTime("2.11.2026 9 Uhr"));

    [Fact]
    public void A_day_alone_begins_at_midnight() =>
        Assert.Equal(new DateTime(2026, 11, 2, 0, 0, 0), WrittenDate.DateAndTime("2. November 2026"));
}
