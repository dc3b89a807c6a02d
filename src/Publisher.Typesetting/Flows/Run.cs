using System.Collections.Immutable;

namespace Publisher.Typesetting.Flows;

/// <summary>A part of a paragraph: one of the sealed records below, and no other.</summary>
/// <param name="Structure">The caller's mark.</param>
public abstract record Run(StructureId Structure);

/// <summary>Text in one look.</summary>
/// <param name="Text">White space is one space; U+00AD marks where a word may be divided and is not printed.</param>
/// <param name="Style">The look.</param>
/// <param name="Structure">The caller's mark.</param>
public sealed record TextRun(string Text, TextStyle Style, StructureId Structure) : Run(Structure);

/// <summary>A line end that the text asks for.</summary>
/// <param name="Structure">The caller's mark.</param>
public sealed record LineEndRun(StructureId Structure) : Run(Structure);

/// <summary>A picture standing on the baseline like a letter.</summary>
/// <param name="Picture">What to show.</param>
/// <param name="Width">Width on the page; reduced in proportion where the measure is narrower.</param>
/// <param name="Height">Height on the page.</param>
/// <param name="Structure">The caller's mark.</param>
public sealed record PictureRun(Picture Picture, Length Width, Length Height, StructureId Structure) : Run(Structure);

/// <summary>The mark of a note; the note itself goes to the foot of the page the mark stands on.</summary>
/// <param name="Mark">What is printed in the text.</param>
/// <param name="Style">The look of the mark.</param>
/// <param name="Note">The note's blocks, with their own mark where one is wanted; none if another mark of the note brings them.</param>
/// <param name="Structure">The caller's mark.</param>
public sealed record NoteRun(string Mark, TextStyle Style, ImmutableArray<FlowBlock> Note, StructureId Structure) : Run(Structure);

/// <summary>A value that only the finished pages know.</summary>
/// <param name="Value">Which value.</param>
/// <param name="Style">The look.</param>
/// <param name="Structure">The caller's mark.</param>
public sealed record ReferenceRun(Reference Value, TextStyle Style, StructureId Structure) : Run(Structure);

/// <summary>What a <see cref="ReferenceRun"/> stands for.</summary>
/// <param name="Kind">Which value.</param>
/// <param name="Target">The place a <see cref="ReferenceKind.PageOf"/> asks for.</param>
public readonly record struct Reference(ReferenceKind Kind, StructureId Target = default);

/// <summary>The values that only the finished pages know.</summary>
public enum ReferenceKind
{
    /// <summary>Number of the page it stands on.</summary>
    Page,

    /// <summary>Number of pages.</summary>
    Pages,

    /// <summary>The last section begun on the page, or else before it.</summary>
    Section,

    /// <summary>Number of the page where content with a given mark begins; <c>?</c> if there is none.</summary>
    PageOf,
}
