using TvmEmulator.Blobs;

namespace TvmEmulator.UnitTests.Blobs;

public sealed class DiskBudgetTests
{
    private readonly DiskBudget _budget = new(100);

    [Fact]
    public void Add_WithinLimit_KeepsAll()
    {
        _budget.Add("a", 50).ShouldBeEmpty();
        _budget.Add("b", 50).ShouldBeEmpty();
        _budget.Add("b", 50).ShouldBeEmpty();
    }

    [Fact]
    public void Add_BeyondLimit_DropsWhatWasUsedLeastRecently()
    {
        _budget.Add("a", 40);
        _budget.Add("b", 40);
        _budget.Touch("a");

        _budget.Add("c", 40).ShouldBe(["b"]);
        _budget.Add("d", 90).ShouldBe(["a", "c"]);
    }

    [Fact]
    public void Add_LargerThanTheLimit_StaysAlone()
    {
        _budget.Add("a", 40);

        _budget.Add("b", 1000).ShouldBe(["a"]);
        _budget.Add("c", 1).ShouldBe(["b"]);
    }

    [Fact]
    public void DropHalf_Files_DropsThoseUsedLeastRecently()
    {
        _budget.Add("a", 1);
        _budget.Add("b", 1);
        _budget.Add("c", 1);
        _budget.Touch("a");

        _budget.DropHalf().ShouldBe(["b", "c"]);
        _budget.DropHalf().ShouldBe(["a"]);
        _budget.DropHalf().ShouldBeEmpty();
    }

    [Fact]
    public void Remove_File_GivesItsRoomBack()
    {
        _budget.Add("a", 60);
        _budget.Remove("a");
        _budget.Remove("a");

        _budget.Add("b", 100).ShouldBeEmpty();
    }
}
