namespace CompileModel.IR.Operators;

/// <summary>How elements are reduced to one.</summary>
public enum Reduction
{
#pragma warning disable CS1591 // the names are those of ONNX
    Mean, Sum, Max, Min, Prod, L1, L2, LogSum, LogSumExp, SumSquare,
#pragma warning restore CS1591
}
