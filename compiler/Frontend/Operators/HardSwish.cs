namespace CompileModel.Frontend.Operators;

/// <summary>Imports HardSwish.</summary>
public sealed class HardSwish : UnaryImporter<IR.Operators.HardSwish>;
