using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Bias and epilogue of the fused operators.</summary>
public static class Epilogues
{
    /// <summary>The operand of an integer product without its zero point; floats as they are.</summary>
    public static Tensor Centered(Tensor x, int zero) => x.Element == ElementType.Int8 ? Tensors.Make(ElementType.Int32, x.Shape, i => x.AsDouble(i) - zero) : x;

    /// <summary>Adds the bias to sums in the layout of the result, rounds, and applies the epilogue.</summary>
    public static Tensor Finish(FusedOperator op, double[] sums, IReadOnlyList<Tensor?> inputs, TensorType result)
    {
        if (inputs.Count > FusedOperator.Bias && inputs[FusedOperator.Bias] is { } bias)
            for (int i = 0; i < sums.Length; i++) sums[i] += bias.AsDouble(i % bias.Count);
        var accumulator = Numeric.Pack(new(inputs[0]!.Element == ElementType.Int8 ? ElementType.Int32 : inputs[0]!.Element, result.Shape), sums);
        return Expressions.Evaluate(op.Epilogue, [accumulator, .. inputs.Skip(FusedOperator.FirstExtra).Select(t => t!)], result);
    }
}
