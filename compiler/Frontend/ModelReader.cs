using System.Security.Cryptography;
using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;
using Google.Protobuf;

namespace CompileModel.Frontend;

/// <summary>Reads ONNX files. Whatever the bytes, the outcome is a model or diagnostics.</summary>
public static class ModelReader
{
    /// <summary>Newest version of the file format that is understood (ONNX 1.20).</summary>
    public const int NewestIrVersion = 13;

    /// <summary>Reads a model file and the external data beside it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Values of symbolic dimensions.</param>
    /// <param name="diagnostics">Takes notes and warnings, also when reading succeeds.</param>
    /// <exception cref="CompilationException">The model cannot be used; every problem found is in it.</exception>
    public static OnnxModel Read(string path, ImportOptions options, DiagnosticBag diagnostics)
    {
        var model = ReadWhatFits(path, options, diagnostics);
        diagnostics.ThrowIfErrors();
        return model;
    }

    /// <summary>
    /// As <see cref="Read"/>, but nodes and inputs that cannot be used are reported and left out of the graph, so that type inference can say what else is wrong. With errors reported, the graph is good for
    /// nothing but that.
    /// </summary>
    /// <exception cref="CompilationException">The file is no model at all.</exception>
    public static OnnxModel ReadWhatFits(string path, ImportOptions options, DiagnosticBag diagnostics)
    {
        string file = Path.GetFileName(path);
        byte[] bytes = FileBytes.Read(path);
        var model = Parse(bytes, file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes);
        var tensors = new TensorReader(Path.GetDirectoryName(Path.GetFullPath(path))!, hash);

        var opsets = Versions(model, file, diagnostics);
        diagnostics.ThrowIfErrors();
        var functions = new FunctionInliner(model, opsets, file, diagnostics);
        var nodes = functions.Inline(model.Graph.Node);
        string name = model.Graph.Name.Length > 0 ? model.Graph.Name : Path.GetFileNameWithoutExtension(path);
        var shapes = new InputShapes(options, file, diagnostics);
        var graph = new GraphBuilder(file, name, tensors, functions, diagnostics).Build(model.Graph, nodes, shapes);
        string producer = $"{model.ProducerName} {model.ProducerVersion}".Trim();
        return new OnnxModel(file, graph!, Convert.ToHexStringLower(hash.GetHashAndReset()), model.IrVersion, opsets, producer, shapes.Symbols);
    }

    private static ModelProto Parse(byte[] bytes, string file)
    {
        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new CompilationException(DiagnosticCodes.NotAModel, $"not an ONNX model, or damaged: {e.Message.Replace('\n', ' ')}", new Location(file),
                "check the download; models kept in Git LFS need `git lfs pull`");
        }
        if (model.IrVersion == 0 && model.OpsetImport.Count == 0)
            throw new CompilationException(DiagnosticCodes.NotAModel, "not an ONNX model: no IR version and no operator set", new Location(file));
        if (model.Graph is null || model.Graph.Output.Count == 0)
            throw new CompilationException(DiagnosticCodes.EmptyGraph, model.Graph is null ? "the model has no graph" : "the graph has no outputs", new Location(file));
        return model;
    }

    private static Dictionary<string, int> Versions(ModelProto model, string file, DiagnosticBag diagnostics)
    {
        if (model.IrVersion is < 1 or > NewestIrVersion)
            diagnostics.Error(DiagnosticCodes.UnsupportedVersion, $"IR version {model.IrVersion} is not supported, 1 to {NewestIrVersion} are", new Location(file));
        var opsets = Opsets.Read(model.OpsetImport, file, diagnostics);
        // Files of IR version 1 and 2 carry no operator sets: they mean version 1.
        if (model.IrVersion < 3) opsets.TryAdd("", 1);
        if (opsets.TryGetValue("", out int version) && version > Importer.NewestOpset)
            diagnostics.Error(DiagnosticCodes.UnsupportedVersion, $"operator set {version} is newer than {Importer.NewestOpset}, the newest that is understood", new Location(file),
                "export the model with an older opset_version");
        return opsets;
    }
}
