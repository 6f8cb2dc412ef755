using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>Writes a statement that gives an expression a name, one instruction a statement; the result is the local's name.</summary>
/// <param name="name">what to call the local, if that is free</param>
/// <param name="expression">a C# expression</param>
/// <param name="kind">what it costs</param>
public delegate string LetLocal(string name, string expression, StatementKind kind = StatementKind.Arithmetic);
