using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Gemm;

/// <summary>The driver of one or more products that share their operands (the phases of a transposed convolution): inputs a, w, bias?, extras; output c.</summary>
/// <param name="Prefix">what it computes, start of the method's name</param>
/// <param name="Shape">for people: shapes and attributes</param>
/// <param name="IsaName">the instruction set</param>
/// <param name="Parts">the products</param>
public sealed record GemmRoutine(string Prefix, string Shape, string IsaName, IReadOnlyList<GemmRoutine.Part> Parts) : Routine
{
    /// <summary>A product with its place in the operands.</summary>
    /// <param name="Nest">the product</param>
    /// <param name="AOffset">first element of A</param>
    /// <param name="WOffset">first element of the packed weights</param>
    /// <param name="COffset">first element of C and of each extra, in this order</param>
    public sealed record Part(GemmNest Nest, int AOffset, int WOffset, Ints COffset);

    /// <inheritdoc/>
    public override string Name => $"{Prefix}_{Fingerprint:x8}";

    /// <inheritdoc/>
    public override string Family => Prefix;

    /// <inheritdoc/>
    public override string Summary => $"{Shape}{Elementwise.Epilogue.Description(Parts[0].Nest.Epilogue)}.";

    /// <inheritdoc/>
    public override int Units => Parts.Sum(p => p.Nest.Units(Isa.ByName(IsaName)));

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters
    {
        get
        {
            List<RoutineParameter> list = [RoutineParameter.Pointer("a", Types.Arithmetic.Factor), RoutineParameter.Pointer("w", Types.Arithmetic.Weight)];
            if (Parts[0].Nest.HasBias)
                list.Add(RoutineParameter.Pointer("bias", Types.Arithmetic.Sum));
            for (var i = 0; i < Parts[0].Nest.ExtraKinds.Count; i++)
                list.Add(RoutineParameter.Pointer(string.Create(CultureInfo.InvariantCulture, $"e{i + 1}"), Types.Extra(i)));
            list.Add(RoutineParameter.Pointer("c", Types.Result));
            return list;
        }
    }

    private GemmTypes Types => Parts[0].Nest.Types;

    // Everything the code depends on, attributes of the epilogue included, as text.
    private uint Fingerprint => Text.Fingerprint.Of(string.Join('|', Parts.Select(part =>
    {
        var n = part.Nest;
        return $"{Shape};{IsaName};{part.AOffset};{part.WOffset};{part.COffset};{n.Rows.Extents};{string.Join(' ', n.Rows.Strides)};{n.Columns};{n.Run};{n.RunCounts};{n.RunStrides};"
            + $"{n.Groups};{n.AGroup};{n.Tile};{n.BlockTiles};{n.DepthBlock};{n.HasBias};{n.ExtraKinds};{Elementwise.Epilogue.Suffix(n.Epilogue)}{n.Types.Suffix};{n.PanelSums}";
    })));

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b)
    {
        var bias = Parts[0].Nest.HasBias ? b.Pointer("bias") : (Ptr?)null;
        var start = 0;
        foreach (var part in Parts)
        {
            var (first, units) = (start, part.Nest.Units(b.Isa));
            start += units;
            Int from = Parts.Count == 1 ? b.From : b.Let("fromPart", Int.Max(b.From - first, 0));
            Int to = Parts.Count == 1 ? b.To : b.Let("toPart", Int.Min(b.To - first, units));
            part.Nest.Emit(b, from, to, b.Pointer("a") + part.AOffset, b.Pointer("w") + part.WOffset, bias,
                [.. Enumerable.Range(0, part.Nest.ExtraKinds.Count).Select(e => b.Pointer(string.Create(CultureInfo.InvariantCulture, $"e{e + 1}")) + part.COffset[1 + e])],
                b.Pointer("c") + part.COffset[0]);
        }
    }

    /// <inheritdoc/>
    public bool Equals(GemmRoutine? other) => other is not null && Prefix == other.Prefix && Shape == other.Shape && IsaName == other.IsaName && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
