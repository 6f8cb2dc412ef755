namespace CompileModel.IR;

/// <summary>A tensor that flows along an edge of the graph. Identity is by reference; the name is unique in its graph.</summary>
/// <param name="name">Unique name.</param>
/// <param name="type">Element type and shape; null while not inferred (stage Imported only).</param>
public sealed class Value(string name, TensorType? type)
{
    /// <summary>Unique name in the graph.</summary>
    public string Name { get; } = name;

    /// <summary>Type, or null while it is not inferred.</summary>
    public TensorType? MaybeType { get; } = type;

    /// <summary>Type, from stage Typed on.</summary>
    public TensorType Type => MaybeType ?? throw new Diagnostics.InternalCompilerException($"value %{Name} has no type yet");

    /// <summary>Shape, from stage Typed on.</summary>
    public Shape Shape => Type.Shape;

    /// <summary>Element type, from stage Typed on.</summary>
    public ElementType Element => Type.Element;

    /// <inheritdoc/>
    public override string ToString() => MaybeType is null ? "%" + Name : $"%{Name}: {MaybeType}";
}
