using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Targets;

namespace CompileModel.Cli.Verification;

/// <summary>One run of a compiled program on tensors.</summary>
internal static class ModelRun
{
    /// <summary>Runs a program, under emulation where needed.</summary>
    /// <param name="program">The executable.</param>
    /// <param name="target">What it was made for.</param>
    /// <param name="inputs">The graph's inputs with their data.</param>
    /// <param name="folder">Takes the files of inputs and outputs; made when it is not there.</param>
    /// <param name="threads">Threads of the program.</param>
    /// <param name="isStream">Whether inputs and outputs are frames: one inference each.</param>
    /// <returns>Reads an output by its name.</returns>
    /// <exception cref="CompilationException">The program failed.</exception>
    public static Func<string, Tensor> Run(string program, TargetProfile target, IEnumerable<(Value Value, Tensor Data)> inputs, string folder, int threads, bool isStream = false)
    {
        Directory.CreateDirectory(folder);
        List<string> arguments = ["--output-dir", folder, "--threads", threads.ToString(CultureInfo.InvariantCulture)];
        if (isStream) arguments.Add("--stream");
        foreach (var (value, data) in inputs)
        {
            string path = Path.Combine(folder, $"input_{arguments.Count.ToString(CultureInfo.InvariantCulture)}.npy");
            NpyFile.Write(path, data);
            arguments.AddRange(["--input", $"{value.Name}={path}"]);
        }
        var run = new ProgramRunner(target.Architecture == TargetArchitecture.Arm64, target.QemuCpu).Run(program, arguments);
        if (run.ExitCode != 0) throw new CompilationException(DiagnosticCodes.VerificationFailed, $"the program ended with exit code {run.ExitCode}: {run.Error.Trim()}", new(Path.GetFileName(folder)));
        return name => NpyFile.Read(Path.Combine(folder, OutputFile(name)));
    }

    /// <summary>The file that the program writes an output to: its name with everything but letters, digits, '_', '-' and '.' replaced.</summary>
    private static string OutputFile(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_')) + ".npy";
}
