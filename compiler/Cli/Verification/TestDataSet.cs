using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Publish;

namespace CompileModel.Cli.Verification;

/// <summary>Inputs of a model and the outputs a reference gave for them: a folder with <c>input_N.pb</c> and <c>output_N.pb</c> (or <c>.npy</c>).</summary>
/// <param name="Name">Folder name.</param>
/// <param name="InputItems">By position of the model's inputs.</param>
/// <param name="OutputItems">By position of the model's outputs.</param>
public sealed record TestDataSet(string Name, IReadOnlyList<DataItem> InputItems, IReadOnlyList<DataItem> OutputItems)
{
    /// <summary>The tensors of all inputs, as a program takes them.</summary>
    public IReadOnlyList<Tensor> Inputs => [.. InputItems.SelectMany(i => i.Tensors)];

    /// <summary>The tensors of all outputs, as a program gives them.</summary>
    public IReadOnlyList<Tensor> Outputs => [.. OutputItems.SelectMany(i => i.Tensors)];

    /// <summary>Reads a data set, or all data sets in the subfolders <c>test_data_set_*</c> in the order of their numbers.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="forms">What the model's inputs and outputs are; tensors by default.</param>
    /// <exception cref="CompilationException">Nothing usable is there.</exception>
    public static IReadOnlyList<TestDataSet> Load(string folder, ModelForms? forms = null)
    {
        if (!Directory.Exists(folder)) throw new CompilationException(DiagnosticCodes.BadTestData, "no such folder", new(folder), "name a folder with input_0.pb and output_0.pb, or one that holds test_data_set_0");
        var sets = Directory.GetDirectories(folder, "test_data_set_*").OrderBy(Number).ThenBy(d => d, StringComparer.Ordinal).ToArray();
        if (sets.Length == 0) sets = [folder];
        return [.. sets.Select(s => Read(s, forms ?? ModelForms.Tensors))];
    }

    private static int Number(string folder) => int.TryParse(folder[(folder.LastIndexOf('_') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : int.MaxValue;

    private static TestDataSet Read(string folder, ModelForms forms)
    {
        var (inputs, outputs) = (Items(folder, "input", forms.Inputs), Items(folder, "output", forms.Outputs));
        if (outputs.Count == 0) throw new CompilationException(DiagnosticCodes.BadTestData, "no output_0.pb or output_0.npy", new(folder), "a data set holds input_N.pb and output_N.pb");
        return new(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), inputs, outputs);
    }

    private static List<DataItem> Items(string folder, string kind, IReadOnlyList<DataForm> forms)
    {
        var result = new List<DataItem>();
        while (true)
        {
            string path = Path.Combine(folder, $"{kind}_{result.Count}");
            if (File.Exists(path + ".pb")) result.Add(TensorReader.ReadFile(path + ".pb", result.Count < forms.Count ? forms[result.Count] : DataForm.Tensor));
            else if (File.Exists(path + ".npy")) result.Add(DataItem.Of(Npy(path + ".npy")));
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
