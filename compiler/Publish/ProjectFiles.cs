namespace CompileModel.Publish;

/// <summary>
/// The part of an emitted project that is the same for all models: core library, runtime, project file and the options of the tools, copied
/// from runtime-template. Build/sources.rsp lists all sources in a fixed order, so that a build does not depend on the file system.
/// </summary>
public static class ProjectFiles
{
    /// <summary>Subfolders of a project that a later compilation replaces as a whole.</summary>
    public static IReadOnlyList<string> Folders { get; } = ["Kernels", "Runtime", "CoreLib", "Build"];

    /// <summary>The folder runtime-template that was built with, or installed with, the tool.</summary>
    public static string TemplateFolder => Path.Combine(AppContext.BaseDirectory, "runtime-template");

    /// <summary>
    /// Completes a project folder that already holds the emitted sources (Model.g.cs, ModelInfo.g.cs, Api.g.cs, Kernels/*.g.cs) and weights.o.
    /// </summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="name">Name of the project and its executable: letters, digits, '-', '_' and '.'.</param>
    /// <param name="target">What is built for.</param>
    public static void Write(string folder, string name, PublishTarget target)
    {
        CopyFolder(Path.Combine(TemplateFolder, "CoreLib"), Path.Combine(folder, "CoreLib"));
        CopyFolder(Path.Combine(TemplateFolder, "Runtime"), Path.Combine(folder, "Runtime"));
        string project = Path.Combine(TemplateFolder, "Project");
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), Fill(File.ReadAllText(Path.Combine(project, "model.csproj")), name, target));
        Directory.CreateDirectory(Path.Combine(folder, "Build"));
        foreach (string file in Directory.GetFiles(Path.Combine(project, "Build")))
            File.WriteAllText(Path.Combine(folder, "Build", Path.GetFileName(file)), Fill(File.ReadAllText(file), name, target));
        File.WriteAllText(Path.Combine(folder, "Build", "sources.rsp"), string.Concat(Sources(folder).Select(s => s + "\n")));
    }

    /// <summary>The project's C# sources, relative, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Sources(string folder)
    {
        var sources = Directory.GetFiles(folder, "*.g.cs").ToList();
        foreach (string part in (string[])["CoreLib", "Runtime", "Kernels"])
        {
            string path = Path.Combine(folder, part);
            if (Directory.Exists(path)) sources.AddRange(Directory.GetFiles(path, "*.cs", SearchOption.AllDirectories));
        }

        return [.. sources.Select(s => Path.GetRelativePath(folder, s).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    private static string Fill(string text, string name, PublishTarget target) => text
        .Replace("@NAME@", name)
        .Replace("@TARGET@", target.Name)
        .Replace("@ARCHITECTURE@", target.IlcName)
        .Replace("@INSTRUCTION_SET@", target.InstructionSet)
        .Replace("@STRIP@", target.KeepSymbols ? "--strip-debug" : "--strip-all")
        .Replace("@LINUX_NAME@", target.LinuxName)
        .Replace("@MUSL_INSTALL@", target.MuslInstall.Replace("&", "&amp;"));

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*.cs", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
