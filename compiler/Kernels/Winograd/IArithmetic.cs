namespace CompileModel.Kernels.Winograd;

/// <summary>What a transform is written in: emitted vector code, numbers, or a count of operations.</summary>
public interface IArithmetic<T>
{
    /// <summary>a + b</summary>
    T Add(T a, T b);

    /// <summary>a - b</summary>
    T Subtract(T a, T b);

    /// <summary>a + b * factor</summary>
    T MultiplyAdd(T a, T b, double factor);
}
