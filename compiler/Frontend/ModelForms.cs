using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;
using Google.Protobuf;

namespace CompileModel.Frontend;

/// <summary>What the inputs and outputs of a model file are, by position; test data cannot be read without it.</summary>
/// <param name="Names">Names of the inputs that are no initializers.</param>
/// <param name="Inputs">What they are.</param>
/// <param name="Outputs">The outputs.</param>
public sealed record ModelForms(IReadOnlyList<string> Names, IReadOnlyList<DataForm> Inputs, IReadOnlyList<DataForm> Outputs)
{
    /// <summary>Forms of a model of which all inputs and outputs are tensors.</summary>
    public static ModelForms Tensors { get; } = new([], [], []);

    /// <summary>Reads a model file.</summary>
    /// <exception cref="CompilationException">The file cannot be read.</exception>
    public static ModelForms Read(string path)
    {
        try
        {
            var graph = ModelProto.Parser.ParseFrom(FileBytes.Read(path)).Graph ?? new();
            var initializers = graph.Initializer.Select(t => t.Name).Concat(graph.SparseInitializer.Select(t => t.Values?.Name ?? "")).ToHashSet();
            var inputs = graph.Input.Where(i => !initializers.Contains(i.Name)).ToArray();
            return new([.. inputs.Select(i => i.Name)], [.. inputs.Select(i => Of(i.Type))], [.. graph.Output.Select(o => Of(o.Type))]);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new CompilationException(DiagnosticCodes.NotAModel, $"not an ONNX model, or damaged: {e.Message.Replace('\n', ' ')}", new Location(Path.GetFileName(path)));
        }
    }

    internal static DataForm Of(TypeProto? type) => type?.ValueCase switch
    {
        TypeProto.ValueOneofCase.SequenceType => DataForm.Sequence,
        TypeProto.ValueOneofCase.OptionalType => DataForm.Optional,
        _ => DataForm.Tensor,
    };
}
