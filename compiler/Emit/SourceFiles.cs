using CompileModel.Targets;

namespace CompileModel.Emit;

/// <summary>Writes the generated part of a project: the sources and the weights.</summary>
public static class SourceFiles
{
    /// <summary>Writes everything into an existing folder.</summary>
    public static void Write(EmittedModel model, string folder)
    {
        foreach (var (path, text) in model.Sources)
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        using var weights = File.Create(Path.Combine(folder, "weights.o"));
        WeightsObject.Write(weights, model.Target.Architecture == TargetArchitecture.Arm64, model.Plan.Weights.Bytes);
    }
}
