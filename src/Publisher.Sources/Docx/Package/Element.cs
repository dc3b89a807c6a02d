namespace Publisher.Sources.Docx.Package;

/// <summary>An element of a part. Children are linked, not listed: a part has hundreds of thousands of elements with few children each.</summary>
internal sealed class Element(string name, string[] attributes)
{
    /// <summary>The usual prefix of its namespace and its name, such as <c>w:p</c>; interned, see <see cref="Names"/>.</summary>
    public string Name { get; } = name;

    /// <summary>The first child; null if it has none.</summary>
    public Element? First { get; set; }

    /// <summary>The element behind it; null if it is the last one.</summary>
    public Element? Next { get; set; }

    /// <summary>The text that stands in it directly; empty if none.</summary>
    public string Text { get; set; } = "";

    /// <summary>True if <c>xml:space="preserve"</c> holds in it.</summary>
    public bool KeepsSpace { get; init; }

    /// <summary>The value of an attribute by its usual prefix and name; null if it is not there.</summary>
    public string? this[string name]
    {
        get
        {
            for (var i = 0; i < attributes.Length; i += 2)
            {
                if (attributes[i] == name)
                {
                    return attributes[i + 1];
                }
            }

            return null;
        }
    }

    /// <summary>The first child of a name; null if there is none.</summary>
    public Element? Child(string name)
    {
        for (var child = First; child is not null; child = child.Next)
        {
            if (child.Name == name)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The <c>w:val</c> of the first child of a name; null if there is none.</summary>
    public string? ValueOf(string name) => Child(name)?["w:val"];

    /// <summary>True if a child of the name is there and not switched off (ECMA-376-1, 17.17.4); null if it is not there.</summary>
    public bool? Toggle(string name) => Child(name) is { } child ? child["w:val"] is not ("0" or "false" or "off") : null;

    /// <summary>The children.</summary>
    public IEnumerable<Element> Children()
    {
        for (var child = First; child is not null; child = child.Next)
        {
            yield return child;
        }
    }

    /// <summary>The children of a name.</summary>
    public IEnumerable<Element> Children(string name) => Children().Where(child => child.Name == name);

    /// <summary>Everything below, each element before what it holds.</summary>
    public IEnumerable<Element> Descendants()
    {
        var open = new Stack<Element>();
        for (var next = First; next is not null || open.Count > 0;)
        {
            if (next is null)
            {
                next = open.Pop().Next;
                continue;
            }

            yield return next;
            open.Push(next);
            next = next.First;
        }
    }
}
