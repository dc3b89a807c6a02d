using System.Reflection;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Tests.Support;

namespace Publisher.Tests.Architecture;

/// <summary>The table in src/README.md, enforced.</summary>
public sealed class RoomTests
{
    private static readonly Assembly[] Rooms =
    [
        typeof(Document).Assembly,
        typeof(Publisher.Sources.SourceCatalog).Assembly,
        typeof(Publisher.Templates.Template).Assembly,
        Assembly.Load("Publisher.Typesetting"),
        typeof(Publisher.Editions.EditionCatalog).Assembly,
    ];

    [Theory]
    [InlineData("Publisher.Model", "")]
    [InlineData("Publisher.Sources", "Publisher.Model")]
    [InlineData("Publisher.Templates", "Publisher.Model")]
    [InlineData("Publisher.Typesetting", "")]
    [InlineData("Publisher.Editions", "Publisher.Model Publisher.Templates Publisher.Typesetting")]
    public void A_room_uses_only_the_rooms_it_may(string room, string allowed)
    {
        var assembly = Rooms.Single(a => a.GetName().Name == room);

        var used = assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => name.StartsWith("Publisher.", StringComparison.Ordinal));

        Assert.Empty(used.Except(allowed.Split(' ')));
    }

    [Theory]
    [InlineData("Publisher.Model", "")]
    [InlineData("Publisher.Sources", "Markdig HtmlSanitizer AngleSharp AngleSharp.Css YamlDotNet DocumentFormat.OpenXml DocumentFormat.OpenXml.Framework System.IO.Packaging")]
    [InlineData("Publisher.Templates", "YamlDotNet")]
    [InlineData("Publisher.Typesetting", "HarfBuzzSharp")]
    [InlineData("Publisher.Editions", "DocumentFormat.OpenXml DocumentFormat.OpenXml.Framework System.IO.Packaging")]
    public void A_room_uses_only_the_libraries_it_may(string room, string allowed)
    {
        var assembly = Rooms.Single(a => a.GetName().Name == room);
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        var used = assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => !name.StartsWith("Publisher.", StringComparison.Ordinal) && !File.Exists(Path.Combine(framework, name + ".dll")));

        Assert.Empty(used.Except(allowed.Split(' ')));
    }

    [Theory]
    [InlineData("Publisher.Sources", "PlainText", "Markdown", "Docx", "Pdf", "Json")]
    [InlineData("Publisher.Editions", "Html", "Docx", "Pdf")]
    public void Format_folders_do_not_know_one_another(string room, params string[] formats)
    {
        var folder = Path.Combine(Repository.Root, "src", room);
        var offences =
            from format in formats
            let path = Path.Combine(folder, format)
            where Directory.Exists(path)
            from file in Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
            from line in File.ReadLines(file)
            from other in formats
            where other != format && line.StartsWith($"using {room}.{other}", StringComparison.Ordinal)
            select $"{Path.GetRelativePath(folder, file)}: {line}";

        Assert.Empty(offences);
    }

    [Fact]
    public void Blocks_and_inlines_are_closed_sets_of_sealed_records()
    {
        var kinds = typeof(Document).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Block)) || type.IsSubclassOf(typeof(Inline)))
            .ToArray();

        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind => Assert.True(kind.IsSealed, kind.Name));
    }

    [Fact]
    public void The_model_cannot_be_changed_once_it_is_made()
    {
        var settable =
            from type in typeof(Document).Assembly.GetExportedTypes()
            from property in type.GetProperties()
            where property.DeclaringType!.Assembly == type.Assembly
            where property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit")
            select $"{type.Name}.{property.Name}";

        Assert.Empty(settable);
    }

    [Fact]
    public void No_room_is_called_by_a_word_that_says_nothing()
    {
        string[] empty = ["Core", "Common", "Helper", "Util", "Manager", "Processor", "Service", "Shared", "Misc"];

        var named = Rooms.SelectMany(room => room.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Publisher.", StringComparison.Ordinal) == true && !type.Name.StartsWith('<'))
            .Where(type => empty.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal) || type.Name.EndsWith(word + "s", StringComparison.Ordinal)))
            .Select(type => type.FullName);

        Assert.Empty(named);
    }
}
