namespace TvmEmulator.Scenarios.Documents;

/// <summary>A value of a YAML or JSON document.</summary>
/// <param name="Line">The line that it begins on, from 1 on.</param>
/// <param name="Size">How many values it is, with everything inside; an alias counts as what it stands for.</param>
internal abstract record DocumentNode(int Line, long Size);

/// <summary>A value without parts.</summary>
/// <param name="Line">The line that it begins on.</param>
/// <param name="Text">What was written, without quotes.</param>
/// <param name="Kind">What it is.</param>
internal sealed record ScalarNode(int Line, string Text, ScalarKind Kind) : DocumentNode(Line, 1);

/// <summary>A list.</summary>
/// <param name="Line">The line that it begins on.</param>
/// <param name="Items">Its items.</param>
internal sealed record ListNode(int Line, IReadOnlyList<DocumentNode> Items) : DocumentNode(Line, 1 + Items.Sum(item => item.Size));

/// <summary>An object.</summary>
/// <param name="Line">The line that it begins on.</param>
/// <param name="Members">Its members in their order; each key stands once.</param>
internal sealed record ObjectNode(int Line, IReadOnlyList<DocumentMember> Members) : DocumentNode(Line, 1 + Members.Sum(member => member.Value.Size));

/// <summary>A member of an object.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Line">The line of the key.</param>
/// <param name="Value">Its value.</param>
internal sealed record DocumentMember(string Key, int Line, DocumentNode Value);
