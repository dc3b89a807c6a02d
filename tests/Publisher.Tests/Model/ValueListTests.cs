using Publisher.Model;

namespace Publisher.Tests.Model;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_with_equal_elements_are_equal()
    {
        ValueList<string> left = ["a", "b"];
        ValueList<string> right = ["a", "b"];

        Assert.True(left == right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.True(left != ["b", "a"]);
        Assert.True(left != ["a"]);
    }

    [Fact]
    public void The_default_is_the_empty_list()
    {
        Assert.True(default(ValueList<string>) == []);
        Assert.True(default(ValueList<string>).IsEmpty);
        Assert.Empty(default(ValueList<string>));
        Assert.True(new ValueList<string>([]) == ValueList<string>.Empty);
    }

    [Fact]
    public void Later_changes_of_an_array_do_not_reach_the_list()
    {
        string[] array = ["a"];
        var list = array.ToValueList();
        array[0] = "b";

        Assert.Equal("a", list[0]);
    }

    [Fact]
    public void Lists_are_sliced_and_extended()
    {
        ValueList<int> list = [1, 2, 3];

        Assert.Equal([2, 3], list[1..]);
        Assert.Equal([1, 2, 3, 4, 5], list.Add(4).AddRange([5]));
        Assert.True(list is [1, .. var rest] && rest == [2, 3]);
    }
}
