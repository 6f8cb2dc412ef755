using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Changes of shape: free where open axes are the outermost of what is merged or split, otherwise elements move.</summary>
public sealed class ReshapeRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is ReshapeTo;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c) => Repacking.IsInPlace(c.Shapes(0), c.ResultShapes)
        ? c.Same()
        : [Repacking.Move(c.Graph, c[0], c.Extents(0), c.Node.Output.Shape.ToArray(), c.ResultExtents())];
}
