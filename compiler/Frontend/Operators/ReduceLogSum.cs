namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceLogSum; its axes are an operand since opset 18.</summary>
public sealed class ReduceLogSum() : ReduceImporter(18, (keep, noop) => new IR.Operators.ReduceLogSum(keep, noop));
