namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceMin; its axes are an operand since opset 18.</summary>
public sealed class ReduceMin() : ReduceImporter(18, (keep, noop) => new IR.Operators.ReduceMin(keep, noop));
