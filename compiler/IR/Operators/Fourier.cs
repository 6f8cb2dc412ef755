namespace CompileModel.IR.Operators;

/// <summary>
/// Discrete Fourier transforms as products with constant matrices: real and imaginary parts lie side by side in the rows of one matrix product. Long ones are split into two
/// factors (Cooley and Tukey) until a matrix is small.
/// </summary>
/// <param name="f">Takes the nodes.</param>
/// <param name="inverse">Whether the sign of the exponent is positive (the factor 1/N is the caller's).</param>
internal sealed class Fourier(Formula f, bool inverse)
{
    // Beyond this a transform with factors is split: the matrix would leave the caches.
    private const int MostDirect = 128;

    private double Angle(long k, long n, long size) => (inverse ? 2 : -2) * Math.PI * (k * n % size) / size;

    /// <summary>The transform of rows [B,N]: real and imaginary parts [B,bins] each. The imaginary part of a real signal is null.</summary>
    public (Value Re, Value Im) Transform(Value re, Value? im, int bins)
    {
        int size = re.Shape[1], factor = Factor(size);
        return size <= MostDirect || factor == 1 ? Direct(re, im, bins) : Split(re, im, factor, bins);
    }

    /// <summary>The real part of the transform of rows [B,N]; the last element of each result is never read when <paramref name="bins"/> leaves it out.</summary>
    public Value Real(Value re, Value im)
    {
        int size = re.Shape[1];
        if (Factor(size) > 1 && size > MostDirect) return Transform(re, im, size).Re;
        return f.Add(new MatMul(), f.Concat(1, re, im), f.Table(re.Element, [2 * size, size], i =>
        {
            int n = i / size % size, k = i % size;
            return i / size < size ? Math.Cos(Angle(k, n, size)) : -Math.Sin(Angle(k, n, size));
        }));
    }

    // [re | im] times [[cos, sin], [-sin, cos]].
    private (Value Re, Value Im) Direct(Value re, Value? im, int bins)
    {
        int size = re.Shape[1], rows = im is null ? size : 2 * size;
        var matrix = f.Table(re.Element, [rows, 2 * bins], i =>
        {
            int row = i / (2 * bins), column = i % (2 * bins), n = row % size, k = column % bins;
            double angle = Angle(k, n, size);
            return row < size == column < bins ? Math.Cos(angle) : row < size ? Math.Sin(angle) : -Math.Sin(angle);
        });
        var product = f.Add(new MatMul(), im is null ? re : f.Concat(1, re, im), matrix);
        return (f.Slice(product, 1, 0, bins), f.Slice(product, 1, bins, 2 * bins));
    }

    // Index n = second * n1 + n2, bin k = k1 + first * k2.
    private (Value Re, Value Im) Split(Value re, Value? im, int first, int bins)
    {
        int batch = re.Shape[0], size = re.Shape[1], second = size / first;
        Value Columns(Value x) => f.Reshape(f.Transpose(f.Reshape(x, batch, first, second), 0, 2, 1), batch * second, first);
        var (a, b) = Transform(Columns(re), im is null ? null : Columns(im), first);
        Value Turn(Func<double, double> part) => f.Table(re.Element, [second, first], i => part(Angle(i / first, i % first, size)));
        Value cos = Turn(Math.Cos), sin = Turn(Math.Sin);
        (a, b) = (f.Reshape(a, batch, second, first), f.Reshape(b, batch, second, first));
        Value Rows(Value x) => f.Reshape(f.Transpose(x, 0, 2, 1), batch * first, second);
        var turned = (Rows(f.Add(new Sub(), f.Mul(a, cos), f.Mul(b, sin))), Rows(f.Sum(f.Mul(a, sin), f.Mul(b, cos))));
        var (c, d) = Transform(turned.Item1, turned.Item2, second);
        Value Bins(Value x)
        {
            var all = f.Reshape(f.Transpose(f.Reshape(x, batch, first, second), 0, 2, 1), batch, size);
            return bins == size ? all : f.Slice(all, 1, 0, bins);
        }
        return (Bins(c), Bins(d));
    }

    /// <summary>The factor closest to the square root; 1 for a prime.</summary>
    private static int Factor(int size)
    {
        int factor = (int)Math.Sqrt(size);
        while (size % factor != 0) factor--;
        return factor;
    }
}
