using CompileModel.IR;
using CompileModel.Kernels.Winograd;
using CompileModel.Targets;

namespace CompileModel.Kernels;

/// <summary>What a lowering strategy sees of a node.</summary>
/// <param name="Graph">the fused graph</param>
/// <param name="Node">the node to lower</param>
/// <param name="Target">the processor</param>
/// <param name="Forms">the convolutions that are computed by transformed tiles; none when left out</param>
public sealed record LoweringContext(Graph Graph, Node Node, TargetProfile Target, IReadOnlyDictionary<Node, WinogradForm>? Forms = null)
{
    /// <summary>Type of an operand that must be there.</summary>
    public TensorType InputType(int index) => Node.Input(index).Type;

    /// <summary>Type of a result.</summary>
    public TensorType OutputType(int index = 0) => Node.Outputs[index]!.Type;

    /// <summary>Data of an operand, or null when it is left out or not constant.</summary>
    public Tensor? Constant(int index) => Graph.Constant(Node.OptionalInput(index));

    /// <summary>A name for constants and temporaries of this node.</summary>
    public string Hint(string suffix) => $"{Node.Outputs.First(o => o is not null)!.Name}.{suffix}";

    /// <summary>A plan without calls.</summary>
    public KernelPlan Plan() => new(this);
}
