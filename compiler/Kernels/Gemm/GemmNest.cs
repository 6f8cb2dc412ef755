using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;
using CompileModel.Targets;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// One matrix product with everything constant: loops over groups, blocks of rows that stay in the second-level cache, panels of weights that stay
/// in the first, factors of which a panel and a tile's rows stay there, and register tiles (Goto's order without packing of A). A unit of work is one
/// tile of rows (or an outer row) by one panel; between blocks of factors its sums wait in C.
/// Operands of <see cref="Rows"/>: 0 = A, 1 = C, 2 = W (batches of it), then the extras.
/// </summary>
/// <param name="Rows">positions</param>
/// <param name="Columns">output channels of a group</param>
/// <param name="Run">contiguous factors, in elements of A</param>
/// <param name="RunCounts">outer and inner number of runs</param>
/// <param name="RunStrides">distance of outer and inner runs in A</param>
/// <param name="Groups">independent products on neighboring channels</param>
/// <param name="AGroup">distance of groups in A</param>
/// <param name="Tile">register tile</param>
/// <param name="BlockTiles">tiles (one outer row) or outer rows of a block</param>
/// <param name="DepthBlock">units of factors of a block: all, or a multiple of four</param>
/// <param name="HasBias">whether there is a bias, padded to whole panels</param>
/// <param name="ExtraKinds">an <see cref="ExtraKind"/> for each further epilogue operand</param>
/// <param name="Epilogue">applied to every sum</param>
/// <param name="Types">element types</param>
public sealed record GemmNest(GemmRows Rows, int Columns, int Run, Ints RunCounts, Ints RunStrides, int Groups, int AGroup, TileChoice Tile, int BlockTiles, int DepthBlock, bool HasBias,
    Ints ExtraKinds, Expression Epilogue, GemmTypes Types)
{
    /// <summary>For each panel the units whose products its weights let add in 16 bits, in any group; empty where all have those of the arithmetic.</summary>
    public Ints PanelSums { get; init; }

    private const int A = 0, C = 1, W = 2, FirstExtra = 3;

    /// <summary>Fills in tile and block for a target.</summary>
    public static GemmNest Create(TargetProfile target, GemmRows rows, int columns, int run, Ints runCounts, Ints runStrides, int groups, int aGroup, bool hasBias,
        Ints extraKinds, Expression epilogue, PanelPacking packing, GemmTypes types)
    {
        var arithmetic = types.Arithmetic;
        var depth = arithmetic.Units(run) * runCounts.Aggregate(1, (a, b) => a * b);
        var tile = TileModel.Choose(target, rows.Outer * groups, rows.Inner, columns, depth, packing.Vectors, rows.InnerStride(A) / arithmetic.Unit, arithmetic);
        var pieces = rows.Outer > 1 ? rows.Outer : tile.Tiles;
        var rowsOfPiece = rows.Outer > 1 ? rows.Inner : tile.Rows;
        var block = Math.Clamp(TileModel.BlockRows(target, depth) / rowsOfPiece, 1, pieces);

        // C must not hold sums where a residual may lie in the same place, and cannot where its elements are others.
        var isWhole = !types.AreFloats || run != depth || extraKinds.Contains((int)ExtraKind.RowVector);
        var depthBlock = isWhole ? depth : TileModel.BlockDepth(target, tile, rows.Outer > 1 ? block * tile.Tiles : block, depth);
        return new GemmNest(rows, columns, run, runCounts, runStrides, groups, aGroup, tile, block, depthBlock, hasBias, extraKinds, epilogue, types);
    }

    private int Unit => Types.Arithmetic.Unit;

    private int RunUnits => Types.Arithmetic.Units(Run);

    private int Depth => RunUnits * RunCounts.Aggregate(1, (a, b) => a * b);

    private int Pieces => Rows.Outer > 1 ? Rows.Outer : Tile.Tiles;

    private int PanelColumns(Isa isa) => Tile.Vectors * isa.Lanes(ElementType.Float32);

    private int Panels(Isa isa) => (Columns + PanelColumns(isa) - 1) / PanelColumns(isa);

    /// <summary>Number of independent pieces of work: the panels of every piece of rows, panels innermost.</summary>
    public int Units(Isa isa) => Groups * Pieces * Panels(isa);

    /// <summary>Writes the work of a range of units. Threads thus share rows, not columns: what one writes, it reads again in the next layer.</summary>
    public void Emit(RoutineBuilder b, Int from, Int to, Ptr a, Ptr w, Ptr? bias, IReadOnlyList<Ptr> extras, Ptr c)
    {
        var packing = PanelPacking.Of(b.Isa, Columns, Tile.Vectors);
        var panels = packing.Panels;
        var operands = new Operands(a, w, bias, extras, c, 0, 1, 0);
        if (Groups * Pieces == 1)
        {
            b.For("panel", from, to, panel => Panel(b, packing, operands, panel));
            return;
        }
        var taken = b.Let("taken", 0);
        b.For("unit", from, to, taken, unit =>
        {
            // Whole pieces go by blocks; one that is shared with another thread goes by itself.
            var piece = panels == 1 ? unit : b.Let("piece", unit / panels);
            var firstPanel = panels == 1 ? 0 : b.Let("firstPanel", unit % panels);
            var lastPanel = panels == 1 ? 1 : b.Let("lastPanel", Int.Min(firstPanel + (to - unit), panels));
            var group = Groups == 1 ? 0 : Pieces == 1 ? piece : b.Let("group", piece / Pieces);
            var end = Groups == 1 ? to / panels : Int.Min((group + 1) * Pieces, b.Let("whole", to / panels));
            var last = b.Let("last", BlockTiles == 1 || Pieces == 1 ? piece + 1 : Int.Min(piece + BlockTiles, b.Let("end", end)));
            if (panels > 1 && BlockTiles > 1 && Pieces > 1)
                b.If($"{RoutineBuilder.Compare(firstPanel, "!=", 0)} || {RoutineBuilder.Compare(lastPanel, "!=", panels)}", () => b.Set(last, piece + 1));
            b.Set(taken, panels == 1 ? last - piece : (last - piece) * (lastPanel - firstPanel));
            var own = Pieces == 1 ? operands : operands with { First = piece - group * Pieces, Last = last - group * Pieces };
            own = OfGroup(b, packing, own, group);
            b.For("panel", firstPanel, lastPanel, panel => Panel(b, packing, own, panel));
        });
    }

    private Operands OfGroup(RoutineBuilder b, PanelPacking packing, Operands operands, Int group)
    {
        if (Groups == 1)
            return operands;
        return operands with
        {
            A = b.Let("aGroup", operands.A + group * AGroup),
            W = b.Let("wGroup", operands.W + group * (packing.Floats(Depth) * Unit)),
            C = b.Let("cGroup", operands.C + group * Columns),
            Bias = operands.Bias is { } bias ? b.Let("biasGroup", bias + group * packing.PaddedColumns) : null,
            Extras = [.. operands.Extras.Select((e, i) => HasColumns(i) ? b.Let("eGroup", e + group * Columns) : e)],
            First = Pieces == 1 ? operands.First : b.Let("firstOfGroup", operands.First),
            Last = Pieces == 1 ? operands.Last : b.Let("lastOfGroup", operands.Last),
        };
    }

    private bool HasColumns(int extra) => (ExtraKind)ExtraKinds[extra] is ExtraKind.RowVector or ExtraKind.Vector;

    private void Panel(RoutineBuilder b, PanelPacking packing, Operands operands, Int panel)
    {
        var columns = panel * packing.Width;
        operands = operands with
        {
            W = operands.W + columns * (Depth * Unit),
            Bias = operands.Bias + columns,
            Extras = [.. operands.Extras.Select((e, i) => HasColumns(i) ? e + columns : e)],
            C = operands.C + columns,
        };
        if (PanelSums.Count == 0)
            PanelOf(b, packing, operands, panel);
        else
            PanelBySums(b, packing, operands, panel, [.. PanelSums.Distinct().Order()]);
    }

    private void PanelBySums(RoutineBuilder b, PanelPacking packing, Operands operands, Int panel, int[] sums)
    {
        var own = this with { Types = Types with { Arithmetic = ProductArithmetic.Widening(sums[0]) } };
        if (sums.Length == 1)
            own.PanelOf(b, packing, operands, panel);
        else
            b.If(Choices.Has(PanelSums, panel, sums[0]), () => own.PanelOf(b, packing, operands, panel), () => PanelBySums(b, packing, operands, panel, sums[1..]));
    }

    private void PanelOf(RoutineBuilder b, PanelPacking packing, Operands operands, Int panel)
    {
        if (packing.IsUniform)
            DepthBlocks(b, operands, Tile.Vectors, b.Lanes(ElementType.Float32));
        else if (packing.Panels == 1)
            DepthBlocks(b, operands, packing.LastVectors, packing.LastLanes);
        else
        {
            b.If(RoutineBuilder.Compare(panel, "<", packing.Panels - 1),
                () => DepthBlocks(b, operands, Tile.Vectors, b.Lanes(ElementType.Float32)),
                () => DepthBlocks(b, operands, packing.LastVectors, packing.LastLanes));
        }
    }

    private void DepthBlocks(RoutineBuilder b, Operands operands, int vectors, int lastLanes)
    {
        for (var k = 0; k < Depth; k += DepthBlock)
        {
            Panel(b, operands with { A = operands.A + k * Unit, W = operands.W + k * vectors * b.Lanes(ElementType.Float32) * Unit, FirstFactor = k }, vectors, lastLanes);
        }
    }

    private void Panel(RoutineBuilder b, Operands operands, int vectors, int lastLanes)
    {
        if (Rows.Outer == 1)
        {
            Tiles(b, operands, operands.First, operands.Last, vectors, lastLanes);
            return;
        }
        b.For("row", operands.First, operands.Last, row =>
        {
            Ptr At(int operand, Ptr p, string name) => Rows.OuterOffset(operand, row) is { Constant: 0 } ? p : b.Let(name, p + Rows.OuterOffset(operand, row));
            var moved = operands with
            {
                A = At(A, operands.A, "aRow"),
                W = At(W, operands.W, "wRow"),
                C = At(C, operands.C, "cRow"),
                Extras = [.. operands.Extras.Select((e, i) => At(FirstExtra + i, e, "eRow"))],
            };
            Tiles(b, moved, 0, Tile.Tiles, vectors, lastLanes);
        });
    }

    private void Tiles(RoutineBuilder b, Operands operands, Int from, Int to, int vectors, int lastLanes)
    {
        if (Types.Arithmetic.Form != TileForm.Broadcast)
        {
            Strips(b, operands, from, to, vectors, lastLanes);
            return;
        }
        if (Tile.BigTiles == Tile.Tiles)
        {
            b.For("tile", from, to, tile => Call(b, operands, tile * Tile.Rows, 1, Tile.Rows, vectors, lastLanes));
            return;
        }
        b.For("tile", from, to, tile =>
        {
            var row = b.Let("position", Tile.FirstRow(tile));
            b.If(RoutineBuilder.Compare(tile, "<", Tile.BigTiles),
                () => Call(b, operands, row, 1, Tile.Rows, vectors, lastLanes),
                () => Call(b, operands, row, 1, Tile.Rows - 1, vectors, lastLanes));
        });
    }

    // One call for all tiles of a height.
    private void Strips(RoutineBuilder b, Operands operands, Int from, Int to, int vectors, int lastLanes)
    {
        if (Tile.BigTiles == Tile.Tiles)
        {
            Call(b, operands, from * Tile.Rows, to - from, Tile.Rows, vectors, lastLanes);
            return;
        }
        var (big, small) = (Int.Min(to, Tile.BigTiles), Int.Max(from, Tile.BigTiles));
        if (big.Constant is null)
            (big, small) = (b.Let("endOfBig", big), b.Let("firstSmall", small));
        b.IfLess(from, big, () => Call(b, operands, from * Tile.Rows, big - from, Tile.Rows, vectors, lastLanes));
        b.IfLess(small, to, () => Call(b, operands, small * (Tile.Rows - 1) + Tile.BigTiles, to - small, Tile.Rows - 1, vectors, lastLanes));
    }

    private void Call(RoutineBuilder b, Operands operands, Int row, Int tiles, int rows, int vectors, int lastLanes)
    {
        var unroll = Types.Arithmetic.Form switch
        {
            TileForm.Lane => b.Lanes(ElementType.Float32),
            TileForm.Widening => WideningLoop.Unroll(Types.Arithmetic),
            _ => BroadcastLoop.Unroll(rows, vectors, RunUnits),
        };
        var levels = RunCounts[0] * RunCounts[1] == 1 ? RunLevels.One : RunCounts[0] == 1 || RunCounts[1] == 1 ? RunLevels.Rows : RunLevels.Taps;
        var (isFirst, isLast) = (operands.FirstFactor == 0, operands.FirstFactor + DepthBlock >= Depth);
        var run = levels == RunLevels.One ? Math.Min(DepthBlock, RunUnits - operands.FirstFactor) : RunUnits;
        var extras = isLast ? ExtraKinds : [];
        var tile = new GemmTile(b.Isa.Name, rows, vectors, lastLanes, unroll, run % unroll, tiles.Constant != 1, run >= unroll, levels, HasBias && isFirst, !isFirst, extras,
            isLast ? Epilogue : Expression.Identity, isLast ? Types : Types with { Extras = [] });
        List<object> arguments = [operands.A + row * Rows.InnerStride(A), Rows.InnerStride(A), operands.W];
        if (tile.HasBias)
            arguments.Add(operands.Bias!.Value);
        arguments.AddRange([operands.C + row * Rows.InnerStride(C), Rows.InnerStride(C)]);
        for (var i = 0; i < extras.Count; i++)
        {
            var stride = Rows.InnerStride(FirstExtra + i);
            arguments.Add(operands.Extras[i] + row * stride);
            if ((ExtraKind)ExtraKinds[i] is ExtraKind.RowVector or ExtraKind.RowScalar)
                arguments.Add(stride);
        }
        if (tile.IsStrip)
            arguments.Add(tiles);
        if (run >= unroll)
            arguments.Add(run / unroll);
        var inner = levels == RunLevels.Rows && RunCounts[1] == 1 ? 0 : 1;
        if (levels != RunLevels.One)
            arguments.AddRange([RunCounts[inner], RunStrides[inner] - RunUnits * Unit]);
        if (levels == RunLevels.Taps)
            arguments.AddRange([RunCounts[0], RunStrides[0] - RunCounts[1] * RunStrides[1]]);
        b.Call(tile, arguments);
    }

    private sealed record Operands(Ptr A, Ptr W, Ptr? Bias, IReadOnlyList<Ptr> Extras, Ptr C, Int First, Int Last, int FirstFactor);
}
