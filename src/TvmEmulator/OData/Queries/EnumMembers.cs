using System.Globalization;
using System.Linq.Expressions;
using Microsoft.OData.Edm;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// The members of an enumeration. Rows keep member names; in expressions they are their values, so that <c>riskScore gt 'Low'</c> and sorting go by
/// severity and not by the alphabet.
/// </summary>
internal sealed class EnumMembers
{
    private readonly IEdmEnumTypeReference _type;
    private readonly Dictionary<string, long> _values;

    private EnumMembers(IEdmEnumTypeReference type)
    {
        _type = type;
        _values = type.EnumDefinition().Members.ToDictionary(member => member.Name, member => member.Value.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The members of a type.</summary>
    public static EnumMembers Of(IEdmEnumTypeReference type) => new(type);

    /// <summary>The value of a literal: a name in any letter case, or the number that the parser has made of it.</summary>
    public long Parse(string literal)
    {
        if (_values.TryGetValue(literal, out var value))
            return value;
        return long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw WrongValueException.In($"The string '{literal}' is not a valid enumeration type constant.", literal, _type);
    }

    /// <summary>The value of a member name; null of one that the enumeration does not have.</summary>
    public Expression ValueOf(Expression name) => Expression.Invoke(Expression.Constant((Func<string?, long?>)Find), name);

    private long? Find(string? name) => name is not null && _values.TryGetValue(name, out var value) ? value : null;
}
