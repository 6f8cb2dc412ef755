using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Gemm;

namespace CompileModel.Kernels.Depthwise;

/// <summary>One vector of channels: its filter and bias, loaded once, and the strips of output rows that are computed with them.</summary>
internal sealed class DepthwiseChannels
{
    private readonly RoutineBuilder _b;
    private readonly DepthwiseRoutine _routine;
    private readonly Int _channel;
    private readonly int _count;
    private readonly Ptr _filter;
    private readonly Vec[]? _weights;
    private readonly Vec? _bias;

    /// <summary>Writes the loads for <paramref name="count"/> channels from <paramref name="channel"/> on.</summary>
    public DepthwiseChannels(RoutineBuilder b, DepthwiseRoutine routine, Int channel, int count)
    {
        (_b, _routine, _channel, _count) = (b, routine, channel, count);
        _filter = b.Let("filter", b.Pointer("w") + channel);
        var template = routine.Template;
        if (routine.Blocking.IsResident)
        {
            _weights = [.. Enumerable.Range(0, template.Kernel[0] * template.Kernel[1])
                .Select(tap => b.LoadPartial(_filter + tap * routine.C.Dims[3], count, DepthwiseRoutine.Numbered("w", tap)))];
        }
        _bias = template.HasBias ? b.LoadPartial(b.Pointer("bias") + channel, count, "start") : null;
    }

    /// <summary>Writes all positions of the output rows from <paramref name="row"/> on.</summary>
    public void Strip(Int image, Int row, int rows)
    {
        var (x, c) = (_routine.X, _routine.C);
        Ptr[] extras = [.. _routine.Extras.Select((e, i) =>
        {
            var strides = ExtraOperands.RowStrides(e, c);
            var name = DepthwiseRoutine.Numbered("e", i + 1);
            return _b.Let(name + "At", _b.Pointer(name) + image * strides[0] + row * strides[1] + (_routine.IsVector(i) ? _channel : 0));
        })];
        new DepthwiseStrip(_b, _routine, rows, _count)
        {
            Filter = _filter,
            Weights = _weights,
            Bias = _bias,
            X = _b.Let("xAt", _b.Pointer("x") + image * x.Strides[0] + row * (x.Strides[1] * _routine.Template.Strides[0]) + _channel),
            C = _b.Let("cAt", _b.Pointer("c") + image * c.Strides[0] + row * c.Strides[1] + _channel),
            Extras = extras,
        }.Emit();
    }
}
