using System.Collections;
using System.Runtime.CompilerServices;

namespace Publisher.Model;

/// <summary>
/// An immutable list that equals another list with equal elements in the same order, so that records which hold one are equal to
/// their twins. <c>default</c> is the empty list.
/// </summary>
/// <typeparam name="T">The element; itself immutable and equal by value.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? _items;

    internal ValueList(T[] items) => _items = items.Length == 0 ? null : items;

    /// <summary>The empty list.</summary>
    public static ValueList<T> Empty => default;

    /// <inheritdoc/>
    public int Count => _items?.Length ?? 0;

    /// <summary>True if there is no element.</summary>
    public bool IsEmpty => _items is null;

    /// <inheritdoc/>
    public T this[int index] => AsSpan()[index];

    /// <summary>The elements, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Some of the elements; this is what a range and a list pattern call.</summary>
    public ValueList<T> Slice(int start, int length) => new(AsSpan().Slice(start, length).ToArray());

    /// <summary>The elements in <paramref name="other"/> after these.</summary>
    public ValueList<T> AddRange(IEnumerable<T> other) => new([.. AsSpan(), .. other]);

    /// <summary>These elements and one more at the end.</summary>
    public ValueList<T> Add(T item) => new([.. AsSpan(), item]);

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) => AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equal elements in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Not equal elements in the same order.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>Enumerates without an allocation.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>The elements in brackets, for a failing test's message.</summary>
    public override string ToString() => $"[{string.Join(", ", _items ?? [])}]";
}

/// <summary>Makes a <see cref="ValueList{T}"/>.</summary>
public static class ValueList
{
    /// <summary>A list of the given elements; this is what a collection expression calls.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>A list of the elements of a sequence.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new(items.ToArray());
}
