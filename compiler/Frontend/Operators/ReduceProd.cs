namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceProd; its axes are an operand since opset 18.</summary>
public sealed class ReduceProd() : ReduceImporter(18, (keep, noop) => new IR.Operators.ReduceProd(keep, noop));
