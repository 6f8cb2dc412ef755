using System.Formats.Tar;
using System.IO.Compression;
using CompileModel.Frontend.Proto;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Backend;

/// <summary>One of ONNX's own backend test cases: a model, its inputs and the outputs that the standard asks for.</summary>
/// <param name="Name">Folder in the archive, for instance <c>node/test_abs</c>.</param>
/// <param name="Model">The model.</param>
/// <param name="Inputs">By position of the graph inputs.</param>
/// <param name="Outputs">By position of the graph outputs.</param>
internal sealed record BackendCase(string Name, ModelProto Model, IReadOnlyList<TensorProto> Inputs, IReadOnlyList<TensorProto> Outputs)
{
    private static readonly Lazy<IReadOnlyList<BackendCase>> Loaded = new(Load);

    /// <summary>
    /// All cases of dense tensors in the default operator set, without subgraphs and functions, sorted by name; empty when ../shared is not there.
    /// </summary>
    public static IReadOnlyList<BackendCase> All => Loaded.Value;

    private static bool IsPlain(ModelProto model) =>
        model.Functions.Count == 0 && model.OpsetImport.All(o => o.Domain is "" or "ai.onnx")
        && model.Graph.Node.All(n => n.Attribute.All(a => a.G is null && a.Graphs.Count == 0))
        && model.Graph.Input.Concat(model.Graph.Output).All(v => v.Type.TensorType is not null);

    private static List<BackendCase> Load()
    {
        var cases = new List<BackendCase>();
        if (Repository.Shared is null) return cases;
        var files = new Dictionary<string, byte[]>();
        using (var stream = new GZipStream(File.OpenRead(Path.Combine(Repository.Shared, "onnx-tests", "backend-tests.tar.gz")), CompressionMode.Decompress))
        using (var archive = new TarReader(stream))
        {
            while (archive.GetNextEntry() is { } entry)
            {
                if (entry.DataStream is null || entry.Length > 1 << 20) continue;
                var bytes = new byte[entry.Length];
                entry.DataStream.ReadExactly(bytes);
                files[entry.Name.TrimStart('.', '/')] = bytes;
            }
        }
        foreach (var (path, bytes) in files.Where(f => f.Key.EndsWith("/model.onnx", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var name = path[..^"/model.onnx".Length];
            var model = ModelProto.Parser.ParseFrom(bytes);
            if (!IsPlain(model)) continue;
            var inputs = Tensors("input");
            var outputs = Tensors("output");
            if (inputs.Count == model.Graph.Input.Count && outputs.Count == model.Graph.Output.Count) cases.Add(new(name, model, inputs, outputs));

            List<TensorProto> Tensors(string kind)
            {
                var found = new List<TensorProto>();
                while (files.TryGetValue($"{name}/test_data_set_0/{kind}_{found.Count}.pb", out var tensor)) found.Add(TensorProto.Parser.ParseFrom(tensor));
                return found;
            }
        }
        return cases;
    }
}
