using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Tests.Support;
using Evaluators = CompileModel.Reference.Evaluators;

namespace CompileModel.Tests.Operators;

/// <summary>The compound operators against the ONNX operators that they stand for.</summary>
public sealed class FusedOperatorTests
{
    private static readonly Expression AddRelu = Expression.Identity.Then(new Add()).Then(new Relu());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ConvolutionEqualsItsParts(int groups)
    {
        var data = new TestData(groups);
        Tensor x = data.Floats([2, 4, 7, 6]), w = data.Floats([6, 4 / groups, 3, 2]), bias = data.Floats([6]), residual = data.Floats([2, 4, 3, 6]);
        var plain = Evaluators.Evaluate(new Conv([2, 2], [1, 1], [1, 0, 1, 1], groups, AutoPad.NotSet), x, w, bias)[0];
        var expected = Evaluators.Evaluate(new Relu(), Evaluators.Evaluate(new Add(), Nhwc(plain), residual)[0])[0];
        var op = new ConvNhwc([3, 2], [2, 2], [1, 1], [1, 0, 1, 1], groups, AddRelu);
        Same(expected, Evaluators.Evaluate(op, Nhwc(x), Permute(w, 2, 3, 1, 0), bias, residual)[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TransposedConvolutionEqualsItsParts(int groups)
    {
        var data = new TestData(groups);
        Tensor x = data.Floats([1, 4, 3, 4]), w = data.Floats([4, 3, 3, 2]), bias = data.Floats([3 * groups]);
        var plain = Evaluators.Evaluate(new ConvTranspose([2, 1], [1, 2], [1, 0, 0, 1], [1, 0], [], groups, AutoPad.NotSet), x, w, bias)[0];
        var op = new ConvTransposeNhwc([3, 2], [2, 1], [1, 2], [1, 0, 0, 1], [1, 0], groups, Expression.Identity);
        Same(Nhwc(plain), Evaluators.Evaluate(op, Nhwc(x), Permute(w, 2, 3, 0, 1), bias)[0]);
    }

    [Fact]
    public void PoolingEqualsItsParts()
    {
        var x = new TestData(1).Floats([1, 3, 7, 6]);
        var max = Evaluators.Evaluate(new MaxPool([3, 2], [2, 2], [1, 1], [1, 0, 1, 1], false, AutoPad.NotSet, false), x)[0];
        Same(Nhwc(max), Evaluators.Evaluate(new MaxPoolNhwc([3, 2], [2, 2], [1, 1], [1, 0, 1, 1]), Nhwc(x))[0]);
        foreach (bool count in new[] { false, true })
        {
            // A ceiled extent: the last window reaches one column beyond the padding and must not count it.
            var average = Evaluators.Evaluate(new AveragePool([3, 3], [2, 2], [1, 1], [1, 1, 1, 0], true, AutoPad.NotSet, count), x)[0];
            Same(Nhwc(average), Evaluators.Evaluate(new AveragePoolNhwc([3, 3], [2, 2], [1, 1], [1, 1, 1, 0], [0, 0], count), Nhwc(x))[0]);
            average = Evaluators.Evaluate(new AveragePool([2, 2], [2, 2], [1, 1], [0, 0, 0, 0], true, AutoPad.NotSet, count), x)[0];
            Same(Nhwc(average), Evaluators.Evaluate(new AveragePoolNhwc([2, 2], [2, 2], [1, 1], [0, 0, 0, 0], [1, 0], count), Nhwc(x))[0]);
        }
    }

    [Fact]
    public void ProductEqualsItsParts()
    {
        var data = new TestData(3);
        Tensor a = data.Floats([2, 1, 3, 4]), b = data.Floats([5, 4, 2]), bias = data.Floats([2]), scale = data.Floats([1]);
        var plain = Evaluators.Evaluate(new Add(), Evaluators.Evaluate(new MatMul(), a, b)[0], bias)[0];
        var expected = Evaluators.Evaluate(new Mul(), plain, scale)[0];
        Same(expected, Evaluators.Evaluate(new MatMulFused(false, Expression.Identity.Then(new Mul())), a, b, bias, scale)[0]);
        Same(expected, Evaluators.Evaluate(new MatMulFused(true, Expression.Identity.Then(new Mul())), a, Permute(b, 0, 2, 1), bias, scale)[0]);
    }

    [Fact]
    public void ElementwiseRunsItsSteps()
    {
        // (a + b) * sigmoid(a), b broadcast.
        var body = new Expression(2, [new(new Add(), [0, 1]), new(new Sigmoid(), [0]), new(new Mul(), [2, 3])]);
        Evaluate.Expect(new Elementwise(body), Evaluate.F(0.5f, 1.4621172f), Evaluate.F(0, 1), Evaluate.F(1));
    }

    private static Tensor Permute(Tensor x, params int[] perm) => Evaluators.Evaluate(new Transpose([.. perm]), x)[0];

    private static Tensor Nhwc(Tensor x) => Permute(x, 0, 2, 3, 1);

    private static void Same(Tensor expected, Tensor actual) => Assert.Null(TensorComparison.Difference(expected, actual, 1e-5, 1e-6));
}
