namespace CompileModel.Kernels.Winograd;

/// <summary>A part of an image: the rows and the columns that begin at these and are a stride apart.</summary>
/// <param name="Row">first row, below the stride</param>
/// <param name="Column">first column, below the stride</param>
public readonly record struct WinogradPhase(int Row, int Column);
