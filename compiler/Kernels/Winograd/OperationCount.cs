namespace CompileModel.Kernels.Winograd;

/// <summary>Arithmetic that counts itself, for cost models.</summary>
public sealed class OperationCount : IArithmetic<int>
{
    private readonly bool _isInteger;
    private int _operations;

    private OperationCount(bool isInteger) => _isInteger = isInteger;

    /// <summary>Operations of the input transform along one axis of so many values.</summary>
    public static int Input(WinogradForm form, int values)
    {
        var count = new OperationCount(form.IsInteger);
        WinogradTransforms.Input(form, count, new int[values], (_, _) => { });
        return count._operations;
    }

    /// <summary>Operations of the output transform along one axis.</summary>
    public static int Output(WinogradForm form)
    {
        var count = new OperationCount(form.IsInteger);
        WinogradTransforms.Output(form, count, new int[form.Tile], form.Outputs, (_, _) => { });
        return count._operations;
    }

    /// <inheritdoc/>
    public int Add(int a, int b) => _operations++;

    /// <inheritdoc/>
    public int Subtract(int a, int b) => _operations++;

    /// <inheritdoc/>
    public int MultiplyAdd(int a, int b, double factor) => _operations += _isInteger && Math.Abs(factor) != 1 ? 2 : 1;
}
