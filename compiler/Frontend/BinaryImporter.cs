using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend;

/// <summary>Imports a broadcasting operator of two operands. Before opset 7 the second one was aligned at an axis of the first one.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
public abstract class BinaryImporter<TOperator>() : Importer(2, 2) where TOperator : Operator, new()
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var (a, b) = (node.Inputs[0], node.Inputs[1]);
        if (node.Opset < 7)
        {
            node.Ignore("consumed_inputs", "broadcast");
            if (node.Has("axis")) b = node.Add(new AlignAxis(node.Int32("axis", 0)), b, a);
        }
        node.Emit(new TOperator(), a, b);
    }
}
