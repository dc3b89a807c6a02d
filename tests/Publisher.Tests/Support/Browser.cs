using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Publisher.Tests.Support;

/// <summary>
/// A headless Chromium that stays open for many pages, steered by its DevTools protocol: starting one for each page would take a second
/// each. Used by one test at a time.
/// </summary>
internal sealed class Browser : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;
    private readonly TemporaryFolder _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonObject> _events = [];
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly string _session = "";
    private int _calls;

    private Browser(Process process, TemporaryFolder profile, string address)
    {
        _process = process;
        _profile = profile;
        Wait(_socket.ConnectAsync(new Uri(address), CancellationToken.None));
        var target = Call("Target.createTarget", new JsonObject { ["url"] = "about:blank" })["targetId"]!.GetValue<string>();
        _session = Call("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true })["sessionId"]!.GetValue<string>();
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            Call(domain + ".enable");
        }
    }

    /// <summary>Starts it; skips the test where it is not installed.</summary>
    public static Browser Start()
    {
        var profile = new TemporaryFolder();
        var process = OutsideProgram.Require("chromium", "chromium-browser", "google-chrome").Start(
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0", "--font-render-hinting=none",
            "--force-color-profile=srgb", "--user-data-dir=" + profile.Path);
        const string Announcement = "DevTools listening on ";
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                // What it has to say from now on is read by nobody, and must not fill the pipe.
                _ = process.StandardError.ReadToEndAsync();
                return new Browser(process, profile, line[Announcement.Length..].Trim());
            }
        }

        Assert.Fail("The browser ended before it listened.");
        throw new UnreachableException();
    }

    /// <summary>Opens a page and waits until it, its fonts and images are there.</summary>
    /// <returns>The addresses it asked for, <c>data:</c> apart, and what the browser logged.</returns>
    public (string[] Requests, string[] Log) Open(string html, params (string Path, ReadOnlyMemory<byte> Content)[] assets)
    {
        foreach (var (path, content) in assets)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(path))!);
            File.WriteAllBytes(_folder.PathOf(path), content.ToArray());
        }

        File.WriteAllText(_folder.PathOf("page.html"), html);
        _events.Clear();
        Call("Page.navigate", new JsonObject { ["url"] = "file://" + _folder.PathOf("page.html") });
        while (!_events.Exists(e => MethodOf(e) == "Page.loadEventFired"))
        {
            Receive();
        }

        Evaluate("document.fonts.ready.then(() => 1)");
        return (
            [.. _events.Where(e => MethodOf(e) == "Network.requestWillBeSent").Select(e => e["params"]!["request"]!["url"]!.GetValue<string>()).Where(url => !url.StartsWith("data:", StringComparison.Ordinal))],
            [.. _events.Where(e => MethodOf(e) == "Log.entryAdded").Select(e => e["params"]!["entry"]!["text"]!.GetValue<string>())]);
    }

    /// <summary>Sets the size of the window in CSS pixels.</summary>
    public void Resize(int width, int height) => Call(
        "Emulation.setDeviceMetricsOverride",
        new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    /// <summary>Sets what the reader prefers, such as <c>prefers-color-scheme</c> = <c>dark</c>.</summary>
    /// <param name="medium"><c>screen</c> or <c>print</c>.</param>
    /// <param name="features">Names and values.</param>
    public void Prefer(string medium, params (string Name, string Value)[] features) => Call(
        "Emulation.setEmulatedMedia",
        new JsonObject
        {
            ["media"] = medium,
            ["features"] = new JsonArray([.. features.Select(f => new JsonObject { ["name"] = f.Name, ["value"] = f.Value })]),
        });

    /// <summary>Runs a script, whatever the page's policy says, and gives what it returns or promises.</summary>
    public JsonNode? Evaluate(string script)
    {
        var result = Call("Runtime.evaluate", new JsonObject { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true });
        Assert.False(result.ContainsKey("exceptionDetails"), result.ToJsonString());
        return result["result"]!["value"];
    }

    /// <summary>A picture of the page from its top, as PNG.</summary>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="height">In CSS pixels.</param>
    /// <param name="scale">Less than 1 for a smaller picture.</param>
    public byte[] Picture(int width, int height, double scale) => Convert.FromBase64String(Call(
        "Page.captureScreenshot",
        new JsonObject
        {
            ["format"] = "png",
            ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = width, ["height"] = height, ["scale"] = scale },
        })["data"]!.GetValue<string>());

    /// <summary>The page on paper, as PDF, in the size its style sheet asks for.</summary>
    public byte[] Print() => Convert.FromBase64String(Call(
        "Page.printToPDF", new JsonObject { ["preferCSSPageSize"] = true, ["printBackground"] = false })["data"]!.GetValue<string>());

    /// <summary>Presses the tab key.</summary>
    public void Tab()
    {
        foreach (var type in new[] { "rawKeyDown", "keyUp" })
        {
            Call("Input.dispatchKeyEvent", new JsonObject { ["type"] = type, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 });
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
        try
        {
            _profile.Dispose();
        }
        catch (IOException)
        {
            // A part of the browser that ends later than the rest still wrote something.
        }
    }

    private static string? MethodOf(JsonObject message) => message["method"]?.GetValue<string>();

    private static void Wait(Task task) => task.WaitAsync(TimeSpan.FromSeconds(60)).GetAwaiter().GetResult();

    private JsonObject Call(string method, JsonObject? parameters = null)
    {
        var id = ++_calls;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (_session.Length > 0)
        {
            message["sessionId"] = _session;
        }

        Wait(_socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None));
        while (true)
        {
            if (Receive() is { } answer && answer["id"]?.GetValue<int>() == id)
            {
                Assert.False(answer.ContainsKey("error"), method + ": " + answer["error"]?.ToJsonString());
                return answer["result"]!.AsObject();
            }
        }
    }

    private JsonObject Receive()
    {
        using var text = new MemoryStream();
        while (true)
        {
            var received = _socket.ReceiveAsync(_buffer, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(120)).GetAwaiter().GetResult();
            text.Write(_buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                break;
            }
        }

        var message = JsonNode.Parse(text.ToArray())!.AsObject();
        if (MethodOf(message) is not null)
        {
            _events.Add(message);
        }

        return message;
    }
}
