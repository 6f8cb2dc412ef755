using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Constant: the value is a constant of the graph.</summary>
public sealed class Constant() : Importer(0, 0)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var data = node.Tensor("value")
            ?? (node.Has("value_float") ? Tensor.Of([], node.Float("value_float", 0)) : null)
            ?? (node.Floats("value_floats") is { } floats ? Tensor.Of(IR.Shape.Of(floats.Length), floats) : null)
            ?? (node.Has("value_int") ? Tensor.From<long>(ElementType.Int64, IR.Shape.Scalar, [node.Int("value_int", 0)]) : null)
            ?? (node.Longs("value_ints") is { } ints ? Tensor.OfInts(ints) : null)
            ?? throw new ImportException(DiagnosticCodes.UnsupportedOperator, "only dense constants of numbers are supported");
        node.EmitConstant(data);
    }
}
