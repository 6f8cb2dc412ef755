using CompileModel.Tests.OnnxRuntime;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>The generator itself: ONNX Runtime takes every network, and values stay in a range where tolerances mean something.</summary>
public class RandomNetworkTests
{
    [Fact]
    public void NetworksAreValidAndTame()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var b = new OnnxModelBuilder();
            RandomNetwork.AddTo(b, seed);
            var inputs = TestInputs.For(b, seed);
            foreach (var (name, tensor) in OrtSession.RunOnce(b.ToArray(), inputs))
            {
                var values = tensor.Span<float>().ToArray();
                Assert.True(values.All(float.IsFinite) && values.Max(MathF.Abs) is > 1e-6f and < 100, $"{name} lies in {values.Min()}..{values.Max()}");
            }
        }
    }
}
