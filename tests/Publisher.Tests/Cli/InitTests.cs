using Publisher.Templates;
using Publisher.Tests.Support;
using Publisher.Tests.Templates;

namespace Publisher.Tests.Cli;

public sealed class InitTests
{
    [Theory]
    [InlineData("it", "Contents")]
    [InlineData("de-CH", "Inhalt")]
    public void A_locale_to_translate_is_one_that_works_as_it_is(string language, string contents)
    {
        using var folder = new TemporaryFolder();

        var result = PublisherProgram.Run(folder.Path, ["init", "house", "--locale", language]);

        Assert.True(result.ExitCode == 0, result.Error);
        var template = TemplateFolder.Load(folder.PathOf("house"), TemplateSupport.Options);
        Assert.Empty(template.Diagnostics);
        Assert.Equal((language, contents), (template.LocaleFor(language).Language, template.LocaleFor(language)[Publisher.Templates.Labels.Label.Contents]));
    }
}
