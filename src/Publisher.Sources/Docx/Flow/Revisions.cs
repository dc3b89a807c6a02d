using System.Text;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Flow;

/// <summary>
/// Tracked changes (ECMA-376-1, 17.13.5): which text counts, that before or that after. What the tool itself changed comes back as
/// <see cref="Correction"/>s where changes are accepted, so that the next draft can show it again.
/// </summary>
internal sealed class Revisions(Reading reading)
{
    private readonly bool _rejects = reading.File.Revisions == RevisionPolicy.Reject;
    private int _count;

    /// <summary>True if the text before the changes counts.</summary>
    public bool Rejects => _rejects;

    /// <summary>True if what stands in an element does not count; notes that it is there.</summary>
    public bool Drops(Element element)
    {
        if (RuleOf(element) is null)
        {
            Note(element);
        }
        else
        {
            Refuse(element);
        }

        return element.Name is "w:del" or "w:moveFrom" ? !_rejects : _rejects;
    }

    /// <summary>True if the mark at the end of a paragraph does not count, so that the next paragraph continues this one.</summary>
    public bool DropsMark(Element? properties)
    {
        for (var property = properties?.Child("w:rPr")?.First; property is not null; property = property.Next)
        {
            if (property.Name is "w:ins" or "w:del" or "w:moveFrom" or "w:moveTo" && Drops(property))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if a row of a table does not count.</summary>
    public bool DropsRow(Element? properties) =>
        (properties?.Child("w:del") is { } deleted && Drops(deleted)) | (properties?.Child("w:ins") is { } inserted && Drops(inserted));

    /// <summary>The properties that count: those before a change of formatting, if changes are rejected.</summary>
    /// <param name="properties">Such as <c>w:rPr</c>.</param>
    /// <param name="change">The name of the record of a change in it.</param>
    public Element? Properties(Element? properties, string change)
    {
        if (properties?.Child(change) is not { } record)
        {
            return properties;
        }

        Note(record);
        return _rejects ? record.Child(properties.Name) : properties;
    }

    /// <summary>The rule by whose name the tool made a change, as our editions write it; null if a person made it.</summary>
    public static string? RuleOf(Element element)
    {
        if (element["w:author"] is not { } author || !author.EndsWith(')') || author.LastIndexOf('(') is not (> 1 and var start) || author[start - 1] != ' ')
        {
            return null;
        }

        var rule = author[(start + 1)..^1];
        return rule.Contains('.') && rule.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-') ? rule : null;
    }

    /// <summary>
    /// What the tool changed at an element and the one behind it, if changes are accepted and nobody wrote into it since; null otherwise.
    /// </summary>
    /// <param name="element">A deletion or an insertion.</param>
    /// <param name="last">The last element that belongs to it.</param>
    public Correction? CorrectionAt(Element element, out Element last)
    {
        last = element;
        if (_rejects || RuleOf(element) is not { } rule || TextOf(element) is not { } text)
        {
            return null;
        }

        Refuse(element);
        if (element.Name != "w:del")
        {
            return new Correction("", text, rule);
        }

        var original = element["w:id"] is { } id && reading.Facts?.Originals.TryGetValue(id, out var written) == true ? written : text;
        if (element.Next is not { Name: "w:ins" } next || RuleOf(next) != rule || TextOf(next) is not { } replacement)
        {
            return new Correction(original, "", rule);
        }

        last = next;
        return new Correction(original, replacement, rule);
    }

    /// <summary>Says that changes of editors were decided about.</summary>
    public void Report()
    {
        if (_count > 0)
        {
            var changes = _count == 1 ? "A tracked change was" : $"{_count} tracked changes were";
            reading.Report(
                DiagnosticCode.RevisionsResolved,
                DiagnosticSeverity.Note,
                SourceSpan.None,
                $"{changes} {(_rejects ? "rejected" : "accepted")}.",
                "Decide about them in Word, or use --revisions accept, reject or fail.");
        }
    }

    private void Note(Element element)
    {
        _count++;
        Refuse(element);
    }

    private void Refuse(Element element)
    {
        if (reading.File.Revisions == RevisionPolicy.Fail)
        {
            var author = element["w:author"] is { Length: > 0 } name ? $" by {name}" : "";
            throw new PublisherException(reading.File.Name, reading.Line, $"There are tracked changes, the first{author} in this paragraph.", "Accept or reject them in Word, or use --revisions accept or reject.");
        }
    }

    /// <summary>The text of a change; null if it holds anything else than text and line ends.</summary>
    private static string? TextOf(Element change)
    {
        var text = new StringBuilder();
        for (var run = change.First; run is not null; run = run.Next)
        {
            if (run.Name != "w:r")
            {
                return null;
            }

            for (var part = run.First; part is not null; part = part.Next)
            {
                switch (part.Name)
                {
                    case "w:t" or "w:delText":
                        text.Append(part.Text);
                        break;
                    case "w:br":
                        text.Append('\n');
                        break;
                    case "w:rPr":
                        break;
                    default:
                        return null;
                }
            }
        }

        return text.ToString();
    }
}
