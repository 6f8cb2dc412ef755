using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;
using CompileModel.Targets;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// The method of <see cref="WinogradTemplate"/>. A unit transforms the tiles of its block unless the unit before it in the same call already did, multiplies every
/// place with the weights of its group, and transforms back. Values do not depend on where a call begins.
/// </summary>
/// <param name="IsaName">the instruction set</param>
/// <param name="Target">for the register tiles</param>
/// <param name="Geometry">tiles, blocks, groups</param>
/// <param name="HasBias">whether there is a bias</param>
/// <param name="Epilogue">applied to every sum</param>
/// <param name="X">input with border</param>
/// <param name="Y">result</param>
/// <param name="Extras">further operands of the epilogue</param>
/// <param name="InputZero">zero point of an image of int8</param>
/// <param name="HasPlainDivisor">see <see cref="Elementwise.SumFacts.HasPlainDivisor"/></param>
public sealed record WinogradRoutine(string IsaName, TargetProfile Target, WinogradGeometry Geometry, bool HasBias, Expression Epilogue, Layout X, Layout Y, IReadOnlyList<Layout> Extras, int InputZero, bool HasPlainDivisor) : Routine
{
    private Isa Isa => Isa.ByName(IsaName);

    private int Lanes => Isa.Lanes(ElementType.Float32);

    private bool IsInteger => Geometry.Form.IsInteger;

    private ProductArithmetic Arithmetic => Geometry.Arithmetic(Isa);

    private int Unit => Arithmetic.Unit;

    private ElementType Buffered => InputTransform.Buffered(Isa, Geometry.Form, X.Type);

    // Two lines at a time keep an in-order core busy, where registers allow it.
    private int Lines => Target.Issue.InOrder && Geometry.Form.Tile <= 6 && !InputTransform.Widens(Isa, Geometry.Form, X.Type) ? 2 : 1;

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture,
        $"winograd{Geometry.Form.Suffix}_{Y.Dims[1]}x{Y.Dims[2]}x{Y.Dims[3]}{Elementwise.Epilogue.Suffix(Epilogue)}_{Text.Fingerprint.Of($"{IsaName}{Target.Name}{Geometry}{HasBias}{X}{Y}{string.Concat(Extras)}{(InputZero == 0 ? "" : InputZero)}{(HasPlainDivisor ? "plain" : "")}"):x8}");

    /// <inheritdoc/>
    public override string Family => "winograd";

    /// <inheritdoc/>
    public override string Summary => $"Convolution {Geometry.Form.Kernel}x{Geometry.Form.Kernel} by {Geometry.Form}: {X.Dims} to {Y.Dims}, {Geometry.Blocks.Tiles} blocks of {Geometry.BlockTiles} tiles{Elementwise.Epilogue.Description(Epilogue)}.";

    /// <inheritdoc/>
    public override int Units => Geometry.Blocks.Tiles * Geometry.Groups(Isa);

    /// <inheritdoc/>
    public override long ScratchBytes => sizeof(float) * (long)Geometry.ScratchFloats(Isa);

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters
    {
        get
        {
            List<RoutineParameter> list = [RoutineParameter.Pointer("x", X.Type), RoutineParameter.Pointer("w", Arithmetic.Weight)];
            if (HasBias)
                list.Add(RoutineParameter.Pointer("bias", Arithmetic.Sum));
            list.AddRange(Enumerable.Range(0, Extras.Count).Select(i => RoutineParameter.Pointer(ExtraName(i), Extras[i].Type)));
            list.Add(RoutineParameter.Pointer("y", Y.Type));
            return list;
        }
    }

    private static string ExtraName(int i) => string.Create(CultureInfo.InvariantCulture, $"e{i + 1}");

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b)
    {
        var (g, groups, blocks) = (Geometry, Geometry.Groups(Isa), Geometry.Blocks);
        var buffer = b.Pointer("scratch");
        var values = buffer + g.BufferFloats(Isa);
        var sums = values + g.Form.Places * g.DepthPlace(Isa);
        var v = IsInteger ? b.Cast("v", values, Arithmetic.Factor) : b.Let("v", values);
        var m = IsInteger ? b.Cast("m", sums, Arithmetic.Sum) : b.Let("m", sums);
        var words = Buffered == buffer.Type ? buffer : b.Cast("words", buffer, Buffered);
        var half = IsInteger ? b.Cast("half", buffer, Arithmetic.Sum) : buffer;
        b.ForUnits("unit", unit =>
        {
            var group = groups == 1 ? 0 : b.Let("group", unit % groups);
            var block = blocks.Tiles == 1 ? 0 : b.Let("block", groups == 1 ? unit : unit / groups);
            var first = blocks.Tiles == 1 ? 0 : b.Let("first", blocks.FirstRow(block));
            var count = blocks.BigTiles == blocks.Tiles ? g.BlockTiles : b.Let("count", Int.Raw($"{block} < {blocks.BigTiles} ? {g.BlockTiles} : {g.BlockTiles - 1}"));
            void Transform() => b.For("tile", 0, count, tile => Input(b, first + tile, tile, words, v));
            if (groups == 1)
                Transform();
            else
                b.If($"{RoutineBuilder.Compare(group, "==", 0)} || {RoutineBuilder.Compare(unit, "==", b.From)}", Transform);
            void OfGroup(int columns, string name)
            {
                b.Comment($"The products of all places{name}.");
                if (blocks.BigTiles == blocks.Tiles)
                    Products(b, g.BlockTiles, columns, group, v, m);
                else
                {
                    b.If(RoutineBuilder.Compare(count, "==", g.BlockTiles), () => Products(b, g.BlockTiles, columns, group, v, m),
                        () => Products(b, g.BlockTiles - 1, columns, group, v, m));
                }
                b.For("tile", 0, count, tile => Output(b, first + tile, tile, group, columns, half, m));
            }
            var (full, last) = (g.GroupColumns(Isa), g.LastColumns(Isa));
            if (groups == 1 || full == last)
                OfGroup(last, "");
            else
                b.If(RoutineBuilder.Compare(group, "<", groups - 1), () => OfGroup(full, ""), () => OfGroup(last, ", last group"));
        });
    }

    private (Int Image, Int Row, Int Column) Position(RoutineBuilder b, Int index)
    {
        var (rows, columns) = (Geometry.TileRows, Geometry.TileColumns);
        var line = columns == 1 ? index : b.Let("line", index / columns);
        var column = columns == 1 ? 0 : b.Let("column", index % columns);
        return Geometry.Batch == 1 ? (0, line, column) : (b.Let("image", line / rows), b.Let("row", line % rows), column);
    }

    private void Input(RoutineBuilder b, Int index, Int tile, Ptr buffer, Ptr v)
    {
        var (image, row, column) = Position(b, index);
        var form = Geometry.Form;
        var m = form.Outputs * form.Stride;
        var x = b.Let("from", b.Pointer("x") + (image * X.Strides[0] + row * (m * X.Strides[1]) + column * (m * X.Strides[2])));
        var to = b.Let("to", v + tile * (Geometry.DepthPitch(Isa) * Unit));
        var lanes = Isa.Lanes(Buffered);
        var (vectors, rest) = (Geometry.Depth / lanes, Geometry.Depth % lanes);

        // What the last vector of a phase writes beyond its channels, the next phase overwrites.
        for (var i = 0; i < form.Phases.Count; i++)
        {
            var phase = form.Phases[i];
            var corner = x + (phase.Row * X.Strides[1] + phase.Column * X.Strides[2]);
            void Vectors(int first, int count, int passes) => b.Call(new InputTransform(IsaName, form, phase, form.Stride * X.Strides[2], Lines, count, X.Type, InputZero),
                corner + first * lanes, form.Stride * X.Strides[1], to + (i * Geometry.Depth + first * lanes), Geometry.DepthPlace(Isa) * Unit, buffer, passes);
            if (vectors > 0)
                Vectors(0, lanes, vectors);
            if (rest > 0)
                Vectors(vectors, rest, 1);
        }
    }

    private void Products(RoutineBuilder b, int rows, int columns, Int group, Ptr v, Ptr m)
    {
        if (rows == 0)
            return;
        var g = Geometry;
        var packing = g.Packing(Isa, columns);
        var padded = packing.PaddedColumns;
        var w = b.Let("weights", b.Pointer("w") + group * (g.GroupFloats(Isa) * Unit));
        var factors = 0;
        foreach (var product in g.Form.Products)
        {
            var (depth, units) = (product.Phases * g.Depth, product.Phases * g.Units);
            Ints Steps(int place, int tile) => new([.. product.Steps.Select(s => s * place), tile]);
            Ints order = product.Extents.Count == 1 ? [1] : [product.Extents[1], 1];
            var tile = g.ProductTile(Target, product, rows, columns);
            var nest = new GemmNest(
                new GemmRows(new([.. product.Extents, rows]),
                    [Steps(g.DepthPlace(Isa) * Unit, g.DepthPitch(Isa) * Unit), Steps(g.ColumnPlace(Isa), g.ColumnPitch(Isa)), new([.. order.Select(o => o * packing.Floats(units) * Unit), 0])]),
                padded, depth, [1, 1], [0, 0], 1, 0, tile, product.Count == 1 ? tile.Tiles : 1, units, false, [], Expression.Identity, new(Arithmetic, [], Arithmetic.Sum));
            nest.Emit(b, 0, nest.Units(Isa), v + (product.First * g.DepthPlace(Isa) * Unit + product.FirstPhase * g.Depth), w + packing.Floats(factors) * Unit, null, [], m + product.First * g.ColumnPlace(Isa));
            factors += product.Count * units;
        }
    }

    private void Output(RoutineBuilder b, Int index, Int tile, Int group, int columns, Ptr buffer, Ptr m)
    {
        var (image, row, column) = Position(b, index);
        var outputs = Geometry.Form.Outputs;
        var channel = group * Geometry.GroupColumns(Isa);
        Ptr At(string name, Ptr p, IReadOnlyList<int> strides, Int offset) =>
            b.Let(name, p + (image * strides[0] + row * (outputs * strides[1]) + column * (outputs * strides[2]) + offset));
        var y = At("to", b.Pointer("y"), Y.Strides, channel);
        var kinds = ExtraOperands.Kinds(Extras, Rows, 1);
        var strides = Extras.Select(e => ExtraOperands.RowStrides(e, Y)).ToArray();
        bool IsVector(int i) => (ExtraKind)kinds[i] is ExtraKind.RowVector or ExtraKind.Vector;
        Ptr[] extras = [.. Extras.Select((_, i) => At(ExtraName(i) + "At", b.Pointer(ExtraName(i)), strides[i], IsVector(i) ? channel : 0))];
        var from = b.Let("product", m + tile * Geometry.ColumnPitch(Isa));
        var (lastRows, lastColumns) = (Geometry.Height - (Geometry.TileRows - 1) * outputs, Geometry.Width - (Geometry.TileColumns - 1) * outputs);
        var rows = lastRows == outputs ? outputs : Geometry.TileRows == 1 ? lastRows
            : b.Let("rows", Int.Raw($"{row} < {Geometry.TileRows - 1} ? {outputs} : {lastRows}"));
        void Vectors(int wide, int first, int vectors, int count)
        {
            if (vectors == 0)
                return;
            List<object> arguments = [from + first, Geometry.ColumnPlace(Isa), buffer];
            if (HasBias)
                arguments.Add(b.Pointer("bias") + (channel + first));
            arguments.AddRange([y + first, Y.Strides[1]]);
            for (var i = 0; i < extras.Length; i++)
                arguments.AddRange([extras[i] + (IsVector(i) ? first : 0), strides[i][1]]);
            arguments.AddRange([rows, vectors]);
            b.Call(new OutputTransform(IsaName, Geometry.Form, wide, Y.Strides[2], count, HasBias, kinds, new Ints([.. strides.Select(s => s[2])]), Epilogue, X.Type != ElementType.Float32,
                Y.Type, new Ints([.. Extras.Select(e => (int)e.Type)])) { HasPlainDivisor = HasPlainDivisor }, arguments);
        }
        void Wide(int wide)
        {
            var whole = columns / Lanes;
            Vectors(wide, 0, whole, Lanes);
            Vectors(wide, whole * Lanes, columns % Lanes == 0 ? 0 : 1, columns % Lanes);
        }
        if (lastColumns == outputs || Geometry.TileColumns == 1)
            Wide(lastColumns);
        else
            b.If(RoutineBuilder.Compare(column, "<", Geometry.TileColumns - 1), () => Wide(outputs), () => Wide(lastColumns));
    }

    // Positions of the result with the strides of the extras: what the kinds of extras are decided by.
    private GemmRows Rows => new([Y.Dims[0], Y.Dims[1], Y.Dims[2]], [new Ints([.. Y.Strides.Take(3)]), .. Extras.Select(e =>
    {
        var strides = ExtraOperands.RowStrides(e, Y);
        return new Ints(strides.Any(s => s != 0) && strides[2] == 0 ? [strides[0], strides[1], 1] : [.. strides]);
    })]);

    /// <inheritdoc/>
    public bool Equals(WinogradRoutine? other) => other is not null && IsaName == other.IsaName && Target.Equals(other.Target) && Geometry == other.Geometry && HasBias == other.HasBias
        && Epilogue == other.Epilogue && X == other.X && Y == other.Y && InputZero == other.InputZero && Extras.SequenceEqual(other.Extras);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Geometry, X, Y);
}
