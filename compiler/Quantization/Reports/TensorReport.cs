namespace CompileModel.Quantization.Reports;

/// <summary>A quantised tensor.</summary>
/// <param name="Name">Its ONNX name.</param>
/// <param name="Low">Smallest number that can be represented.</param>
/// <param name="High">Largest number that can be represented.</param>
/// <param name="Least">Smallest number that the samples gave; null when nothing ran.</param>
/// <param name="Most">Largest number that the samples gave; null when nothing ran.</param>
/// <param name="Scale">Distance of neighbours.</param>
/// <param name="ZeroPoint">The integer that means 0.</param>
/// <param name="Type">Element type.</param>
public sealed record TensorReport(string Name, double Low, double High, double? Least, double? Most, double Scale, int ZeroPoint, string Type)
{
    /// <summary>A tensor by its grid and what calibration found.</summary>
    public static TensorReport Of(string name, TensorGrid grid, TensorRange? range) => new(name, grid.Low, grid.High, range?.Least, range?.Most, grid.Scale, grid.Zero, grid.Element == IR.ElementType.UInt8 ? "uint8" : "int8");
}
