using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend;

/// <summary>Imports an operator along one axis. Before opset 13 it works on the rows of the matrix that Flatten makes at the axis (1 by default).</summary>
/// <param name="make">The operator for an axis.</param>
public abstract class SoftmaxImporter(Func<int, Operator> make) : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        if (node.Opset >= 13)
        {
            node.Emit(make(node.Int32("axis", -1)), node.Inputs[0]);
            return;
        }
        var shape = node.Add(new ShapeOf(0, int.MaxValue), node.Inputs[0]);
        var rows = node.Add(new Flatten(node.Int32("axis", 1)), node.Inputs[0]);
        node.Emit(new Reshape(true), node.Add(make(-1), rows), shape);
    }
}
