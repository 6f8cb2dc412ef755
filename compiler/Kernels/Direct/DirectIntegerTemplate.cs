using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Direct;

/// <summary>
/// Sums of products of int8 as written, one result after the other: a convolution of x[N,H,W,C], which has its border, with w[KH,KW,C/g,M], or a product of x[...,K] and w[K,M]. Operands: x, w,
/// bias[M] unless absent, epilogue operands.
/// </summary>
/// <param name="Kernel">KH, KW.</param>
/// <param name="Strides">Vertical, horizontal.</param>
/// <param name="Dilations">Vertical, horizontal.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="InputZero">Zero point of x.</param>
/// <param name="HasBias">Whether there is a bias operand.</param>
/// <param name="Epilogue">Applied to every sum.</param>
public sealed record DirectIntegerTemplate(Ints Kernel, Ints Strides, Ints Dilations, int Groups, int InputZero, bool HasBias, Expression Epilogue) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "directinteger";

    /// <inheritdoc/>
    public override string? ScalarReason => "no vector code for these integers";

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)outputs[0].Count * Kernel[0] * Kernel[1] * (inputs[0].Dims[^1] / Groups);

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, y) = (inputs[0], outputs[0]);
        int rank = y.Rank, columns = y.Dims[rank - 1], depth = x.Dims[rank - 1] / Groups, filters = columns / Groups;
        bool isImage = inputs[1].Dims.Count == 4;
        int[] dims = [.. y.Dims.SkipLast(1)];
        int[] steps = isImage ? [x.Strides[0], Strides[0] * x.Strides[1], Strides[1] * x.Strides[2]] : [.. x.Strides.SkipLast(1)];
        int[] taps = isImage ? [Dilations[0] * x.Strides[1], Dilations[1] * x.Strides[2]] : [0, 0];
        int extras = HasBias ? 3 : 2;
        var rowStrides = inputs.Skip(extras).Select(e => ExtraOperands.RowStrides(e, y)).ToArray();
        return new LoopRoutine(this, "products", $"Products of {x.Type.ShortName()}{x.Dims} with {inputs[1].Dims} to {y.Dims}{Elementwise.Epilogue.Description(Epilogue)}.", inputs, outputs,
            dims.Aggregate(1, (a, d) => a * d), b => b.UseScalar(() => b.HoistConstants(() => b.ForUnits("row", row =>
            {
                var place = Place(b, row, dims);
                var source = b.Let("source", b.Pointer("in0") + WindowNest.Offset(place, steps, 0));
                var result = b.Let("result", b.Pointer("out0") + WindowNest.Offset(place, y.Strides, 0));
                Ptr[] others = [.. rowStrides.Select((s, e) => b.Let("extra", b.Pointer($"in{extras + e}") + WindowNest.Offset(place, s, 0)))];
                b.For("m", 0, columns, m =>
                {
                    var sum = HasBias ? b.Variable("sum", b.Load(b.Pointer("in2") + m, "bias")) : b.Zero(ElementType.Int32, "sum");
                    var first = b.Let("first", source + (Groups == 1 ? 0 : m / filters * depth));
                    b.For("ky", 0, Kernel[0], ky => b.For("kx", 0, Kernel[1], kx => b.For("c", 0, depth, c =>
                    {
                        var factor = Wide(b, first + (ky * taps[0] + kx * taps[1] + c), "x");
                        b.FmaInto(sum, InputZero == 0 ? factor : b.Sub(factor, b.Constant(ElementType.Int32, InputZero), "centered"),
                            Wide(b, b.Pointer("in1") + (((ky * Kernel[1] + kx) * depth + c) * columns + m), "w"));
                    })));
                    var operands = others.Select((p, e) => FloatStorage.Load(b, ExtraOperands.IsVector(inputs[extras + e]) ? p + m : p)).Prepend(sum);
                    FloatStorage.Store(b, result + m, ElementwiseKernels.Emit(b, Epilogue, [.. operands]));
                });
            }))));
    }

    private static Vec Wide(RoutineBuilder b, Ptr p, string name) => b.ConvertScalar(b.Load(p, "narrow"), ElementType.Int32, name);

    // Row-major position of a row in the dimensions of the result.
    private static Int[] Place(RoutineBuilder b, Int row, int[] dims)
    {
        var place = new Int[dims.Length];
        for (int i = dims.Length - 1; i >= 0; i--)
        {
            place[i] = dims[i] == 1 ? 0 : i == 0 ? row : b.Let("p", row % dims[i]);
            if (i > 0 && dims[i] != 1) row = b.Let("q", row / dims[i]);
        }
        return place;
    }
}
