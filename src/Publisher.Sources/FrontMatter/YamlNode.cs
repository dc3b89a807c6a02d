using Publisher.Model;

namespace Publisher.Sources.FrontMatter;

/// <summary>A node of a small YAML tree: a scalar, a sequence or a mapping, with its place.</summary>
internal abstract record YamlNode(SourceSpan Span);

/// <summary>A scalar; <c>IsNull</c> for an empty plain one, <c>~</c> and <c>null</c>.</summary>
internal sealed record YamlScalar(string Value, bool IsNull, SourceSpan Span) : YamlNode(Span);

/// <summary>A sequence.</summary>
internal sealed record YamlSequence(ValueList<YamlNode> Items, SourceSpan Span) : YamlNode(Span);

/// <summary>A mapping whose keys are scalars, in the order of the text; a key may stand twice.</summary>
internal sealed record YamlMapping(ValueList<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span);

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
