using System.Globalization;
using Microsoft.OData.Edm;

namespace TvmEmulator.OData.Model;

/// <summary>Reads the table of the service's data model, <c>service-model.txt</c>; its head says how it is written.</summary>
internal sealed class ModelTable
{
    private readonly EdmModel _model = new();
    private readonly EdmEntityContainer _container = new(ODataAnswer.Namespace, "Container");

    // What the indented lines belong to.
    private EdmStructuredType? _type;
    private string? _key;
    private EdmEntitySet? _set;

    private ModelTable() => _model.AddElement(_container);

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A line is not understood, or names what no line above it declares.</exception>
    public static IEdmModel Read(TextReader table)
    {
        var reader = new ModelTable();
        while (table.ReadLine() is { } line)
            reader.ReadLine(line);
        return reader._model;
    }

    private void ReadLine(string line)
    {
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case [] or ["#", ..]:
                break;
            case ["enum", var name, var underlying, .. var members]:
                AddEnum(name, underlying, members);
                break;
            case ["complex", var name]:
                Begin(new EdmComplexType(ODataAnswer.Namespace, name));
                break;
            case ["complex", var name, ":", var baseType]:
                Begin(new EdmComplexType(ODataAnswer.Namespace, name, Declared<IEdmComplexType>(baseType)));
                break;
            case ["entity", var name, ":", var baseType]:
                Begin(new EdmEntityType(ODataAnswer.Namespace, name, Declared<IEdmEntityType>(baseType)));
                break;
            case ["entity", var name, "key", var key]:
                Begin(new EdmEntityType(ODataAnswer.Namespace, name), key);
                break;
            case ["set", var name, var type]:
                _set = _container.AddEntitySet(name, Declared<IEdmEntityType>(type));
                break;
            case ["function", var name, "->", var type]:
                AddFunction(name, type);
                break;
            case [var path, "->", var target] when _set is not null:
                Bind(_set, path, target);
                break;
            case [var name, "->", var type] when _type is not null:
                AddNavigation(_type, name, type);
                break;
            case [var name, var type] when _type is not null:
                AddProperty(_type, name, type);
                break;
            default:
                throw new FormatException($"The line '{line}' of the model is not understood.");
        }
    }

    private void AddEnum(string name, string underlying, IEnumerable<string> members)
    {
        var type = new EdmEnumType(ODataAnswer.Namespace, name, Enum.Parse<EdmPrimitiveTypeKind>(underlying), isFlags: false);
        foreach (var member in members.Select(member => member.Split('=')))
            type.AddMember(member[0], new EdmEnumMemberValue(long.Parse(member[1], CultureInfo.InvariantCulture)));
        _model.AddElement(type);
    }

    private void Begin(EdmStructuredType type, string? key = null)
    {
        (_type, _key, _set) = (type, key, null);
        _model.AddElement((IEdmSchemaElement)type);
    }

    private void AddProperty(EdmStructuredType type, string name, string typeText)
    {
        var property = type.AddStructuralProperty(name, TypeOf(typeText));
        if (name == _key)
            ((EdmEntityType)type).AddKeys(property);
    }

    private void AddNavigation(EdmStructuredType type, string name, string typeText) => type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
    {
        Name = name,
        Target = Declared<IEdmEntityType>(typeText.TrimEnd('?', '[', ']')),
        TargetMultiplicity = typeText.EndsWith("[]", StringComparison.Ordinal) ? EdmMultiplicity.Many
            : typeText.EndsWith('?') ? EdmMultiplicity.ZeroOrOne
            : EdmMultiplicity.One,
    });

    private void Bind(EdmEntitySet set, string path, string target)
    {
        // The path to a navigation that only a derived type has begins with that type.
        var (owner, name) = path.Split('/') switch
        {
            [var derived, var last] => (Declared<IEdmEntityType>(derived), last),
            _ => (set.EntityType(), path),
        };
        var navigation = owner.NavigationProperties().First(property => property.Name == name);
        var bindingPath = owner == set.EntityType() ? name : $"{owner.FullName()}/{name}";
        set.AddNavigationTarget(navigation, _container.FindEntitySet(target), new EdmPathExpression(bindingPath));
    }

    private void AddFunction(string boundName, string returned)
    {
        var dot = boundName.IndexOf('.', StringComparison.Ordinal);
        var function = new EdmFunction(
            ODataAnswer.Namespace, boundName[(dot + 1)..], NullableTypeOf(returned), isBound: true, entitySetPathExpression: null, isComposable: false);
        function.AddParameter("bindingParameter", NullableTypeOf(boundName[..dot]));
        _model.AddElement(function);
    }

    private IEdmTypeReference NullableTypeOf(string text) =>
        TypeOf(text.EndsWith("[]", StringComparison.Ordinal) ? text.Insert(text.Length - 2, "?") : text + "?");

    private IEdmTypeReference TypeOf(string text)
    {
        if (text.EndsWith("[]", StringComparison.Ordinal))
            return EdmCoreModel.GetCollection(TypeOf(text[..^2]));

        var isNullable = text.EndsWith('?');
        var name = text.TrimEnd('?');
        if (Enum.TryParse<EdmPrimitiveTypeKind>(name, out var kind))
            return EdmCoreModel.Instance.GetPrimitive(kind, isNullable);

        return Declared<IEdmSchemaType>(name) switch
        {
            IEdmEnumType type => new EdmEnumTypeReference(type, isNullable),
            IEdmComplexType type => new EdmComplexTypeReference(type, isNullable),
            var type => new EdmEntityTypeReference((IEdmEntityType)type, isNullable),
        };
    }

    private T Declared<T>(string name)
        where T : class, IEdmSchemaType =>
        _model.FindDeclaredType($"{ODataAnswer.Namespace}.{name}") as T
        ?? throw new FormatException($"The model has no {typeof(T).Name} {name} above its first use.");
}
