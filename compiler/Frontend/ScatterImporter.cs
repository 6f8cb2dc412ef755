using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend;

/// <summary>Imports an operator that writes single elements.</summary>
/// <param name="make">The operator from the node and the reduction.</param>
public abstract class ScatterImporter(Func<ImportContext, ScatterReduction, Operator> make) : Importer(3, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var reduction = node.Choice("reduction", "none", ("none", ScatterReduction.None), ("add", ScatterReduction.Add), ("mul", ScatterReduction.Mul),
            ("min", ScatterReduction.Min), ("max", ScatterReduction.Max));
        node.Emit(make(node, reduction), [.. node.Inputs]);
    }
}
