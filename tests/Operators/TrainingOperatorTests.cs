using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Steps of optimizers, training modes and random numbers.</summary>
public sealed class TrainingOperatorTests
{
    [Fact]
    public void OptimizersStep()
    {
        Tensor rate = F([], 0.5f), first = Scalar(0), later = Scalar(3), x = F(4), gradient = F(2);
        // 4 - 0.5 * 2 / sqrt(7 + 4 + 5), the gradient with half of x being 4.
        Expect(new Adagrad(0, 0, 0.5f), F(4 - 0.5f * 4 / 5), rate, first, x, gradient, F(9));
        Expect(new Adagrad(1, 0, 0), F(4 - 0.125f * 2 / 3), rate, later, x, gradient, F(5));
        Expect(new Momentum(0.5f, 0.25f, 0, false), F(4 - 0.5f * 5), rate, first, x, gradient, F(6));
        Expect(new Momentum(0.5f, 0.25f, 0, false), F(4 - 0.5f * 3.5f), rate, later, x, gradient, F(6));
        Expect(new Momentum(0.5f, 0.25f, 0, true), F(4 - 0.5f * (2 + 2.5f)), rate, first, x, gradient, F(6));
        Expect(new Adam(0.5f, 0.5f, 0, 0, 0), F(4 - 0.5f * 2 / 2), rate, first, x, gradient, F(2), F(4));
        Expect(new Adam(0.5f, 0.5f, 0, 0, 0.5f), F(2 - 0.25f * MathF.Sqrt(0.875f) / 0.875f), rate, later, x, gradient, F(2), F(4));
    }

    [Fact]
    public void DropoutKeepsWhatItSays()
    {
        var x = Count(4, 100);
        var results = Reference.Evaluators.Evaluate(new Dropout(7), [x, F([], 0.25f), B(true).Reshape(Shape.Scalar)], [x.Type, new(ElementType.Bool, x.Shape)]);
        for (int i = 0; i < x.Count; i++) Assert.Equal(results[1].AsLong(i) == 1 ? (float)(i / 0.75) : 0, (float)results[0].AsDouble(i));
        Assert.InRange(results[1].ToLongs().Sum(), 260, 340);
    }

    [Fact]
    public void RandomNumbersHaveTheirDistributions()
    {
        double[] uniform = Draw(new RandomUniform(ElementType.Float32, [10000], 2, 4, 1)), normal = Draw(new RandomNormal(ElementType.Float64, [10000], 5, 2, 2));
        Assert.InRange(uniform.Min(), 2, 2.01);
        Assert.InRange(uniform.Max(), 3.99, 4);
        Assert.InRange(normal.Average(), 4.9, 5.1);
        Assert.InRange(normal.Average(v => (v - 5) * (v - 5)), 3.8, 4.2);
        Assert.InRange(Draw(new Bernoulli(null, 3), Tensors.Fill(ElementType.Float32, Shape.Of(10000), 0.3)).Average(), 0.28, 0.32);
        double[] classes = Draw(new Multinomial(ElementType.Int64, 5000, 4), F([2, 2], 0, 0, MathF.Log(1), MathF.Log(3)));
        Assert.InRange(classes[..5000].Average(), 0.47, 0.53);
        Assert.InRange(classes[5000..].Average(), 0.72, 0.78);
        Assert.Equal(Draw(new RandomUniform(null, [], 0, 1, 9), Count(5)), Draw(new RandomUniform(ElementType.Float32, [5], 0, 1, 9)));
    }

    [Fact]
    public void TermsAreCounted()
    {
        var x = Tensor.From<int>(ElementType.Int32, Shape.Of(1, 8), [5, 7, 5, 7, 9, 5, 1, 7]);
        TfIdfVectorizer Terms(TermMode mode, int skipped) => new TfIdfVectorizer(mode, 1, 2, skipped, I(5, 9, 5, 7, 7, 7), [0, 2], [3, 0, 1, 4], F(10, 20, 30, 40));
        Expect(Terms(TermMode.Count, 0), F([1, 5], 1, 2, 0, 3, 0), x);
        Expect(Terms(TermMode.Count, 1), F([1, 5], 1, 3, 0, 3, 1), x);
        Expect(Terms(TermMode.Inverse, 1), F([1, 5], 20, 30, 0, 10, 40), x);
        Expect(Terms(TermMode.Product, 1), F([1, 5], 20, 90, 0, 30, 40), x);
    }

    [Fact]
    public void BitCastKeepsBits()
    {
        Expect(new BitCast(ElementType.Int32), Tensor.From<int>(ElementType.Int32, Shape.Of(2), [0x3F800000, unchecked((int)0x80000000)]), F(1, -0f));
        Rejects("CM2001", new BitCast(ElementType.Int64), F(1).Type);
    }

    private static double[] Draw(CompositeOperator op, params Tensor[] inputs)
    {
        var types = op.Infer(new InferenceContext([.. inputs.Select(t => t.Type)], new Tensor?[inputs.Length], 1));
        return Reference.Numeric.Doubles(Reference.Evaluators.Evaluate(op, inputs, types)[0]);
    }
}
