using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Elementwise kernels against the reference: accuracy of the functions, element types, broadcasting, tails.
/// Kernels: <see cref="ElementwiseTemplate"/>.
/// </summary>
public sealed class ElementwiseTests
{
    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    private static readonly float[] Edges =
        [0f, -0f, 1f, -1f, 0.5f, -0.5f, 1e-30f, -1e-30f, 1e-40f, 88.5f, -88.5f, 89.5f, -104f, 1e10f, -1e10f, 3e38f, -3e38f, float.PositiveInfinity, float.NegativeInfinity, float.NaN];

    private static Tensor Range(double low, double high, bool edges = true)
    {
        float[] values = [.. Enumerable.Range(0, 1001).Select(i => (float)(low + (high - low) * i / 1000)), .. edges ? Edges : []];
        return Tensor.Of(Shape.Of(values.Length), values);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void FunctionsAreAccurate(string target)
    {
        var batch = new OperatorBatch(target);
        const double Ulps = 5e-7;
        batch.Add(new Exp(), [Range(-104, 89)], Ulps);
        batch.Add(new Log(), [Range(0, 20)], Ulps);
        batch.Add(new Sigmoid(), [Range(-30, 30)], Ulps);
        batch.Add(new Tanh(), [Range(-10, 10)], Ulps);
        batch.Add(new Tanh(), [Range(-1e-3, 1e-3)], Ulps);
        batch.Add(new Erf(), [Range(-5, 5)], Ulps);
        batch.Add(new Gelu(false), [Range(-6, 6, false)], 1e-6);
        batch.Add(new Gelu(true), [Range(-6, 6, false)], 1e-6);
        batch.Add(new Swish(1), [Range(-20, 20, false)], 1e-6);
        batch.Add(new Swish(0.5f), [Range(-20, 20, false)], 1e-6);
        batch.Add(new Elu(1.5f), [Range(-20, 20)], Ulps);
        batch.Add(new Selu(1.67326319f, 1.05070102f), [Range(-20, 20)], Ulps);
        batch.Add(new Celu(2), [Range(-20, 20)], Ulps);
        batch.Add(new Softplus(), [Range(-20, 20)], Ulps);
        batch.Add(new Softsign(), [Range(-20, 20, false)], Ulps);
        batch.Add(new Mish(), [Range(-20, 20, false)], 1e-6);
        batch.Add(new Sin(), [Range(-100, 100, false)], Ulps);
        batch.Add(new Cos(), [Range(-100, 100, false)], Ulps);
        batch.Add(new Tan(), [Range(-1.5, 1.5, false)], Ulps);
        batch.Add(new Asin(), [Range(-1, 1, false)], Ulps);
        batch.Add(new Acos(), [Range(-1, 1, false)], Ulps);
        batch.Add(new Atan(), [Range(-8, 8)], Ulps);
        batch.Add(new Sinh(), [Range(-20, 20)], Ulps);
        batch.Add(new Cosh(), [Range(-20, 20)], Ulps);
        batch.Add(new Asinh(), [Range(-20, 20)], Ulps);
        batch.Add(new Acosh(), [Range(1, 20, false)], Ulps);
        batch.Add(new Atanh(), [Range(-0.99, 0.99, false)], Ulps);
        batch.Add(new Affine(1.5f, -0.25f), [Range(-20, 20)], 2e-7);
        batch.Add(new Sqrt(), [Range(0, 20)], 0);
        batch.Add(new Reciprocal(), [Range(-20, 20)], 0);
        batch.Add(new Pow(), [Range(0, 30), Range(-4, 4)], 1e-6);
        batch.Add(new Pow(), [Range(0.1, 3), Range(60, -60)], 1e-6);
        batch.Add(new Pow(), [Range(-9, 9), Tensor.Of(Shape.Scalar, 3)], 1e-6);
        batch.Add(new Pow(), [Range(-9, 9), Tensor.Of(Shape.Scalar, 0.5f)], 1e-6);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void SimpleOperatorsOnEveryType(string target)
    {
        var batch = new OperatorBatch(target);
        BinaryOperator[] binary = [new Add(), new Sub(), new Mul(), new Div(), new Min(), new Max(), new Mod(false), new Less(), new LessOrEqual(), new Greater(), new GreaterOrEqual(), new Equal()];
        ElementType[] types =
        [
            ElementType.Float32, ElementType.Float64, ElementType.Float16, ElementType.BFloat16, ElementType.Int8, ElementType.UInt8, ElementType.Int16, ElementType.UInt16,
            ElementType.Int32, ElementType.UInt32, ElementType.Int64, ElementType.UInt64,
        ];
        foreach (var type in types)
        {
            foreach (var op in binary.Where(o => o is not Mod || type.IsInteger()).Append(new Mod(true))) batch.Add(op, [Samples.Numbers(type, 1, 37), Samples.Numbers(type, 2, 37)], type.IsFloat() ? 1e-7 : 0);
            batch.Add(new Where(), [Samples.Numbers(ElementType.Bool, 3, 37), Samples.Numbers(type, 1, 37), Samples.Numbers(type, 2, 37)]);
            foreach (var to in types)
                if (!type.IsFloat() && !to.IsFloat() ? type.Size() <= to.Size() : to.IsFloat() || to.ShortName()[0] == 'i') batch.Add(new Cast(to), [Samples.Numbers(type, 4, 19)]);
            batch.Add(new Cast(ElementType.Bool), [Samples.Numbers(type, 5, 19)]);
            batch.Add(new Cast(type), [Samples.Numbers(ElementType.Bool, 5, 19)]);
            UnaryOperator[] signed = [new Abs(), new Sign(), .. type.IsInteger() && type.ShortName()[0] == 'u' ? (UnaryOperator[])[] : [new Neg(), new Relu()]];
            foreach (var op in signed) batch.Add(op, [Samples.Numbers(type, 6, 35)]);
            if (type.IsInteger())
            {
                foreach (BinaryOperator op in (BinaryOperator[])[new BitwiseAnd(), new BitwiseOr(), new BitwiseXor()]) batch.Add(op, [Samples.Numbers(type, 1, 37), Samples.Numbers(type, 2, 37)]);
                batch.Add(new BitwiseNot(), [Samples.Numbers(type, 6, 35)]);
            }
            else
            {
                foreach (UnaryOperator op in (UnaryOperator[])
                    [
                        new LeakyRelu(0.25f), new LeakyRelu(2), new HardSigmoid(0.25f, 0.5f), new HardSwish(), new Clamp(-1, 2), new Floor(), new Ceil(), new Round(), new Shrink(0.5f, 1), new ThresholdedRelu(1), new Binarizer(0.5f),
                        new Exp(), new Sigmoid(), new Tanh(),
                    ])
                    batch.Add(op, [Samples.Numbers(type, 6, 35)], type is ElementType.Float16 ? 1e-3 : type == ElementType.BFloat16 ? 1e-2 : 1e-6);
                batch.Add(new IsNaN(), [Samples.Numbers(type, 6, 35)]);
                batch.Add(new IsInf(true, true), [Samples.Numbers(type, 6, 35)]);
                batch.Add(new PRelu(), [Samples.Numbers(type, 6, 35), Samples.Numbers(type, 7, 35)], 1e-2);
            }
        }
        foreach (var type in new[] { ElementType.UInt8, ElementType.UInt32, ElementType.UInt64 })
            batch.Add(new BitShift(true), [Samples.Numbers(type, 1, 9), Tensor.From<byte>(ElementType.UInt8, Shape.Of(1), [2]) is { } t && type == ElementType.UInt8 ? t : Samples.Numbers(type, 8, 9)]);
        foreach (BinaryOperator op in (BinaryOperator[])[new And(), new Or(), new Xor()]) batch.Add(op, [Samples.Numbers(ElementType.Bool, 1, 37), Samples.Numbers(ElementType.Bool, 2, 37)]);
        batch.Add(new Not(), [Samples.Numbers(ElementType.Bool, 1, 37)]);
        batch.Add(new Clip(), [Samples.Floats(1, -5, 5, 37), Tensor.Of(Shape.Scalar, -1), Tensor.Of(Shape.Scalar, 2)]);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void BroadcastsAndTails(string target)
    {
        var batch = new OperatorBatch(target);
        for (int n = 1; n <= 70; n += n < 35 ? 1 : 7)
        {
            batch.Add(new Add(), [Samples.Floats(n, -1, 1, n), Samples.Floats(n + 1, -1, 1, n)], parts: 3);
            batch.Add(new Mul(), [Samples.Floats(n, -1, 1, 3, n), Samples.Floats(n + 1, -1, 1, n)], parts: 3);
            batch.Add(new Sub(), [Samples.Floats(n, -1, 1, 2, 3, n), Samples.Floats(n + 1, -1, 1, 3, 1)], parts: 2);
        }
        batch.Add(new Add(), [Samples.Floats(1, -1, 1, 4, 1, 5), Samples.Floats(2, -1, 1, 3, 1)]);
        batch.Add(new Add(), [Samples.Floats(1, -1, 1, 1), Samples.Floats(2, -1, 1, 1)]);
        batch.Add(new Add(), [Samples.Floats(1, -1, 1, 33), Samples.Floats(2, -1, 1)]);
        batch.Add(new Add(), [Samples.Floats(1, -1, 1), Samples.Floats(2, -1, 1)]);
        batch.Add(new Add(), [Samples.Floats(1, -1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1), Samples.Floats(2, -1, 1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)]);
        var body = new Expression(3, [new Step(new Less(), [0, 1]), new Step(new Where(), [3, 2, 0]), new Step(new Cast(ElementType.Int32), [4])]);
        batch.Add(new CompileModel.IR.Operators.Fused.Elementwise(body), [Samples.Floats(1, -9, 9, 5, 21), Samples.Floats(2, -9, 9, 21), Samples.Floats(3, -9, 9, 5, 1)]);
        batch.Run();
    }
}
