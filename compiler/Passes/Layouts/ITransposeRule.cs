using CompileModel.IR;

namespace CompileModel.Passes.Layouts;

/// <summary>How one kind of node lets a Transpose of its operand pass: op(Transpose(x)) becomes Transpose(op'(x)).</summary>
internal interface ITransposeRule
{
    /// <summary>Adds the rewritten node to the patch.</summary>
    /// <returns>The value that replaces the node's result; null when the rule does not apply.</returns>
    Value? TrySink(Graph graph, Patch patch, Node node);
}
