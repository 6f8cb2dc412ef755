namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceMax; its axes are an operand since opset 18.</summary>
public sealed class ReduceMax() : ReduceImporter(18, (keep, noop) => new IR.Operators.ReduceMax(keep, noop));
