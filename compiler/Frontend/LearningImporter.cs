namespace CompileModel.Frontend;

/// <summary>Base of importers of the domain ai.onnx.ml, classic machine learning.</summary>
/// <param name="minInputs">Fewest operands.</param>
/// <param name="maxInputs">Most operands.</param>
/// <param name="maxOutputs">Most results.</param>
public abstract class LearningImporter(int minInputs, int maxInputs, int maxOutputs = 1) : Importer(minInputs, maxInputs, maxOutputs)
{
    /// <inheritdoc/>
    public sealed override string Domain => "ai.onnx.ml";
}
