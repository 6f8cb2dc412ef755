using CompileModel.IR;

namespace CompileModel.Kernels;

/// <summary>A value in a <see cref="KernelPlan"/>.</summary>
public abstract record PlanValue(TensorType Type)
{
    /// <summary>Operand <paramref name="Index"/> of the node being lowered.</summary>
    public sealed record NodeInput(int Index, TensorType Type) : PlanValue(Type);

    /// <summary>Result <paramref name="Index"/> of the node being lowered.</summary>
    public sealed record NodeOutput(int Index, TensorType Type) : PlanValue(Type);

    /// <summary>Data made at compile time: packed weights, tables.</summary>
    public sealed record Constant(string Hint, Tensor Data) : PlanValue(Data.Type);

    /// <summary>A value that lives between calls of the plan. Identity is by the plan's numbering.</summary>
    public sealed record Temporary(string Hint, int Number, TensorType Type) : PlanValue(Type);
}
