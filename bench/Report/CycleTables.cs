using System.Globalization;
using CompileModel.Bench.Cycles;
using CompileModel.Bench.Cycles.InOrder;
using Spectre.Console;

namespace CompileModel.Bench.Report;

/// <summary>Prints an estimate for those who write kernels.</summary>
internal static class CycleTables
{
    /// <summary>Prints the sum, the heaviest functions and the heaviest blocks.</summary>
    public static void Print(CycleEstimate estimate, string program, int functions, int blocks)
    {
        var inference = estimate.Profile.Inference;
        var symbols = Symbols.Read(program);
        string misses = inference.FirstMisses == 0 ? "" : Text($"L1D misses {inference.FirstMisses / 1e6:F2} M, L2 misses {inference.SecondMisses / 1e6:F2} M, ");
        string counts = Text($"{estimate.Cycles / 1e6:F2} million modelled cycles, {inference.Instructions / 1e6:F2} million instructions, {misses}");
        string start = Text($"start {estimate.Profile.StartInstructions:N0} instructions");
        Console.Out.WriteLine($"{Path.GetFileName(program)}, {estimate.Core.Profile.Name} ({estimate.Core.Timer.Source}): {counts}{start}");
        if (symbols.Empty) Console.Out.WriteLine("no symbols: compile with --keep-symbols to see functions");

        var table = new Table().Border(TableBorder.Simple);
        foreach (string title in (string[])["M cycles", "%", "MACs/cycle", "M insns", "L1D M", "L2 M"]) table.AddColumn(new TableColumn(title).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("function").NoWrap());
        foreach (var f in estimate.ByFunction(symbols).Take(functions))
        {
            table.AddRow(Text($"{f.Cycles / 1e6:F2}"), Text($"{100 * f.Cycles / estimate.Cycles:F1}"), Text($"{f.Macs / f.Cycles:F2}"), Text($"{f.Instructions / 1e6:F2}"),
                Text($"{f.FirstMisses / 1e6:F3}"), Text($"{f.SecondMisses / 1e6:F3}"), Markup.Escape(f.Name));
        }
        Terminal.Console().Write(table);
        foreach (var block in estimate.Blocks.Take(blocks)) Print(estimate, symbols, block);
    }

    private static void Print(CycleEstimate estimate, Symbols symbols, TimedBlock block)
    {
        string share = Text($"{100 * block.TotalCycles / estimate.Cycles:F1} %, {block.Block.Executions} x {block.Cycles:F1} cycles");
        string rate = Text($"{block.Macs / Math.Max(1, block.TotalCycles):F2} MACs/cycle");
        Console.Out.WriteLine($"{symbols.NameOf(block.Block.Address)} at 0x{block.Block.Address:x}: {share}, {rate}");
        var schedule = (estimate.Core.Timer as InOrderTimer)?.Schedule(block.Text);
        for (int i = 0; i < block.Text.Count; i++)
        {
            bool paired = i > 0 && schedule?[i] == schedule?[i - 1];
            Console.Out.WriteLine(schedule is null ? $"    {Line(block.Text[i])}" : Text($"  {schedule[i],4}{(paired ? " |" : "  ")}  {Line(block.Text[i])}"));
        }
        Console.Out.WriteLine();
    }

    private static string Line(string text) => text.Replace('\t', ' ');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
