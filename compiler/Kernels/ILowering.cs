using CompileModel.IR;

namespace CompileModel.Kernels;

/// <summary>One way of computing nodes by kernels; <see cref="Lowerings"/> has all of them in order.</summary>
public interface ILowering
{
    /// <summary>The kernels for the node, or null when this strategy does not apply to it.</summary>
    KernelPlan? TryLower(Node node, LoweringContext context);
}
