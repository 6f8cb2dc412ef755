namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceSum; its axes are an operand since opset 13.</summary>
public sealed class ReduceSum() : ReduceImporter(13, (keep, noop) => new IR.Operators.ReduceSum(keep, noop));
