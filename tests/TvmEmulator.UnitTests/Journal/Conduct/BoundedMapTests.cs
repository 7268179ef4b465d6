using FsCheck.Fluent;
using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class BoundedMapTests
{
    private const int Capacity = 3;

    /// <summary>The slow twin is a list in the order of age.</summary>
    [Fact]
    public void Map_AnySequence_IsAListThatForgetsItsOldest() =>
        Prop.ForAll(Gen.Two(Gen.Choose(0, 5)).ListOf().ToArbitrary(), steps =>
        {
            var map = new BoundedMap<int, int>(Capacity);
            List<(int Key, int Value)> list = [];
            foreach (var (key, action) in steps)
            {
                list.RemoveAll(entry => entry.Key == key);
                if (action == 0)
                {
                    map.Remove(key);
                    continue;
                }

                map.Set(key, action);
                list.Add((key, action));
                if (list.Count > Capacity)
                    list.RemoveAt(0);
            }

            return map.Entries.SequenceEqual(list) && map.IsEmpty == (list.Count == 0)
                && Enumerable.Range(0, 6).All(key => map.TryGet(key, out var value) ? list.Contains((key, value)) : list.TrueForAll(entry => entry.Key != key));
        }).Hold();
}
