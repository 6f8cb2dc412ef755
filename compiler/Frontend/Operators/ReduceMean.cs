namespace CompileModel.Frontend.Operators;

/// <summary>Imports ReduceMean; its axes are an operand since opset 18.</summary>
public sealed class ReduceMean() : ReduceImporter(18, (keep, noop) => new IR.Operators.ReduceMean(keep, noop));
