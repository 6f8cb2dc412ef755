namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceSumSquare; its axes are an operand since opset 18.</summary>
public sealed class ReduceSumSquare() : ReduceImporter(18, (keep, noop) => new IR.Operators.ReduceSumSquare(keep, noop));
