using CsCheck;
using Publisher.Model;
using Publisher.Templates.Liquid;

namespace Publisher.Tests.Templates;

public sealed class LiquidTests
{
    private static readonly Dictionary<string, object?> Fields = new(StringComparer.Ordinal)
    {
        ["name"] = "Rat",
        ["nothing"] = null,
        ["empty"] = "",
        ["yes"] = true,
        ["list"] = new List<object?> { "a", "b", "c" },
        ["contact"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "Mia" },
    };

    [Theory]
    [InlineData("Ohne Felder", "Ohne Felder")]
    [InlineData("{{ name }}", "Rat")]
    [InlineData("{{name}}", "Rat")]
    [InlineData("{{ contact.name }}", "Mia")]
    [InlineData("{{ contact.none.deeper }}{{ name }}", "Rat")]
    [InlineData("{{ list }}", "a, b, c")]
    [InlineData("{{ name | upcase }}", "RAT")]
    [InlineData("{{ name | append: '!' | prepend: \"?\" }}", "?Rat!")]
    [InlineData("{{ nothing | default: 'sonst' }}", "sonst")]
    [InlineData("{{ list | join: ', ' }}", "a, b, c")]
    [InlineData("{{ list | size }}", "3")]
    [InlineData("{{ list.first }}{{ list.last }}", "ac")]
    [InlineData("{{ 'Straße am Fluss' | truncate: 10 }}", "Straße am…")]
    [InlineData("{{ name | replace: 'R', 'T' }}", "Tat")]
    [InlineData("{% if name %}ja{% else %}nein{% endif %}", "ja")]
    [InlineData("{% if empty %}ja{% else %}nein{% endif %}", "nein")]
    [InlineData("{% if nothing %}ja{% elsif name == 'Rat' %}Rat{% endif %}", "Rat")]
    [InlineData("{% if name != 'Rat' or list contains 'b' %}ja{% endif %}", "ja")]
    [InlineData("{% if name and nothing %}ja{% else %}nein{% endif %}", "nein")]
    [InlineData("{% unless nothing %}ja{% endunless %}", "ja")]
    [InlineData("{% case name %}{% when 'Bund' %}1{% when 'Land', 'Rat' %}2{% else %}3{% endcase %}", "2")]
    [InlineData("{% for x in list %}{{ x }}{% unless forloop.last %}-{% endunless %}{% endfor %}", "a-b-c")]
    [InlineData("{% for x in nothing %}{{ x }}{% else %}leer{% endfor %}", "leer")]
    [InlineData("{% assign x = name | downcase %}{{ x }}", "rat")]
    [InlineData("{% capture x %}<{{ name }}>{% endcapture %}{{ x }}", "<Rat>")]
    [InlineData("a{% comment %} {{ name }} {% endcomment %}b", "ab")]
    [InlineData("{% raw %}{{ name }}{% endraw %}", "{{ name }}")]
    [InlineData("a \n {{- name -}} \n b", "aRatb")]
    [InlineData("ein { und } allein", "ein { und } allein")]
    public void It_fills_fields(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("a\n{% if name %}\nb\n{% endif %}\nc\n", "a\nb\nc\n")]
    [InlineData("a\n{% if nothing %}\nb\n{% endif %}\nc\n", "a\nc\n")]
    [InlineData("{% if name %}{% if yes %}\nb\n{% endif %}{% endif %}", "b\n")]
    [InlineData("{% for x in list %}\n{{ x }}\n{% endfor %}\n", "a\nb\nc\n")]
    [InlineData("a\n{{ nothing }}\nb\n", "a\nb\n")]
    [InlineData("x{% if name %}\ny{% endif %}", "x\ny")]
    public void A_line_of_tags_and_empty_values_leaves_no_line(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("a\nTel. {{ nothing }}\nb\n", "a\nb\n")]
    [InlineData("({{ nothing }}, {{ empty }})\nb\n", "b\n")]
    [InlineData("{{ nothing }}, {{ name }}\n", ", Rat\n")]
    [InlineData("Stand: {% if nothing %}{{ nothing }}{% endif %}\n", "Stand: \n")]
    [InlineData("Von {% for x in nothing %}{{ x }}{% endfor %}\nb\n", "b\n")]
    [InlineData("Von {% for x in nothing %}{{ x }}{% else %}niemand{% endfor %}\n", "Von niemand\n")]
    [InlineData("a\n{% for x in nothing %}\n{{ x }}\n{% endfor %}\nTelefon\n", "a\nTelefon\n")]
    [InlineData("{% for x in list %}\n{{ x }} {{ nothing }}\n{% endfor %}\n", "a \nb \nc \n")]
    [InlineData("{% capture x %}({{ nothing }}){% endcapture %}{% if x %}ja{% else %}nein{% endif %}", "nein")]
    [InlineData("{% capture x %}({{ name }}){% endcapture %}Von {{ x }}", "Von (Rat)")]
    [InlineData("Ohne Felder\n", "Ohne Felder\n")]
    public void A_line_whose_fields_are_all_empty_is_left_out_with_its_words_and_one_that_has_a_value_keeps_them(string text, string expected) =>
        Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("**{{ nothing }}** {{ name }}", " Rat")]
    [InlineData("{{ name }} ***{{ nothing }} {{ empty }}***", "Rat ")]
    [InlineData("{{ name }} _{{ nothing }}_", "Rat ")]
    [InlineData("{{ name }} **Nr. {{ nothing }}**", "Rat **Nr. **")]
    [InlineData("{{ name }} **[{{ nothing }}](mailto:{{ nothing }})**", "Rat ")]
    [InlineData("**{{ name }}** {{ nothing }}", "**Rat** ")]
    public void Marks_round_empty_fields_leave_nothing_behind(string text, string expected) => Assert.Equal(expected, Render(text));

    [Theory]
    [InlineData("a\n{{ name", 2, "\"{{ name\" is not closed.")]
    [InlineData("{{ name }\n{{ name }}", 1, "\"{{ name }\" is not closed.")]
    [InlineData("{% if name }\na\n{% endif %}", 1, "\"{% if name }\" is not closed.")]
    [InlineData("{% if name %}", 1, "This tag is not closed.")]
    [InlineData("\n\n{% endif %}", 3, "The tag \"endif\" has no beginning here.")]
    [InlineData("{% fi %}", 1, "There is no tag \"fi\".")]
    [InlineData("{{ name | upcas }}", 1, "There is no filter \"upcas\".")]
    [InlineData("{{ name name }}", 1, "\"name\" is not expected here.")]
    [InlineData("{{ }}", 1, "Something is missing at the end of this field.")]
    [InlineData("{{ 'a }}", 1, "A quotation mark is not closed.")]
    [InlineData("{% for x of list %}{% endfor %}", 1, "\"in\" is missing.")]
    [InlineData("{% include 'x' %}", 1, "There is no tag \"include\".")]
    public void A_mistake_is_named_with_its_line(string text, int line, string problem)
    {
        var fault = Assert.Single(FaultsOf(text));

        Assert.Equal(("title.md", line, problem), (fault.File, fault.Line, fault.Message));
    }

    [Fact]
    public void All_mistakes_of_a_text_are_named() => Assert.Equal(
        [
            "1 \"{{ name }\" is not closed.", "2 There is no filter \"upcas\".", "3 There is no tag \"fi\".", "4 Something is missing at the end of this field.",
            "6 \"in\" is missing.", "7 \"name\" is not expected here.",
        ],
        FaultsOf("{{ name }\n{{ name | upcas }}\n{% fi name %}\n{% if %}\n{% endif %}\n{% for x list %}{% endfor %}\n{{ name name }}\n")
            .Select(fault => $"{fault.Line} {fault.Message}"));

    [Theory]
    [InlineData("{% assign x = 'aaaaaaaaaa' %}" + Doubling + Doubling + Doubling + Doubling + Doubling + Doubling)]
    [InlineData("{% capture x %}aaaaaaaaaaaaaaaaaaaaaaaa{% endcapture %}{% for a in list %}{% for b in list %}{% for c in list %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}{% endfor %}{% endfor %}{{ x }}")]
    [InlineData("{% assign x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' %}{% assign x = x | replace: 'a', x | replace: 'a', x | replace: 'a', x %}")]
    [InlineData("{% for a in list %}{% for a1 in list %}{% for a2 in list %}{% for a3 in list %}{% for a4 in list %}{% for a5 in list %}{% for a6 in list %}{% for a7 in list %}{% for a8 in list %}{% for a9 in list %}{{ a }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}")]
    public void A_hostile_text_is_stopped(string text) => Assert.Throws<PublisherException>(() => Render(text));

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var text = string.Concat(Enumerable.Repeat("{% if name %}", 10_000)) + string.Concat(Enumerable.Repeat("{% endif %}", 10_000));

        Assert.NotEmpty(FaultsOf(text));
    }

    [Fact]
    public void No_text_makes_it_fail_in_another_way() => Gen.OneOf(
            Gen.String[Gen.Char[" {}%|'\"-.:,=<>ifendforxname\n"], 0, 60],
            Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(string.Concat))
        .Sample(text =>
        {
            var faults = new List<PublisherException>();
            try
            {
                LiquidTemplate.Parse("x.md", text, faults.Add).Render(Fields, value => value);
            }
            catch (PublisherException refusal)
            {
                faults.Add(refusal);
            }

            Assert.All(faults, fault => Assert.NotEmpty(fault.Remedy));
        });

    [Fact]
    public void It_knows_which_fields_a_text_names() => Assert.Equal(
        ["name", "list"], LiquidTemplate.Parse("x.md", "{% assign y = name %}{% for x in list %}{{ x }}{{ y }}{{ forloop.index }}{% endfor %}", Unexpected).Fields.Select(f => f.Name));

    private static readonly string[] Pieces =
        ["{% if name %}", "{% endif %}", "{{ name }}", "{% for x in list %}", "{% endfor %}", "{%- raw -%}", "\n", " ", "{% else %}"];

    private const string Doubling = "{% assign x = x | append: x | append: x | append: x | append: x | append: x | append: x %}";

    private static string Render(string text) => LiquidTemplate.Parse("x.md", text, Unexpected).Render(Fields, value => value);

    private static void Unexpected(PublisherException fault) => throw fault;

    private static List<PublisherException> FaultsOf(string text)
    {
        var faults = new List<PublisherException>();
        LiquidTemplate.Parse("title.md", text, faults.Add);
        return faults;
    }
}
