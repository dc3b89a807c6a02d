using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Tests.Support;

namespace Publisher.Tests.Templates;

/// <summary>Loads templates for tests, from the repository or from a few files.</summary>
internal static class TemplateSupport
{
    public static readonly string Shared = Repository.PathOf("templates");

    public static readonly TemplateOptions Options = new(Parse, Shared);

    public static Template Standard { get; } = TemplateFolder.Load(Path.Combine(Shared, "standard"), Options);

    /// <summary>Loads a template of a few files.</summary>
    public static Template Load(params (string Name, string Text)[] files)
    {
        using var folder = new TemplateOnDisk(files);
        return TemplateFolder.Load(folder.Path, Options);
    }

    /// <summary>What loading a template of a few files says.</summary>
    public static PublisherException Refusal(params (string Name, string Text)[] files)
    {
        using var folder = new TemplateOnDisk(files);
        return Assert.Throws<PublisherException>(() => TemplateFolder.Load(folder.Path, Options));
    }

    /// <summary>Paragraphs of plain lines: what these tests need of Markdown, so that a failure here is a failure of the template.</summary>
    public static ValueList<Block> Parse(string markdown) => markdown
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => paragraph.Trim())
        .Where(paragraph => paragraph.Length > 0)
        .Select(Block (paragraph) => new Paragraph(Line(paragraph)))
        .ToValueList();

    private static ValueList<Inline> Line(string text)
    {
        var line = new List<Inline>();
        var run = new System.Text.StringBuilder();
        void Flush()
        {
            if (run.Length > 0)
            {
                line.Add(new Text(run.ToString()));
                run.Clear();
            }
        }

        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when i + 1 < text.Length:
                    run.Append(text[++i]);
                    break;
                case ' ' when text.AsSpan(i).TrimStart(' ').StartsWith('\n'):
                    break;
                case '\n':
                    Flush();
                    line.Add(new LineBreak());
                    break;
                case >= '\uE000' and <= '\uE002':
                    Flush();
                    line.Add(new Placeholder((PlaceholderKind)(text[i] - '\uE000')));
                    break;
                default:
                    run.Append(text[i]);
                    break;
            }
        }

        Flush();
        return line.ToValueList();
    }
}

/// <summary>A template's folder for the time of a test.</summary>
internal sealed class TemplateOnDisk : IDisposable
{
    public TemplateOnDisk(params (string Name, string Text)[] files)
    {
        Path = Directory.CreateTempSubdirectory("template-").FullName;
        foreach (var (name, text) in files)
        {
            var path = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
