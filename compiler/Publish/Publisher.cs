using System.Diagnostics;
using CompileModel.Diagnostics;

namespace CompileModel.Publish;

/// <summary>
/// Compiles an emitted project to a static executable: C# to IL with csc, IL to an object with ilc, and the executable with ld.lld. The tools get
/// the same response files as in a build by <c>dotnet build</c>, which makes the same bytes. Nothing is written into the project before the
/// executable is complete.
/// </summary>
public static class Publisher
{
    /// <summary>Makes bin/NAME in the project's folder.</summary>
    /// <exception cref="CompilationException">A tool is missing or failed.</exception>
    public static PublishResult Publish(PublishRequest request, IProgress<PublishStep>? progress = null)
    {
        string project = Path.GetFullPath(request.ProjectFolder);
        request = request with { ProjectFolder = project };
        var tools = Toolchain.Find(request);
        var steps = new List<(string Title, TimeSpan Duration)>();
        string work = Directory.CreateTempSubdirectory("compile-model-").FullName;
        try
        {
            string assembly = Path.Combine(work, "model.dll"), native = Path.Combine(work, "model.o"), executable = Path.Combine(work, "model");
            Step("C# to IL", tools.Dotnet, ["exec", tools.Csc, "-noconfig", "@Build/csc.rsp", "@Build/sources.rsp", "-out:" + assembly]);
            Step("IL to machine code", tools.Ilc, [assembly, "@Build/ilc.rsp", "-o:" + native]);
            Step("linking", tools.Linker, ["@Build/link.rsp", "-L" + tools.Musl, native, "weights.o", "-lc", "-l:crtn.o", "-o", executable]);
            string result = Path.Combine(project, "bin", request.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(result)!);
            Place(executable, result);
            return new PublishResult(result, new FileInfo(result).Length, steps);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        void Step(string title, string program, string[] arguments)
        {
            progress?.Report(new PublishStep(steps.Count + 1, 3, title));
            long start = Stopwatch.GetTimestamp();
            var outcome = ToolRunner.Run(program, arguments, project);
            steps.Add((title, Stopwatch.GetElapsedTime(start)));
            if (outcome.ExitCode != 0)
                throw new CompilationException(DiagnosticCodes.ToolFailed, $"{title} failed ({Path.GetFileName(program)}, exit code {outcome.ExitCode}):\n{outcome.Output.Trim()}");
        }
    }

    /// <summary>Puts a finished file in its place in one step, also when the temporary folder is on another file system.</summary>
    private static void Place(string from, string to)
    {
        string beside = to + ".new";
        File.Move(from, beside, overwrite: true);
        File.Move(beside, to, overwrite: true);
    }
}
