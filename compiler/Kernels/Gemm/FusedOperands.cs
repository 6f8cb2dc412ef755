using CompileModel.IR;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Kernels.Gemm;

/// <summary>Bias and epilogue operands of a fused operator that vector code can take.</summary>
/// <param name="Bias">the constant bias, or null</param>
/// <param name="Extras">indexes of the node's operands that are operands 1.. of the epilogue</param>
internal sealed record FusedOperands(Tensor? Bias, IReadOnlyList<int> Extras)
{
    /// <summary>Null when an operand is no float32, the bias is not constant, or the epilogue has a step without vector form.</summary>
    public static FusedOperands? Of(Node node, LoweringContext c, FusedOperator op)
    {
        if (node.PresentInputs.Any(v => v.Element != ElementType.Float32) || node.Output.Element != ElementType.Float32)
            return null;
        var bias = c.Constant(FusedOperator.Bias);
        if (node.OptionalInput(FusedOperator.Bias) is not null && bias is null)
            return null;
        if (!ElementwiseKernels.SupportsVector(op.Epilogue, [.. Enumerable.Repeat(ElementType.Float32, op.Epilogue.Operands)]))
            return null;
        return new FusedOperands(bias, [.. Enumerable.Range(FusedOperator.FirstExtra, op.Epilogue.Operands - 1)]);
    }
}
