using System.Diagnostics;

namespace CompileModel.Tests.Support;

/// <summary>What a finished program said.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a program to its end; a program that takes longer than the limit is killed and fails the test.</summary>
    public static Command Run(string program, IEnumerable<string> arguments, string? folder = null, int limitSeconds = 300)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "",
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(limitSeconds)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} took longer than {limitSeconds} s");
        }
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Runs compile-model as a user does, in a process of its own.</summary>
    public static Command CompileModel(params IEnumerable<string> arguments) =>
        Run("dotnet", [typeof(IR.Graph).Assembly.Location, .. arguments]);

    /// <summary>The same command, when it succeeded; else the test fails with what it said.</summary>
    public Command Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}{Error}");
        return this;
    }
}
