namespace CompiledModel;

internal static unsafe partial class Kernels
{
    /// <summary>Rows of 16: the sum of a row and its bias.</summary>
    public static void sum(float* x, int* bias, float* y, int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            float total = bias[row];
            for (int c = 0; c < 16; c++)
                total += x[row * 16 + c];
            y[row] = total;
        }
    }
}
