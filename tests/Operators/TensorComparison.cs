using CompileModel.IR;

namespace CompileModel.Tests.Operators;

/// <summary>Compares tensors within a tolerance.</summary>
internal static class TensorComparison
{
    /// <summary>The first difference, or null: |actual - expected| must be at most absolute + relative * |expected|; NaN and infinities must be the same.</summary>
    public static string? Difference(Tensor expected, Tensor actual, double relative, double absolute)
    {
        if (expected.Type != actual.Type) return $"expected {expected.Type}, got {actual.Type}";
        if (expected.Bytes.SequenceEqual(actual.Bytes)) return null;
        for (int i = 0; i < expected.Count; i++)
        {
            if (!expected.Element.IsFloat() && !expected.Element.IsNarrowFloat())
            {
                if (expected.AsLong(i) != actual.AsLong(i)) return $"element {i} is {actual.AsLong(i)}, expected {expected.AsLong(i)}";
                continue;
            }
            double want = expected.AsDouble(i), got = actual.AsDouble(i);
            if (double.IsNaN(want) ? double.IsNaN(got) : want == got || Math.Abs(got - want) <= absolute + relative * Math.Abs(want)) continue;
            return $"element {i} is {got:R}, expected {want:R}";
        }
        return null;
    }
}
