using CompileModel.Bench.Models;
using CompileModel.Bench.Peers;
using CompileModel.Bench.Report;
using CompileModel.Bench.Running;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Bench;

/// <summary>What goes to the drivers, what comes from them, what is written.</summary>
public class ReportTests
{
    [Fact]
    public void DriversGetALineForEachLayer()
    {
        var b = new NetworkBuilder("small", new(3, 8, 8));
        int x = b.Conv(0, 4, 3, 2, Activation.Relu6);
        b.Dense(b.GlobalAverage(b.Sum(x, b.Depthwise(x, 1, Activation.None), Activation.Relu)), 10);
        Assert.Equal(
            """
            input 0 0 0 0 0 0 0 0 3 8 8
            conv 0 0 3 2 1 1 2 0 4 4 4
            conv 1 0 3 1 1 4 0 0 4 4 4
            add 1 2 0 0 0 0 1 0 4 4 4
            mean 3 0 0 0 0 0 0 0 4 1 1
            dense 4 0 0 0 0 0 0 0 10 1 1

            """, NetworkText.Of(b.Build()));
    }

    [Fact]
    public void TimesAreReadFromWhatEveryProgramPrints() =>
        Assert.Equal(new InferenceTimes(1.25, 1.5), InferenceTimes.Parse("inferences: 5 after 1 of warm-up, threads: 2, ms: min 1.250 median 1.500 max 9.000\n"));

    [Fact]
    public void TablesGoBetweenTheMarksOfAFile()
    {
        using var folder = new TempFolder();
        var sheet = new Sheet("Speed", 1, ["model", "ms"]);
        sheet.Rows.Add(["a", "1.0"]);
        const string Table = "\n\n### Speed\n\n| model | ms |\n| --- | ---: |\n| a | 1.0 |\n\n";
        File.WriteAllText(folder["doc.md"], "before\n<!-- nets -->\nold\n<!-- end of nets -->\nafter\n");
        Sheets.Write(folder["doc.md"], "nets", Sheets.ToMarkdown([sheet]));
        Assert.Equal($"before\n<!-- nets -->{Table}<!-- end of nets -->\nafter\n", File.ReadAllText(folder["doc.md"]));
        Sheets.Write(folder["new.md"], "nets", Sheets.ToMarkdown([sheet]));
        Assert.Equal($"<!-- nets -->{Table}<!-- end of nets -->\n", File.ReadAllText(folder["new.md"]));
    }
}
