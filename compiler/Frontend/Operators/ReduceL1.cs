namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceL1; its axes are an operand since opset 18.</summary>
public sealed class ReduceL1() : ReduceImporter(18, (keep, noop) => new IR.Operators.ReduceL1(keep, noop));
