using CompileModel.IR;
using CompileModel.Reference;

namespace CompileModel.Tests.Operators;

/// <summary>Evaluates single operators on small tensors.</summary>
internal static class Evaluate
{
    /// <summary>A vector of floats.</summary>
    public static Tensor F(params float[] values) => Tensor.Of(Shape.Of(values.Length), values);

    /// <summary>A tensor of floats.</summary>
    public static Tensor F(int[] shape, params float[] values) => Tensor.Of(Shape.Of(shape), values);

    /// <summary>A vector of 64-bit integers.</summary>
    public static Tensor I(params long[] values) => Tensor.OfInts(values);

    /// <summary>A 64-bit integer scalar.</summary>
    public static Tensor Scalar(long value) => Tensor.From<long>(ElementType.Int64, Shape.Scalar, [value]);

    /// <summary>A vector of bools.</summary>
    public static Tensor B(params bool[] values) => Tensor.From<byte>(ElementType.Bool, Shape.Of(values.Length), [.. values.Select(v => (byte)(v ? 1 : 0))]);

    /// <summary>0, 1, 2, ... in a shape.</summary>
    public static Tensor Count(params int[] shape) => Tensor.Of(Shape.Of(shape), [.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(i => (float)i)]);

    /// <summary>Infers and evaluates; the first result must be the expected tensor.</summary>
    public static void Expect(Operator op, Tensor expected, params Tensor?[] inputs)
    {
        string? difference = TensorComparison.Difference(expected, Evaluators.Evaluate(op, inputs)[0], 1e-5, 1e-6);
        Assert.True(difference is null, $"{op}: {difference}");
    }

    /// <summary>Inference of types only; it must fail with a code.</summary>
    public static void Rejects(string code, Operator op, params TensorType?[] inputs)
    {
        var e = Assert.Throws<InferenceException>(() => op.Infer(new InferenceContext(inputs, new Tensor?[inputs.Length], 1)));
        Assert.Equal(code, e.Code);
    }
}
