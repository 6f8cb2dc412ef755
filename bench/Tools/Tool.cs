using System.ComponentModel;
using System.Diagnostics;

namespace CompileModel.Bench.Tools;

/// <summary>Programs of this machine: found under one of their names, run to their end.</summary>
public static class Tool
{
    /// <summary>The first of some programs that is on the PATH.</summary>
    /// <param name="package">The Debian package that has it, for the message.</param>
    /// <param name="names">Names, the preferred first.</param>
    /// <exception cref="BenchException">None is there.</exception>
    public static string Find(string package, params ReadOnlySpan<string> names)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names)
            if (folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists) is { } path) return path;
        throw new BenchException($"{names[0]} is missing; apt-get install {package}");
    }

    /// <summary>Runs a program and gives what it printed; a failure is an exception with its last lines.</summary>
    /// <param name="program">Path or name.</param>
    /// <param name="arguments">Arguments, each as it is.</param>
    /// <param name="input">Text for its standard input, or null.</param>
    /// <param name="folder">Working folder, or null for this process's.</param>
    public static Outcome Run(string program, IEnumerable<string> arguments, string? input = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = input is not null, WorkingDirectory = folder ?? "",
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var feed = input is null ? Task.CompletedTask : Feed(process, input);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            feed.Wait();
            if (process.ExitCode != 0) throw new BenchException($"{Path.GetFileName(program)} failed with {process.ExitCode}: {LastLines(error.Result + output)}");
            return new(output, error.Result);
        }
        catch (Win32Exception e)
        {
            throw new BenchException($"{program} does not start: {e.Message}");
        }
    }

    private static async Task Feed(Process process, string input)
    {
        await using var writer = process.StandardInput;
        await writer.WriteAsync(input);
    }

    private static string LastLines(string text) => string.Join(" | ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(5));
}
