using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Validation;
using TvmEmulator.OData;
using TvmEmulator.OData.Model;

namespace TvmEmulator.UnitTests.OData.Model;

public sealed class ModelTableTests
{
    [Theory]
    [InlineData("String", "Edm.String", false)]
    [InlineData("Int64?", "Edm.Int64", true)]
    [InlineData("Colour", "microsoft.windowsDefenderATP.api.Colour", false)]
    [InlineData("Place?", "microsoft.windowsDefenderATP.api.Place", true)]
    public void Read_Property_HasTypeAndNullability(string text, string name, bool isNullable)
    {
        var type = TypeOfProperty(text);

        (type.FullName(), type.IsNullable).ShouldBe((name, isNullable));
    }

    [Theory]
    [InlineData("Int32[]", "Edm.Int32", false)]
    [InlineData("String?[]", "Edm.String", true)]
    [InlineData("Place?[]", "microsoft.windowsDefenderATP.api.Place", true)]
    public void Read_Collection_HasTypeAndNullabilityOfItsElements(string text, string name, bool isNullable)
    {
        var element = TypeOfProperty(text).AsCollection().ElementType();

        (element.FullName(), element.IsNullable).ShouldBe((name, isNullable));
    }

    [Theory]
    [InlineData("Thing", EdmMultiplicity.One)]
    [InlineData("Thing?", EdmMultiplicity.ZeroOrOne)]
    [InlineData("Thing[]", EdmMultiplicity.Many)]
    public void Read_Navigation_LeadsToOneOrMany(string text, EdmMultiplicity multiplicity)
    {
        var model = Read("entity Thing key id", "    id String", "entity Other : Thing", $"    things -> {text}");

        Type(model, "Other").NavigationProperties().Single().TargetMultiplicity().ShouldBe(multiplicity);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("name String")]
    [InlineData("type Place")]
    [InlineData("complex Place : Unknown")]
    [InlineData("set Places Place")]
    public void Read_LineThatMeansNothing_IsRefused(string line) => Should.Throw<FormatException>(() => Read(line));

    [Fact]
    public void Shared_ByTheRulesOfOData_HasNoErrorButTheServicesOwn()
    {
        ServiceModel.Shared.Validate(out var errors);

        // The service has a type and functions of one name.
        errors.Select(error => error.ErrorMessage).Distinct(StringComparer.Ordinal)
            .ShouldBe([$"An element with the name '{ODataAnswer.Namespace}.Software' is already defined."]);
    }

    private static IEdmTypeReference TypeOfProperty(string text)
    {
        var model = Read("enum Colour Int32 Red=0", "complex Place", "    name String", "complex Thing", $"    property {text}");

        return Type(model, "Thing").FindProperty("property").Type;
    }

    private static IEdmStructuredType Type(IEdmModel model, string name) => (IEdmStructuredType)model.FindType($"{ODataAnswer.Namespace}.{name}");

    private static IEdmModel Read(params string[] lines) => ModelTable.Read(new StringReader(string.Join('\n', lines)));
}
