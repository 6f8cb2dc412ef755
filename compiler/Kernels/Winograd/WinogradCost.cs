using CompileModel.IR;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;
using CompileModel.Targets;

namespace CompileModel.Kernels.Winograd;

/// <summary>Modelled cycles of a layer by transformed tiles, from the same issue facts as <see cref="TileModel"/>.</summary>
internal static class WinogradCost
{
    // Cycles for one call of a transform and for the pointers of one channel vector.
    private const double CallOverhead = 20, VectorOverhead = 12;

    // Operations for a vector of bytes that is read, to float32 and to int16, of results modulo 2^32 that become float32, and of results that become bytes; less where conversions do not take what multiply-adds take, and memory is spared (measured on Zen 4).
    private const double OfBytesRead = 1, OfWordsRead = 2, OfExact = 3, OfBytesWritten = 7, OfBytesWrittenAside = 2;

    /// <summary>Transforms and products.</summary>
    /// <param name="target">the processor</param>
    /// <param name="g">the tiles</param>
    /// <param name="ofBytes">whether the image and the results are bytes</param>
    public static double Cycles(TargetProfile target, WinogradGeometry g, bool ofBytes = false)
    {
        var isa = Isa.ForProfile(target.Isas);
        var lanes = isa.Lanes(ElementType.Float32);
        var (inputLanes, ofRead) = g.Form.IsInteger ? (isa.Lanes(ElementType.Int16), OfWordsRead) : (lanes, ofBytes ? OfBytesRead : 0);
        var widens = ofBytes && isa.HasWideningProducts;
        var vectors = (g.Depth + inputLanes - 1) / inputLanes;
        double OfPhase(WinogradPhase p) => widens ? (g.Form.IsInteger ? vectors : vectors / 2.0) * Widening(target.Issue, g.Form, p) : vectors * Input(target.Issue, g.Form, p, ofRead);
        var ofWritten = !ofBytes ? 0 : isa.HasWideProducts ? OfBytesWritten : OfBytesWrittenAside;
        return Products(target, isa, g)
            + g.Tiles * g.Form.Phases.Sum(p => CallOverhead + OfPhase(p))
            + g.Tiles * (CallOverhead * g.Groups(isa) + (g.Columns + lanes - 1) / lanes * Output(target.Issue, g.Form, ofWritten));
    }

    private static double Products(TargetProfile target, Isa isa, WinogradGeometry g)
    {
        double Group(int columns)
        {
            var packing = g.Packing(isa, columns);
            double Block(int rows, int blocks) => rows == 0 || blocks == 0 ? 0
                : blocks * g.Form.Products.Sum(p => TileModel.Cycles(target, p.Count, g.ProductTile(target, p, rows, columns), packing.PaddedColumns, p.Phases * g.Units, g.DepthPitch(isa), g.Arithmetic(isa)));
            return Block(g.Blocks.Rows, g.Blocks.BigTiles) + Block(g.Blocks.Rows - 1, g.Blocks.Tiles - g.Blocks.BigTiles);
        }
        return (g.Groups(isa) - 1) * Group(g.GroupColumns(isa)) + Group(g.LastColumns(isa));
    }

    private static double Input(IssueFacts issue, WinogradForm form, WinogradPhase phase, double ofValue)
    {
        var (rows, columns) = (form.Lines(phase.Row), form.Lines(phase.Column));
        return Issue(issue, (double)rows * OperationCount.Input(form, columns) + columns * OperationCount.Input(form, rows) + rows * columns * ofValue, 2.0 * rows * columns, 2.0 * rows * columns);
    }

    // Of eight channels: a vector of int16, or two of float32 side by side.
    private static double Widening(IssueFacts issue, WinogradForm form, WinogradPhase phase)
    {
        var integers = new IntegerTransform(form);
        var (rows, columns) = (form.Lines(phase.Row), form.Lines(phase.Column));
        double ofRows = rows * integers.Operations(columns), values = rows * columns;
        return form.IsInteger ? Issue(issue, (ofRows + columns * OperationCount.Input(form, rows)) * OfIntegers(issue), 2 * values, 2 * values)
            : Issue(issue, (ofRows + 2 * columns * integers.Operations(rows)) * OfIntegers(issue) + 2 * values, 2 * values, 3 * values);
    }

    // Operations of integers take half the time of multiply-adds on a core that reorders, conversions all of it.
    private static double OfIntegers(IssueFacts issue) => issue.InOrder ? 1 : 0.5;

    private static double Output(IssueFacts issue, WinogradForm form, double ofResult)
    {
        double results = form.Outputs * form.Outputs, halves = form.Outputs * form.Tile;
        double transform = ((form.Tile + form.Outputs) * OperationCount.Output(form) + form.Outputs) * (form.IsInteger ? OfIntegers(issue) : 1);
        return Issue(issue, transform + results * (1 + ofResult + (form.IsInteger ? OfExact : 0)), form.Places + halves, halves + results);
    }

    private static double Issue(IssueFacts issue, double operations, double loads, double stores) => VectorOverhead + (issue.InOrder
        ? operations / issue.FmaPerCycle + loads / issue.LoadsPerCycle + stores
        : 1.15 * Math.Max(Math.Max(operations / issue.FmaPerCycle, loads / issue.LoadsPerCycle), Math.Max(stores, (operations + loads + stores) / issue.Width)));
}
