using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>Imports a reduction; the axes became an operand at some opset.</summary>
/// <param name="operandSince">First opset whose axes are an operand.</param>
/// <param name="make">The operator from keepdims and noop_with_empty_axes.</param>
public abstract class ReduceImporter(int operandSince, Func<bool, bool, Operator> make) : Importer(1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        bool operand = node.Opset >= operandSince;
        var axes = operand ? node.Input(1) : node.Longs("axes") is { } list ? node.Constant(list) : null;
        node.Emit(make(node.Flag("keepdims", true), operand && node.Flag("noop_with_empty_axes")), [node.Inputs[0], .. axes is null ? Array.Empty<Value?>() : [axes]]);
    }
}
