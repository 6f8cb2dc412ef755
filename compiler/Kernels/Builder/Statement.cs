namespace CompileModel.Kernels.Builder;

/// <summary>One statement of straight-line code, about one instruction.</summary>
/// <param name="Text">the C# text</param>
/// <param name="Kind">what it costs</param>
public sealed record Statement(string Text, StatementKind Kind);
