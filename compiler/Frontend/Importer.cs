namespace CompileModel.Frontend;

/// <summary>Base of importers: what most of them have in common. The class name is the ONNX operator type.</summary>
/// <param name="minInputs">Fewest operands.</param>
/// <param name="maxInputs">Most operands.</param>
/// <param name="maxOutputs">Most results.</param>
public abstract class Importer(int minInputs, int maxInputs, int maxOutputs = 1) : IImporter
{
    /// <summary>Newest opset of the default domain that was read when the importers were written.</summary>
    public const int NewestOpset = 28;

    /// <inheritdoc/>
    public virtual string OpType => GetType().Name;

    /// <inheritdoc/>
    public virtual string Domain => "";

    /// <inheritdoc/>
    public virtual int Since => 1;

    /// <inheritdoc/>
    public virtual int Until => NewestOpset;

    /// <inheritdoc/>
    public int MinInputs { get; } = minInputs;

    /// <inheritdoc/>
    public int MaxInputs { get; } = maxInputs;

    /// <inheritdoc/>
    public int MaxOutputs { get; } = maxOutputs;

    /// <inheritdoc/>
    public abstract void Import(ImportContext node);
}
