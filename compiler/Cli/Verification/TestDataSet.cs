using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Publish;

namespace CompileModel.Cli.Verification;

/// <summary>Inputs of a model and the outputs a reference gave for them: a folder with <c>input_N.pb</c> and <c>output_N.pb</c> (or <c>.npy</c>).</summary>
/// <param name="Name">Folder name.</param>
/// <param name="Inputs">By position of the graph inputs.</param>
/// <param name="Outputs">By position of the graph outputs.</param>
public sealed record TestDataSet(string Name, IReadOnlyList<Tensor> Inputs, IReadOnlyList<Tensor> Outputs)
{
    /// <summary>Reads a data set, or all data sets in the subfolders <c>test_data_set_*</c> in the order of their numbers.</summary>
    /// <exception cref="CompilationException">Nothing usable is there.</exception>
    public static IReadOnlyList<TestDataSet> Load(string folder)
    {
        if (!Directory.Exists(folder)) throw new CompilationException(DiagnosticCodes.BadTestData, "no such folder", new(folder), "name a folder with input_0.pb and output_0.pb, or one that holds test_data_set_0");
        var sets = Directory.GetDirectories(folder, "test_data_set_*").OrderBy(Number).ThenBy(d => d, StringComparer.Ordinal).ToArray();
        if (sets.Length == 0) sets = [folder];
        return [.. sets.Select(Read)];
    }

    private static int Number(string folder) => int.TryParse(folder[(folder.LastIndexOf('_') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : int.MaxValue;

    private static TestDataSet Read(string folder)
    {
        var (inputs, outputs) = (Tensors(folder, "input"), Tensors(folder, "output"));
        if (outputs.Count == 0) throw new CompilationException(DiagnosticCodes.BadTestData, "no output_0.pb or output_0.npy", new(folder), "a data set holds input_N.pb and output_N.pb");
        return new(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), inputs, outputs);
    }

    private static List<Tensor> Tensors(string folder, string kind)
    {
        var result = new List<Tensor>();
        while (true)
        {
            string path = Path.Combine(folder, $"{kind}_{result.Count}");
            if (File.Exists(path + ".pb")) result.Add(TensorReader.ReadFile(path + ".pb"));
            else if (File.Exists(path + ".npy")) result.Add(Npy(path + ".npy"));
            else return result;
        }
    }

    private static Tensor Npy(string path)
    {
        try
        {
            return NpyFile.Read(path);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new CompilationException(DiagnosticCodes.BadTestData, e.Message, new(path));
        }
    }
}
