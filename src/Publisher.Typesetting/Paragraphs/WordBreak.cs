namespace Publisher.Typesetting.Paragraphs;

/// <summary>A place inside a word where a line may end.</summary>
/// <param name="Index">The next line begins with the UTF-16 unit of this index.</param>
/// <param name="Penalty">What a line end there costs; 0 is free.</param>
/// <param name="AddsHyphen">Whether a hyphen is printed there that is no part of the text.</param>
internal readonly record struct WordBreak(int Index, int Penalty, bool AddsHyphen);
