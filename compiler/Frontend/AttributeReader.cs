using System.Text;
using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;
using CompileModel.IR;
using Google.Protobuf;
using Kind = CompileModel.Frontend.Proto.AttributeProto.Types.AttributeType;

namespace CompileModel.Frontend;

/// <summary>Decodes node attributes into plain .NET values.</summary>
/// <param name="tensors">Decodes tensors.</param>
/// <param name="graph">Builds subgraphs.</param>
internal sealed class AttributeReader(TensorReader tensors, Func<GraphProto, Graph> graph)
{
    /// <summary>All attributes of a node.</summary>
    /// <exception cref="ImportException">A value is missing, given twice, or of a kind that is not supported.</exception>
    public IReadOnlyList<OnnxAttribute> ReadAll(IReadOnlyList<AttributeProto> attributes)
    {
        if (attributes.GroupBy(a => a.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ImportException(DiagnosticCodes.BadAttribute, $"attribute '{twice.Key}' is given twice");
        return [.. attributes.Select(a => new OnnxAttribute(a.Name, Value(a)))];
    }

    private object Value(AttributeProto attribute) => KindOf(attribute) switch
    {
        Kind.Float => attribute.F,
        Kind.Int => attribute.I,
        Kind.String => Text(attribute.S),
        Kind.Tensor when attribute.T is not null => tensors.Read(attribute.T),
        Kind.Graph when attribute.G is not null => graph(attribute.G),
        Kind.SparseTensor when attribute.SparseTensor is not null => tensors.Read(attribute.SparseTensor),
        Kind.Floats => attribute.Floats.ToArray(),
        Kind.Ints => attribute.Ints.ToArray(),
        Kind.Strings => attribute.Strings.Select(Text).ToArray(),
        Kind.Tensors => attribute.Tensors.Select(tensors.Read).ToArray(),
        Kind.TypeProto when attribute.Tp is not null => attribute.Tp.ToString(),
        Kind.Graphs => attribute.Graphs.Select(graph).ToArray(),
        var kind => throw new ImportException(DiagnosticCodes.BadAttribute, $"attribute '{attribute.Name}' of kind {kind} has no value that is supported"),
    };

    /// <summary>Files of IR version 1 may leave the kind out; the field that is filled tells it.</summary>
    private static Kind KindOf(AttributeProto a) => a switch
    {
        { Type: not Kind.Undefined } => a.Type,
        { HasF: true } => Kind.Float,
        { HasI: true } => Kind.Int,
        { HasS: true } => Kind.String,
        { T: not null } => Kind.Tensor,
        { G: not null } => Kind.Graph,
        { Floats.Count: > 0 } => Kind.Floats,
        { Strings.Count: > 0 } => Kind.Strings,
        _ => Kind.Ints,
    };

    private static string Text(ByteString bytes) => Encoding.UTF8.GetString(bytes.Span);
}
