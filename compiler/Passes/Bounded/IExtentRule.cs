using CompileModel.IR;

namespace CompileModel.Passes.Bounded;

/// <summary>How operators are computed whose operands are laid out for upper bounds: right for every extent of a run, whatever lies beyond it.</summary>
public interface IExtentRule
{
    /// <summary>Whether the rule is about this operator.</summary>
    bool Takes(Operator op);

    /// <summary>Adds what computes the node.</summary>
    /// <returns>Its results.</returns>
    /// <exception cref="Diagnostics.CompilationException">The node cannot be computed for open extents; says why.</exception>
    IReadOnlyList<Value> Apply(ExtentContext c);
}
