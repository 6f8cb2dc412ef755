namespace CompileModel.Frontend;

/// <summary>Base of importers of the domain com.microsoft: operators that ONNX Runtime defines and its tools write. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md</summary>
/// <param name="minInputs">Fewest operands.</param>
/// <param name="maxInputs">Most operands.</param>
/// <param name="maxOutputs">Most results.</param>
public abstract class MicrosoftImporter(int minInputs, int maxInputs, int maxOutputs = 1) : Importer(minInputs, maxInputs, maxOutputs)
{
    /// <summary>The domain.</summary>
    public const string DomainName = "com.microsoft";

    /// <inheritdoc/>
    public sealed override string Domain => DomainName;
}
