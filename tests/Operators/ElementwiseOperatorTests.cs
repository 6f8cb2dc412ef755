using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Elementwise operators against numbers that were worked out by hand or are in tables.</summary>
public sealed class ElementwiseOperatorTests
{
    private const float Nan = float.NaN, Inf = float.PositiveInfinity;

    /// <summary>Operator, operand, result.</summary>
    public static TheoryData<Operator, float[], float[]> Unary => new()
    {
        { new Neg(), [-1, 0, 2], [1, 0, -2] },
        { new Abs(), [-1, 0, 2], [1, 0, 2] },
        { new Sign(), [-3, 0, 2], [-1, 0, 1] },
        { new Relu(), [-1, 0, 2, Nan], [0, 0, 2, Nan] },
        { new Sqrt(), [0, 4, -1], [0, 2, Nan] },
        { new Exp(), [0, 1, -Inf], [1, 2.7182817f, 0] },
        { new Log(), [1, 2.7182817f, 0], [0, 1, -Inf] },
        { new Reciprocal(), [2, -4], [0.5f, -0.25f] },
        { new Floor(), [-1.5f, 1.5f], [-2, 1] },
        { new Ceil(), [-1.5f, 1.5f], [-1, 2] },
        { new Round(), [0.5f, 1.5f, -2.5f, 2.6f], [0, 2, -2, 3] },
        { new Sigmoid(), [0, 1, -100], [0.5f, 0.7310586f, 0] },
        { new HardSigmoid(0.2f, 0.5f), [-5, 0, 1, 5], [0, 0.5f, 0.7f, 1] },
        { new HardSwish(), [-4, -1, 1, 4], [0, -1 / 3f, 2 / 3f, 4] },
        { new Swish(1), [0, 1, -1], [0, 0.7310586f, -0.26894143f] },
        { new Tanh(), [0, 1, 50], [0, 0.7615942f, 1] },
        { new Elu(2), [1, -1], [1, -1.2642411f] },
        { new Selu(1.6732632f, 1.050701f), [1, -1], [1.050701f, -1.1113307f] },
        { new Celu(2), [1, -2], [1, -1.2642411f] },
        { new LeakyRelu(0.1f), [3, -3], [3, -0.3f] },
        { new ThresholdedRelu(1), [1, 1.5f, -2], [0, 1.5f, 0] },
        { new Binarizer(0.5f), [0.5f, 0.75f, -2], [0, 1, 0] },
        { new Shrink(0.5f, 1), [-2, 0.5f, 2], [-1.5f, 0, 1.5f] },
        { new Softplus(), [0, 100], [0.6931472f, 100] },
        { new Softsign(), [1, -3], [0.5f, -0.75f] },
        { new Mish(), [0, 1], [0, 0.8650984f] },
        { new Erf(), [0, 0.5f, -1, 10], [0, 0.5204999f, -0.8427008f, 1] },
        { new Gelu(false), [0, 1, -1], [0, 0.8413447f, -0.15865526f] },
        { new Gelu(true), [0, 1, -1], [0, 0.841192f, -0.158808f] },
        { new Sin(), [0, 1], [0, 0.841471f] },
        { new Cos(), [0, 1], [1, 0.5403023f] },
        { new Tan(), [0, 1], [0, 1.5574077f] },
        { new Asin(), [0, 1, 2], [0, 1.5707964f, Nan] },
        { new Acos(), [1, 0], [0, 1.5707964f] },
        { new Atan(), [0, 1], [0, 0.7853982f] },
        { new Sinh(), [0, 1], [0, 1.1752012f] },
        { new Cosh(), [0, 1], [1, 1.5430807f] },
        { new Asinh(), [0, 1], [0, 0.8813736f] },
        { new Acosh(), [1, 2], [0, 1.316958f] },
        { new Atanh(), [0, 0.5f], [0, 0.54930615f] },
        { new Affine(2, 1), [-1, 3], [-1, 7] },
        { new Clamp(-1, 2), [-3, 0, 3, Nan], [-1, 0, 2, Nan] },
        { new Cast(ElementType.Float32), [1.5f], [1.5f] },
        { new Identity(), [1, 2], [1, 2] },
    };

    [Theory]
    [MemberData(nameof(Unary))]
    public void ComputesTheFunction(Operator op, float[] x, float[] expected) => Expect(op, F(expected), F(x));

    /// <summary>Operator, operands, result.</summary>
    public static TheoryData<Operator, float[], float[], float[]> Binary => new()
    {
        { new Add(), [1, 2], [3], [4, 5] },
        { new Sub(), [1], [3, 4], [-2, -3] },
        { new Mul(), [2, 3], [4, 5], [8, 15] },
        { new Div(), [1, -3], [2, 2], [0.5f, -1.5f] },
        { new Pow(), [2, 4], [3, 0.5f], [8, 2] },
        { new Min(), [1, Nan], [2, 0], [1, Nan] },
        { new Max(), [1, Nan], [2, 0], [2, Nan] },
        { new PRelu(), [2, -2], [0.5f], [2, -1] },
        { new Mod(true), [5, -5], [3, 3], [2, -2] },
    };

    [Theory]
    [MemberData(nameof(Binary))]
    public void BroadcastsAndComputes(Operator op, float[] a, float[] b, float[] expected) => Expect(op, F(expected), F(a), F(b));

    [Fact]
    public void ComparesNumbers()
    {
        Expect(new Equal(), B(false, true, false), F(1, 2, Nan), F(2, 2, Nan));
        Expect(new Less(), B(true, false), I(1, 2), I(2, 2));
        Expect(new LessOrEqual(), B(true, true), I(1, 2), I(2, 2));
        Expect(new Greater(), B(false, true), F(1, 3), F(2, 2));
        Expect(new GreaterOrEqual(), B(false, true), F(1, 2), F(2, 2));
        Expect(new IsNaN(), B(false, true), F(1, Nan));
        Expect(new IsInf(true, false), B(false, true, false), F(Inf, -Inf, 0));
    }

    [Fact]
    public void CombinesBits()
    {
        Expect(new And(), B(true, false), B(true, true), B(true, false));
        Expect(new Or(), B(true, true), B(true, true), B(true, false));
        Expect(new Xor(), B(false, true), B(true, true), B(true, false));
        Expect(new Not(), B(false, true), B(true, false));
        Expect(new BitwiseAnd(), I(4), I(6), I(12));
        Expect(new BitwiseOr(), I(14), I(6), I(12));
        Expect(new BitwiseXor(), I(10), I(6), I(12));
        Expect(new BitwiseNot(), I(-7), I(6));
        Expect(new BitShift(true), I(24), I(6), I(2));
        Expect(new BitShift(false), I(1), I(6), I(2));
    }

    [Fact]
    public void IntegersTruncateAndWrap()
    {
        Expect(new Div(), I(-2, 2), I(-7, 7), I(3, 3));
        Expect(new Mod(false), I(2, -2), I(-7, 7), I(3, -3));
        Expect(new Pow(), I(-8), I(-2), I(3));
        Expect(new Add(), Tensor.From<byte>(ElementType.UInt8, Shape.Of(1), [4]), Tensor.From<byte>(ElementType.UInt8, Shape.Of(1), [200]), Tensor.From<byte>(ElementType.UInt8, Shape.Of(1), [60]));
        Expect(new Cast(ElementType.Int64), I(1, -1), F(1.9f, -1.9f));
        Expect(new Cast(ElementType.Bool), B(true, false), F(0.5f, 0));
        Expect(new CastLike(), I(3), F(3.5f), I(0));
        Expect(new Clip(), I(0, 5, 9), I(-3, 5, 12), Scalar(0), Scalar(9));
        Expect(new Where(), F(1, 20), B(true, false), F(1, 2), F(10, 20));
    }

    [Fact]
    public void RejectsTypesAndShapes()
    {
        TensorType f = new(ElementType.Float32, Shape.Of(2)), i = new(ElementType.Int32, Shape.Of(2)), three = new(ElementType.Float32, Shape.Of(3));
        Rejects(DiagnosticCodes.TypeMismatch, new Sigmoid(), i);
        Rejects(DiagnosticCodes.TypeMismatch, new Add(), f, i);
        Rejects(DiagnosticCodes.TypeMismatch, new And(), f, f);
        Rejects(DiagnosticCodes.TypeMismatch, new BitwiseNot(), f);
        Rejects(DiagnosticCodes.TypeMismatch, new Where(), f, f, f);
        Rejects(DiagnosticCodes.TypeMismatch, new Mod(false), f, f);
        Rejects(DiagnosticCodes.ShapeMismatch, new Add(), f, three);
        Rejects(DiagnosticCodes.BadArity, new Add(), f);
    }
}
