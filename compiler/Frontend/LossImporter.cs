using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend;

/// <summary>Imports a loss over classes.</summary>
/// <param name="maxOutputs">Most results.</param>
/// <param name="make">The operator from reduction and ignored class.</param>
public abstract class LossImporter(int maxOutputs, Func<LossReduction, long?, Operator> make) : Importer(2, 3, maxOutputs)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var reduction = node.Choice("reduction", "mean", ("none", LossReduction.None), ("sum", LossReduction.Sum), ("mean", LossReduction.Mean));
        node.Emit(make(reduction, node.Has("ignore_index") ? node.Int("ignore_index", 0) : null), [.. node.Inputs]);
    }
}
