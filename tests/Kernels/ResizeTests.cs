using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Resampling;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Resize in every mode against the reference.
/// Kernels: <see cref="ResizeTemplate"/>.
/// </summary>
public sealed class ResizeTests
{
    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    [Theory]
    [MemberData(nameof(Targets))]
    public void EveryMode(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var coordinates in Enum.GetValues<CoordinateMode>().Where(m => m != CoordinateMode.TfCropAndResize))
        {
            foreach (int channels in (int[])[1, 3, 8, 17])
            {
                var x = Samples.Floats(1, -1, 1, 1, 4, 5, channels);
                foreach (var mode in Enum.GetValues<ResizeMode>())
                {
                    batch.Add(Sized(mode, coordinates, [1, 4, 5, channels], [1, 8, 10, channels]), [x], 1e-6, parts: 3);
                    batch.Add(Sized(mode, coordinates, [1, 4, 5, channels], [1, 3, 7, channels]), [x], 1e-6);
                }
            }
            foreach (var mode in Enum.GetValues<ResizeMode>()) batch.Add(Sized(mode, coordinates, [1, 2, 4, 5], [1, 2, 7, 9]), [Samples.Floats(2, -1, 1, 1, 2, 4, 5)], 1e-6);
        }
        foreach (var nearest in Enum.GetValues<NearestMode>())
            batch.Add(Sized(ResizeMode.Nearest, CoordinateMode.HalfPixel, [2, 3, 6], [2, 5, 6]) with { Nearest = nearest }, [Samples.Numbers(ElementType.UInt8, 1, 2, 3, 6)]);
        batch.Add(Sized(ResizeMode.Linear, CoordinateMode.HalfPixel, [3, 6], [5, 6]), [Samples.Numbers(ElementType.Float64, 1, 3, 6)], 1e-6);
        batch.Add(Sized(ResizeMode.Cubic, CoordinateMode.HalfPixel, [8, 9], [5, 4]) with { Antialias = true }, [Samples.Floats(3, -1, 1, 8, 9)], 1e-6);
        foreach (var mode in Enum.GetValues<ResizeMode>())
            batch.Add(Sized(mode, CoordinateMode.TfCropAndResize, [2, 4, 5], [2, 6, 7]) with { Roi = [0, -0.5f, 0.2f, 1, 1.2f, 1.5f], Extrapolation = 9 }, [Samples.Numbers(ElementType.Float32, 4, 2, 4, 5)], 1e-6);
        batch.Run();
    }

    private static ResizeTo Sized(ResizeMode mode, CoordinateMode coordinates, int[] from, int[] to) =>
        new(new(to), [.. from.Zip(to, (f, t) => (float)t / f)], [], mode, coordinates, NearestMode.RoundPreferFloor, -0.75f, mode == ResizeMode.Cubic && coordinates == CoordinateMode.HalfPixel, 0, false);
}
