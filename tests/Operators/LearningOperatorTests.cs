using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Operators of ai.onnx.ml on values worked out by hand.</summary>
public sealed class LearningOperatorTests
{
    [Fact]
    public void TreesAreWalkedDown()
    {
        // x0 <= 1 ? leaf 0 : (x1 > 2, or missing ? leaf 1 : leaf 2)
        var nodes = Tensor.From<int>(ElementType.Int32, Shape.Of(2, 5), [0, 0, 2, 1, 0, 1, 3, 3, 4, 1]);
        var splits = Tensor.From<double>(ElementType.Float64, Shape.Of(2), [1, 2]);
        var votes = Tensor.From<double>(ElementType.Float64, Shape.Of(3, 1), [10, 20, 30]);
        var x = F([4, 2], 1, 0, 2, 3, 2, 2, 2, float.NaN);
        Expect(new TreeEnsemble(nodes, splits, [0], votes, [], TreeAggregate.Sum, PostTransform.None, null), F([4, 1], 10, 20, 30, 20), x);
        Expect(new TreeEnsemble(nodes, splits, [0, 1], votes, [1], TreeAggregate.Average, PostTransform.None, null), F([4, 1], 21, 21, 31, 21), x);
        Expect(new TreeEnsemble(nodes, splits, [0, 1], votes, [], TreeAggregate.Min, PostTransform.None, null), F([4, 1], 10, 20, 30, 20), x);
    }

    [Fact]
    public void ScoresBecomeLabels()
    {
        Expect(new ClassScores(I(5, 7), true, false, PostTransform.None), I(5, 7), F([2, 1], 0.2f, 0.8f));
        Expect(new ClassScores(I(5, 7, 9), false, false, PostTransform.Softmax), I(9, 5), F([2, 3], 1, 2, 3, 3, 2, 1));
    }

    [Fact]
    public void FeaturesAreEncoded()
    {
        Expect(new ArrayFeatureExtractor(), F([1, 2], 3, 1), F(1, 2, 3), I(2, 0));
        Expect(new OneHotEncoder(I(4, 6)), F([2, 2], 0, 1, 0, 0), I(6, 5));
        Expect(new Normalizer(0), F([1, 2], 0.5f, 1), F([1, 2], 2, 4));
        Expect(new Normalizer(1), F([1, 2], 0.25f, -0.75f), F([1, 2], 1, -3));
        Expect(new LabelEncoder(F(1, float.NaN), I(10, 20), Scalar(-1)), I(-1, 20, 10), F(5, float.NaN, 1));
    }
}
