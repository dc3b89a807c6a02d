using System.Collections.Immutable;

namespace Publisher.Editions.Pictures.Vectors;

/// <summary>A picture of shapes and lines of text, ready to be drawn by any edition.</summary>
/// <param name="Width">In CSS pixels (96 to the inch), greater than zero.</param>
/// <param name="Height">In CSS pixels, greater than zero.</param>
/// <param name="Root">What it shows; the origin is the upper left corner, x grows to the right and y downwards, in CSS pixels.</param>
/// <param name="NotDrawn">What the file has besides, in words, each once and sorted.</param>
/// <param name="IsActive">Whether the file runs something or leads out of itself, so that nobody should be given it as it is.</param>
internal sealed record VectorPicture(float Width, float Height, VectorGroup Root, ImmutableArray<string> NotDrawn, bool IsActive);
