using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports QuantizeLinear. The precision of the quotient is float32 whatever the attribute says.</summary>
public class QuantizeLinear() : Importer(2, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("precision");
        var to = node.Int("output_dtype", 0) == 0 ? ElementType.UInt8 : node.ElementType("output_dtype");
        node.Emit(new IR.Operators.QuantizeLinear(node.Int32("axis", 1), node.Int32("block_size", 0), node.Flag("saturate", true), to), [.. node.Inputs]);
    }
}
