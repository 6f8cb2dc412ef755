using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>Every operator of the IR, one line each, sorted. The textual form, the documentation and the tests that hold coverage read it.</summary>
public static class OperatorRegistry
{
    /// <summary>The operator records.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(Add),
        typeof(Relu),
    ];

    /// <summary>Finds an operator by its name.</summary>
    public static Type? Find(string name) => All.FirstOrDefault(t => t.Name == name);
}
