namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceL2; its axes are an operand since opset 18.</summary>
public sealed class ReduceL2() : ReduceImporter(18, (keep, noop) => new IR.Operators.ReduceL2(keep, noop));
