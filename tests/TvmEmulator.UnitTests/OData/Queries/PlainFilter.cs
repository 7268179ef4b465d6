using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>
/// The slow twin of filters: a tree that prints itself as OData and walks itself over a row. The value is null, a bool, a long, a string or a time.
/// </summary>
internal sealed record PlainFilter(string Text, Func<Device, object?> Value)
{
    public override string ToString() => Text;

    /// <summary>Filters of at most this depth.</summary>
    public static Gen<PlainFilter> Filters(int depth)
    {
        return depth == 0 ? Leaf() : Gen.Frequency(
            (2, Leaf()),
            (2, from left in Filters(depth - 1) from right in Filters(depth - 1) select And(left, right)),
            (2, from left in Filters(depth - 1) from right in Filters(depth - 1) select Or(left, right)),
            (1, from operand in Filters(depth - 1) select Not(operand)));
    }

    private static Gen<PlainFilter> Leaf() => Gen.OneOf(
        Compared(Whole(2)),
        Compared(Texts(2)),
        Compared(Times()),
        Gen.Constant(new PlainFilter("isJoined", device => device.IsJoined)),
        from text in Texts(1)
        from part in Gen.Elements("a", "b", "ab", "")
        select new PlainFilter($"contains({text},'{part}')", device => text.Value(device) is string value ? value.Contains(part, StringComparison.Ordinal) : null),
        from tag in Gen.Elements("a", "b", "ab")
        select new PlainFilter($"tags/any(t: t eq '{tag}')", device => device.Tags?.Any(one => one == tag) ?? false),
        from tag in Gen.Elements("a", "b", "ab")
        select new PlainFilter($"tags/all(t: t eq '{tag}')", device => device.Tags?.All(one => one == tag) ?? true),
        from number in Whole(1)
        from a in Gen.Choose(-2, 2)
        from b in Gen.Choose(-2, 2)
        select new PlainFilter($"{number} in ({a},{b})", device => number.Value(device) is long value && (value == a || value == b)));

    private static Gen<PlainFilter> Whole(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Constant(new PlainFilter("weaknesses", device => device.Weaknesses)),
            Gen.Constant(new PlainFilter("osBuild", device => device.OsBuild)),
            Gen.Choose(-3, 3).Select(number => new PlainFilter(number.ToString(CultureInfo.InvariantCulture), _ => (long)number)));
        return depth == 0 ? leaf : Gen.OneOf(
            leaf,
            from text in Texts(0) select new PlainFilter($"length({text})", device => (long?)(text.Value(device) as string)?.Length),
            from left in Whole(depth - 1) from right in Whole(depth - 1) select Arithmetic("add", left, right, (a, b) => a + b),
            from left in Whole(depth - 1) from right in Whole(depth - 1) select Arithmetic("sub", left, right, (a, b) => a - b),
            from left in Whole(depth - 1)
            from divisor in Gen.Choose(1, 3)
            select new PlainFilter($"({left} mod {divisor})", device => left.Value(device) is long a ? a % divisor : null));
    }

    private static Gen<PlainFilter> Texts(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Constant(new PlainFilter("name", device => device.Name)),
            Gen.Elements("", "a", "b", "ab", "A").Select(text => new PlainFilter($"'{text}'", _ => text)));
        return depth == 0 ? leaf : Gen.OneOf(
            leaf,
            from text in Texts(depth - 1) select new PlainFilter($"tolower({text})", device => (text.Value(device) as string)?.ToLowerInvariant()),
            from left in Texts(depth - 1)
            from right in Texts(depth - 1)
            select new PlainFilter($"concat({left},{right})", device => left.Value(device) is string a && right.Value(device) is string b ? a + b : null));
    }

    private static Gen<PlainFilter> Times() => Gen.OneOf(
        Gen.Constant(new PlainFilter("lastSeen", device => device.LastSeen)),
        Gen.Choose(1, 4).Select(day => new PlainFilter($"2024-01-0{day}T00:00:00Z", _ => new DateTimeOffset(2024, 1, day, 0, 0, 0, TimeSpan.Zero))));

    private static Gen<PlainFilter> Compared(Gen<PlainFilter> operands) =>
        from left in operands
        from right in Gen.Frequency((6, operands), (1, Gen.Constant(new PlainFilter("null", _ => null))))
        from comparison in Gen.Elements("eq", "ne", "gt", "ge", "lt", "le")
        select new PlainFilter($"{left} {comparison} {right}", device => Holds(comparison, left.Value(device), right.Value(device)));

    private static bool Holds(string comparison, object? left, object? right)
    {
        if (comparison is "eq" or "ne")
            return Equals(left, right) == (comparison == "eq");
        if (left is null || right is null)
            return false;
        var order = left is string text ? string.CompareOrdinal(text, (string)right) : ((IComparable)left).CompareTo(right);
        return comparison switch { "gt" => order > 0, "ge" => order >= 0, "lt" => order < 0, _ => order <= 0 };
    }

    private static PlainFilter And(PlainFilter left, PlainFilter right) => new($"({left} and {right})", device => (left.Value(device), right.Value(device)) switch
    {
        (false, _) or (_, false) => false,
        (true, true) => true,
        _ => null,
    });

    private static PlainFilter Or(PlainFilter left, PlainFilter right) => new($"({left} or {right})", device => (left.Value(device), right.Value(device)) switch
    {
        (true, _) or (_, true) => true,
        (false, false) => false,
        _ => null,
    });

    private static PlainFilter Not(PlainFilter operand) => new($"not ({operand})", device => operand.Value(device) is bool value ? !value : null);

    private static PlainFilter Arithmetic(string name, PlainFilter left, PlainFilter right, Func<long, long, long> apply) =>
        new($"({left} {name} {right})", device => left.Value(device) is long a && right.Value(device) is long b ? apply(a, b) : null);
}
