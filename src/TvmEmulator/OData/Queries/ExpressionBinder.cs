using System.Linq.Expressions;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// Turns what Microsoft.OData.Core has parsed into expressions over rows. One binder serves one request. What it cannot bind it refuses with an
/// <see cref="ODataException"/>, like the parser.
/// </summary>
/// <param name="shape">Columns of the rows.</param>
/// <param name="now">What <c>now()</c> is.</param>
/// <param name="allowsArithmetic">Whether expressions may fail when they are evaluated.</param>
internal sealed class ExpressionBinder(IRowShape shape, DateTimeOffset now, bool allowsArithmetic)
{
    // The work of lambdas inside lambdas is the product of the lists' lengths.
    private const int MostNestedLambdas = 2;

    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Names of the properties of the rows themselves that were bound so far.</summary>
    public IReadOnlyCollection<string> Used => _used;

    /// <summary>Whether something that was bound so far depends on the time.</summary>
    public bool AsksTheTime { get; private set; }

    /// <summary>An expression over a row.</summary>
    /// <param name="node">What was parsed.</param>
    /// <param name="range">The row's variable in it.</param>
    /// <param name="row">The row.</param>
    public Expression Bind(QueryNode node, RangeVariable range, ParameterExpression row)
    {
        _variables[range.Name] = new Variable(row, shape);
        return Bind(node);
    }

    private Expression Bind(QueryNode node) => node switch
    {
        _ when !allowsArithmetic && IsArithmetic(node) => throw new ODataException("Arithmetic is not supported inside of $expand."),
        ConstantNode constant => Constant(constant),
        ConvertNode convert => Convert(convert),
        BinaryOperatorNode binary => Binary(binary),
        UnaryOperatorNode unary => QueryOperators.Unary(unary.OperatorKind, Bind(unary.Operand)),
        SingleValuePropertyAccessNode property => Property(property),
        SingleComplexNode complex => Column(complex.Source, complex.Property).Value,
        NonResourceRangeVariableReferenceNode variable => _variables[variable.Name].Value,
        ResourceRangeVariableReferenceNode variable => _variables[variable.Name].Value,
        SingleValueFunctionCallNode call => Call(call),
        InNode list => In(list),
        AnyNode any => Lambda(any, nameof(Enumerable.Any)),
        AllNode all => Lambda(all, nameof(Enumerable.All)),
        CountNode count => Count(count),
        _ => throw Unsupported(node),
    };

    private static ODataException Unsupported(QueryNode node) => new(node switch
    {
        ParameterAliasNode { Alias: var alias } => $"The parameter alias {alias} is not supported here: the value itself has to stand in its place.",
        CollectionNavigationNode { NavigationProperty.Name: var name } => OnlyExpanded(name),
        SingleNavigationNode { NavigationProperty.Name: var name } => OnlyExpanded(name),
        _ => "Only properties, values, operators, functions and lists with any, all or $count are supported here.",
    });

    private static string OnlyExpanded(string navigation) => $"The navigation '{navigation}' is supported here only in $expand, not in $filter and $orderby.";

    private static bool IsArithmetic(QueryNode node) => node
        is UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Negate }
        or BinaryOperatorNode
        {
            OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply
                or BinaryOperatorKind.Divide or BinaryOperatorKind.Modulo
        };

    private static ConstantExpression Constant(ConstantNode node)
    {
        if (node.TypeReference is null)
            return Expression.Constant(null);
        if (node.Value is ODataEnumValue member)
            return Expression.Constant(EnumMembers.Of(node.TypeReference.AsEnum()).Parse(member.Value), typeof(long?));

        var type = TypeOf(node.TypeReference);
        return Expression.Constant(node.Value switch
        {
            byte or sbyte or short or int or long => System.Convert.ToInt64(node.Value),
            float or double or decimal => System.Convert.ToDouble(node.Value),
            Date date => new DateOnly(date.Year, date.Month, date.Day),
            var value => value,
        }, type);
    }

    private Expression Convert(ConvertNode node)
    {
        var source = Bind(node.Source);
        if (IsNull(source))
            return node.TypeReference.IsStructured() ? source : Expression.Constant(null, TypeOf(node.TypeReference));
        if (node.TypeReference.IsStructured())
            return source;

        var type = TypeOf(node.TypeReference);
        if (source.Type == type)
            return source;
        if (source.Type == typeof(long?) && type == typeof(double?))
            return Expression.Convert(source, type);
        return source.Type == typeof(DateOnly?) && type == typeof(DateTimeOffset?)
            ? Expression.Call(((Func<DateOnly?, DateTimeOffset?>)MidnightOf).Method, source)
            : throw QueryOperators.Unsupported($"A conversion to {node.TypeReference.FullName()}", source);
    }

    private Expression Binary(BinaryOperatorNode node)
    {
        var left = AsStoredIn(node.Right, Bind(node.Left));
        var right = AsStoredIn(node.Left, Bind(node.Right));
        if (IsNull(left))
            left = NullLike(right);
        if (IsNull(right))
            right = NullLike(left);
        return QueryOperators.Binary(node.OperatorKind, left, right);
    }

    // A client that filters by a number as it was printed means the number that was printed, which is not a double when it is kept in half the bits.
    private static Expression AsStoredIn(SingleValueNode other, Expression value) =>
        other is ConvertNode { Source.TypeReference: { } type } && type.IsSingle() && value is ConstantExpression { Value: double number }
            ? Expression.Constant((double)(float)number, typeof(double?))
            : value;

    private Expression Property(SingleValuePropertyAccessNode node)
    {
        var (value, _) = Column(node.Source, node.Property);
        return node.TypeReference.IsEnum() ? EnumMembers.Of(node.TypeReference.AsEnum()).ValueOf(value) : value;
    }

    // The column that a property of the model is in: in an edition of the contract, some properties have none.
    private (Expression Value, IRowColumn Column) Column(SingleValueNode source, IEdmProperty property)
    {
        var owner = source switch
        {
            ResourceRangeVariableReferenceNode variable => _variables[variable.Name],
            SingleComplexNode complex => Inside(complex),
            _ => throw Unsupported(source),
        };
        var column = owner.Shape?.Columns.FirstOrDefault(column => column.Property == property.Name)
            ?? throw new ODataException($"Could not find a property named '{property.Name}' on type '{property.DeclaringType.FullTypeName()}'.");
        if (owner.Shape == shape)
            _used.Add(column.Name);

        var value = column.Of(owner.Value);
        return source is SingleComplexNode
            ? (Expression.Condition(Expression.ReferenceEqual(owner.Value, Expression.Constant(null)), Expression.Default(value.Type), value), column)
            : (value, column);
    }

    private Variable Inside(SingleComplexNode complex)
    {
        var (value, column) = Column(complex.Source, complex.Property);
        return new Variable(value, column.Inner);
    }

    private Expression Call(SingleValueFunctionCallNode node)
    {
        if (node.Name == "now")
        {
            AsksTheTime = true;
            return Expression.Constant(now, typeof(DateTimeOffset?));
        }

        var arguments = node.Parameters.Select(Bind).ToList();
        var method = QueryFunctions.Find(node.Name, [.. arguments.Select(argument => argument.Type)])
            ?? throw new ODataException($"The function '{node.Name}' is not supported here.");
        return Expression.Call(method, arguments);
    }

    private Expression In(InNode node)
    {
        var left = Bind(node.Left);
        if (node.Right is not CollectionConstantNode { Collection: { } items })
            throw new ODataException("The operator 'in' is supported here only with values in parentheses; a list of the row is searched as in tags/any(t: t eq 'x').");
        Expression any = Expression.Constant(value: false);
        foreach (var item in items)
            any = Expression.OrElse(any, QueryOperators.AreEqual(left, Constant(item)));
        return QueryOperators.AsLogic(any);
    }

    private Expression Lambda(LambdaNode node, string method)
    {
        // The row itself is one of the variables.
        if (_variables.Count > MostNestedLambdas)
            throw new ODataException($"The operators 'any' and 'all' are supported only {MostNestedLambdas} deep.");

        var (list, inner) = List(node.Source);
        var type = ElementOf(list.Type);
        if (node.CurrentRangeVariable is not { } variable)
            return QueryOperators.AsLogic(Expression.Call(typeof(QueryLists), nameof(QueryLists.IsNotEmpty), [type], list));

        var element = Expression.Parameter(type, variable.Name);
        _variables.Add(variable.Name, new Variable(element, inner));
        var body = Expression.Equal(Bind(node.Body), Expression.Constant(true, typeof(bool?)));
        _variables.Remove(variable.Name);
        return QueryOperators.AsLogic(Expression.Call(typeof(QueryLists), method, [type], list, Expression.Lambda(body, element)));
    }

    private MethodCallExpression Count(CountNode node)
    {
        var (list, _) = List(node.Source);
        return Expression.Call(typeof(QueryLists), nameof(QueryLists.Count), [ElementOf(list.Type)], list);
    }

    private (Expression List, IRowShape? Inner) List(CollectionNode source)
    {
        var (value, column) = source switch
        {
            CollectionPropertyAccessNode property => Column(property.Source, property.Property),
            CollectionComplexNode complex => Column(complex.Source, complex.Property),
            _ => throw Unsupported(source),
        };
        return (value, column.Inner);
    }

    private static Type ElementOf(Type list) => list.GetGenericArguments()[0];

    private static bool IsNull(Expression value) => value is ConstantExpression { Value: null } && value.Type == typeof(object);

    private static ConstantExpression NullLike(Expression value) => value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
        ? throw new ODataException("A comparison of a whole row with null is not supported here.")
        : Expression.Constant(null, value.Type);

    private static Type TypeOf(IEdmTypeReference type) =>
        EdmValues.TypeOf(type) ?? throw new ODataException($"Values of type '{type.FullName()}' are not supported here.");

    private static DateTimeOffset? MidnightOf(DateOnly? date) => date is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private readonly record struct Variable(Expression Value, IRowShape? Shape);
}
