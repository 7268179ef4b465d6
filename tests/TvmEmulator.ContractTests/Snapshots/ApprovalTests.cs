using System.Reflection;

namespace TvmEmulator.ContractTests.Snapshots;

public sealed class ApprovalTests
{
    [Fact]
    public void ApprovedFiles_All_BelongToATest()
    {
        var tests = typeof(ApprovalTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance), (type, method) => $"{type.Name}.{method.Name}")
            .ToHashSet(StringComparer.Ordinal);

        var orphans = Directory.GetFiles(Approval.Folder, "*.verified.txt")
            .Select(file => Path.GetFileName(file)!)
            .Where(file => !tests.Contains(string.Join('.', file.Split('.')[..2])));

        orphans.ShouldBeEmpty();
    }
}
