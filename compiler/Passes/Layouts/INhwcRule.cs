using CompileModel.IR;

namespace CompileModel.Passes.Layouts;

/// <summary>The channels-last form of one spatial operator.</summary>
internal interface INhwcRule
{
    /// <summary>Adds the channels-last node, which reads the operand through a Transpose.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="patch">Takes the new nodes.</param>
    /// <param name="node">The node to convert; operand 0 has rank 4.</param>
    /// <param name="nhwc">Adds the Transpose of operand 0 and gives its result.</param>
    /// <returns>The channels-last result; null when the rule does not apply.</returns>
    Value? TryConvert(Graph graph, Patch patch, Node node, Func<Value> nhwc);
}
