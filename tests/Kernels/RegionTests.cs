using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Regions;

namespace CompileModel.Tests.Kernels;

/// <summary>Regions of images against the reference. Kernels: <see cref="RoiAlignTemplate"/>.</summary>
public sealed class RegionTests
{
    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    [Theory]
    [MemberData(nameof(Targets))]
    public void RoiAlignAgreesWithTheReference(string target)
    {
        var batch = new OperatorBatch(target);
        // Inside, over the border, outside, empty, turned around.
        var regions = Tensor.Of(Shape.Of(5, 4), 1, 2, 9, 13, -3, -4, 5, 6, 40, 40, 44, 44, 3, 3, 3, 3, 9, 8, 2, 1);
        var images = Tensor.From<long>(ElementType.Int64, Shape.Of(5), [0, 1, 0, 1, 0]);
        foreach (int channels in (int[])[1, 3, 8, 37])
        {
            var x = Samples.Numbers(ElementType.Float32, channels, 2, 9, 7, channels);
            foreach (var mode in Enum.GetValues<RoiMode>())
            {
                batch.Add(new RoiAlignNhwc(mode, 3, 2, 2, 0.5f, true), [x, regions, images], 1e-5);
                batch.Add(new RoiAlignNhwc(mode, 2, 3, 0, 0.7f, false), [x, regions, images], 1e-5);
            }
        }
        var doubles = Samples.Numbers(ElementType.Float64, 5, 2, 9, 7, 3);
        batch.Add(new RoiAlignNhwc(RoiMode.Average, 3, 2, 0, 0.5f, true), [doubles, Tensors.Make(ElementType.Float64, regions.Shape, regions.AsDouble), images], 1e-9);
        batch.Run();
    }
}
