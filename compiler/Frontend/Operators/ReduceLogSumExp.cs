namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceLogSumExp; its axes are an operand since opset 18.</summary>
public sealed class ReduceLogSumExp() : ReduceImporter(18, (keep, noop) => new IR.Operators.ReduceLogSumExp(keep, noop));
