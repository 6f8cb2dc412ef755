using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Products of stacks of matrices, summed in doubles.</summary>
public static class MatrixProduct
{
    /// <summary>a[...,M,K] times b[...,K,N] to a result of shape [...,M,N]; stacks broadcast.</summary>
    public static double[] Multiply(Tensor a, Tensor b, Shape result)
    {
        var (left, right) = (Numeric.Doubles(a), Numeric.Doubles(b));
        int m = result[^2], n = result[^1], k = a.Shape[^1];
        var stack = new Shape(result.Dims[..^2].ToArray());
        long[] leftStrides = Broadcasting.Strides(new(a.Shape.Dims[..^2].ToArray()), stack), rightStrides = Broadcasting.Strides(new(b.Shape.Dims[..^2].ToArray()), stack);
        double[] sums = new double[result.Count];
        for (var i = new NdIndex(stack); i.Valid; i.Next())
        {
            int from = (int)i.Dot(leftStrides) * m * k, with = (int)i.Dot(rightStrides) * k * n;
            for (int row = 0; row < m; row++)
            {
                var into = sums.AsSpan((i.Flat * m + row) * n, n);
                for (int inner = 0; inner < k; inner++)
                {
                    double factor = left[from + row * k + inner];
                    var line = right.AsSpan(with + inner * n, n);
                    for (int column = 0; column < into.Length; column++) into[column] += factor * line[column];
                }
            }
        }
        return sums;
    }
}
