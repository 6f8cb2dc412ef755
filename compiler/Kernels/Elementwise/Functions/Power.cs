using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Functions;

/// <summary>
/// x^y for float32 (any ISA) and float64 (scalar) with the rules of C's pow. For float32 log2|x| is kept as a sum of two floats, so that the result is good to about 4 units
/// in the last place even where y log2|x| is large.
/// </summary>
internal static class Power
{
    // log2(e) as a float and the rest.
    private const double Log2EHigh = 1.44269502162933349609375, Log2ELow = 1.4426950408889634074 - Log2EHigh;

    /// <summary>x^y.</summary>
    public static Vec Pow(RoutineBuilder b, Vec x, Vec y)
    {
        var type = x.Type;
        var (zero, one, infinity) = (b.Constant(type, 0), b.Constant(type, 1), b.Constant(type, double.PositiveInfinity));
        var a = b.Apply(VectorOp.Abs, x, "a");
        var power = type == ElementType.Float64 ? Exponential.Exp(b, b.Mul(y, Logarithm.Log(b, a), "z")) : Positive(b, a, y);

        // |x| is 0 or infinite: 0 or infinity by the sign of y.
        var falling = b.Apply(VectorOp.Less, y, zero, "yNegative");
        var whenZero = b.Select(falling, infinity, zero, "whenZero");
        var whenInfinite = b.Select(falling, zero, infinity, "whenInfinite");
        power = b.Select(b.Apply(VectorOp.Equal, a, zero, "xZero"), whenZero, power, "power");
        var endless = b.Apply(VectorOp.Equal, a, infinity, "xInfinite");
        power = b.Select(endless, whenInfinite, power, "power");

        // A negative base needs an integer exponent unless it is infinite; an odd one keeps the sign.
        var whole = b.Apply(VectorOp.Equal, b.Apply(VectorOp.Round, y, "rounded"), y, "whole");
        var half = b.Mul(y, b.Constant(type, 0.5), "half");
        var even = b.Apply(VectorOp.Equal, b.Apply(VectorOp.Round, half, "rounded"), half, "even");
        var mirrored = b.Select(whole, b.Select(even, power, b.Apply(VectorOp.Negate, power, "negated"), "mirrored"), b.Select(endless, power, b.Constant(type, double.NaN), "fractional"), "mirrored");
        power = b.Select(b.Apply(VectorOp.Less, x, zero, "xNegative"), mirrored, power, "power");

        power = b.Select(b.Apply(VectorOp.Equal, x, x, "xNumber"), power, x, "power");
        power = b.Select(b.Apply(VectorOp.Equal, x, one, "xOne"), one, power, "power");
        return b.Select(b.Apply(VectorOp.Equal, y, zero, "yZero"), one, power, "pow");
    }

    private static Vec Positive(RoutineBuilder b, Vec a, Vec y)
    {
        var f32 = ElementType.Float32;
        var tiny = b.Apply(VectorOp.Less, a, b.Constant(f32, 1.17549435e-38f), "tiny");
        var normal = b.Select(tiny, b.Mul(a, b.Constant(f32, 16777216), "lifted"), a, "normal");
        var (e, f) = Logarithm.Split(b, normal);
        e = b.Add(e, b.Select(tiny, b.Constant(f32, -24), b.Constant(f32, 0), "lift"), "e");

        // log(1 + f) = high + low.
        var square = b.Mul(f, f, "square");
        var squareLow = b.Fma(f, f, b.Apply(VectorOp.Negate, square, "minus"), "squareLow");
        var halfOne = b.Constant(f32, 0.5);
        var high = b.Fnma(square, halfOne, f, "high");
        var low = b.Fnma(square, halfOne, b.Sub(f, high, "gap"), "low");
        low = b.Fnma(squareLow, halfOne, low, "low");
        low = b.Fma(b.Mul(square, f, "cube"), Logarithm.Cubic(b, f), low, "low");

        // Times log2(e), plus the exponent.
        var (c, cLow) = (b.Constant(f32, Log2EHigh), b.Constant(f32, Log2ELow));
        var log = b.Mul(high, c, "log");
        var logLow = b.Fma(high, c, b.Apply(VectorOp.Negate, log, "minus"), "logLow");
        logLow = b.Fma(high, cLow, logLow, "logLow");
        logLow = b.Fma(low, c, logLow, "logLow");
        var (sum, sumLow) = TwoSum(b, e, log);
        sumLow = b.Add(sumLow, logLow, "sumLow");

        // Times y; 2^z = 2^n e^(r ln 2).
        var z = b.Mul(y, sum, "z");
        var zLow = b.Fma(y, sum, b.Apply(VectorOp.Negate, z, "minus"), "zLow");
        zLow = b.Fma(y, sumLow, zLow, "zLow");
        var cut = b.Max(b.Min(z, b.Constant(f32, 130), "cut"), b.Constant(f32, -152), "cut");
        var n = b.Apply(VectorOp.Round, cut, "n");
        var inside = b.Apply(VectorOp.Equal, cut, z, "inside");
        var r = b.Add(b.Sub(cut, n, "r"), b.Select(inside, zLow, b.Constant(f32, 0), "zLow"), "r");
        var p = Exponential.PowerMinusOne(b, b.Mul(r, b.Constant(f32, 0.69314718055994530942), "r"));
        var i = FloatFormat.ToInteger(b, n);
        var half = b.ShiftRight(i, 1, arithmetic: true, "half");
        var scaled = b.Mul(b.Add(p, b.Constant(f32, 1), "power"), FloatFormat.PowerOfTwo(b, half), "scaled");
        return b.Mul(scaled, FloatFormat.PowerOfTwo(b, b.Sub(i, half, "rest")), "power");
    }

    // s + error = a + b exactly, for any magnitudes.
    private static (Vec Sum, Vec Error) TwoSum(RoutineBuilder b, Vec x, Vec y)
    {
        var sum = b.Add(x, y, "sum");
        var part = b.Sub(sum, x, "part");
        var error = b.Add(b.Sub(x, b.Sub(sum, part, "rest"), "lostX"), b.Sub(y, part, "lostY"), "error");
        return (sum, error);
    }
}
