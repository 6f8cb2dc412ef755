namespace CompileModel.Kernels.Winograd;

/// <summary>Arithmetic of numbers, for what the factors of a transform are.</summary>
internal sealed class Numbers : IArithmetic<double>
{
    public static readonly Numbers Instance = new();

    public double Add(double a, double b) => a + b;

    public double Subtract(double a, double b) => a - b;

    public double MultiplyAdd(double a, double b, double factor) => a + b * factor;
}
