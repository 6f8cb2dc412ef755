using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports DequantizeLinear.</summary>
public class DequantizeLinear() : Importer(2, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        ElementType? to = node.Int("output_dtype", 0) == 0 ? null : node.ElementType("output_dtype");
        node.Emit(new IR.Operators.DequantizeLinear(node.Int32("axis", 1), node.Int32("block_size", 0), to), [.. node.Inputs]);
    }
}
