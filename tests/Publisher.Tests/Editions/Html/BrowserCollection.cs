using Publisher.Tests.Support;

namespace Publisher.Tests.Editions.Html;

/// <summary>The tests that share one browser, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}

/// <summary>The browser.</summary>
public sealed class BrowserFixture : IDisposable
{
    private Browser? _browser;

    /// <summary>Started by the first test that needs it, so that a missing one skips the test.</summary>
    internal Browser Browser => _browser ??= Browser.Start();

    public void Dispose() => _browser?.Dispose();
}
