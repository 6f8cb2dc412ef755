using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.OnnxRuntime;

/// <summary>The judge itself: a model that can be computed by hand.</summary>
public class OrtSessionTests
{
    [Fact]
    public void ComputesASmallModel()
    {
        var b = new OnnxModelBuilder();
        var x = b.Input("x", 1, 2);
        var y = b.Output(b.Node("Gemm", [x, b.Constant([2, 2], 1, 2, 3, 4), b.Constant([2], 10, 20)], ("alpha", 2f)));
        var result = OrtSession.RunOnce(b.ToArray(), new Dictionary<string, Tensor> { [x] = Tensor.Of([1, 2], 1, -1) });
        Assert.Equal(Tensor.Of([1, 2], 6, 16), result[y]);
    }

    [Fact]
    public void TellsWhatIsWrong()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("NoSuchOperator", [b.Input("x", 1)]));
        Assert.Contains("NoSuchOperator", Assert.Throws<InvalidOperationException>(() => new OrtSession(b.ToArray())).Message);
    }
}
