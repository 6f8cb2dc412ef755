using CompileModel.Cli;
using CompileModel.Diagnostics;

namespace CompileModel.Tests.Cli;

/// <summary>What escapes a command becomes diagnostics and exit code 1, never a stack trace.</summary>
public sealed class GuardTests
{
    [Fact]
    public void AnUnexpectedExceptionIsOneLine()
    {
        string[] lines = Lines(() => throw new InvalidOperationException("first\nsecond"));
        string line = Assert.Single(lines, l => l.Contains("CM9001"));
        Assert.Contains("InvalidOperationException: first second", line);
    }

    [Fact]
    public void EveryDiagnosticIsPrinted()
    {
        string[] lines = Lines(() => throw new CompilationException(
            new Diagnostic("CM0001", Severity.Error, "guard one"), new Diagnostic("CM0002", Severity.Warning, "guard two", new("m.onnx", "node 3 'c' Conv"), "do this")));
        Assert.Contains("error CM0001: guard one", lines);
        Assert.Contains("m.onnx(node 3 'c' Conv): warning CM0002: guard two ; hint: do this", lines);
    }

    private static string[] Lines(Func<int> command)
    {
        var before = Console.Error;
        using var writer = new StringWriter();
        try
        {
            Console.SetError(TextWriter.Synchronized(writer));
            Assert.Equal(1, Program.Guard(command));
        }
        finally
        {
            Console.SetError(before);
        }
        return writer.ToString().Split('\n');
    }
}
