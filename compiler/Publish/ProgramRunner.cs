using System.Diagnostics;
using System.Runtime.InteropServices;
using CompileModel.Diagnostics;

namespace CompileModel.Publish;

/// <summary>Runs a compiled program on this machine: directly when it has the architecture, else under qemu-aarch64 with the CPU model of the target.</summary>
/// <param name="arm64">Whether the program is for AArch64.</param>
/// <param name="qemuCpu">Value of qemu's <c>-cpu</c>, so that an instruction the core lacks is noticed.</param>
public sealed class ProgramRunner(bool arm64, string qemuCpu)
{
    /// <summary>What a run left: exit code and both streams.</summary>
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Runs the program to its end.</summary>
    /// <exception cref="CompilationException">qemu is needed and missing.</exception>
    public Result Run(string program, IReadOnlyList<string> arguments)
    {
        bool native = arm64 == (RuntimeInformation.OSArchitecture == Architecture.Arm64);
        var start = new ProcessStartInfo(native ? program : "qemu-aarch64") { RedirectStandardOutput = true, RedirectStandardError = true };
        if (!native) foreach (string a in (string[])["-cpu", qemuCpu, program]) start.ArgumentList.Add(a);
        foreach (string a in arguments) start.ArgumentList.Add(a);
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new(process.ExitCode, output, error.Result);
        }
        catch (System.ComponentModel.Win32Exception) when (!native)
        {
            throw new CompilationException(DiagnosticCodes.ToolMissing, "qemu-aarch64 is needed to run an arm64 program on this machine", hint: "apt-get install qemu-user");
        }
    }
}
