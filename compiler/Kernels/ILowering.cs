using CompileModel.IR;

namespace CompileModel.Kernels;

/// <summary>One way of computing nodes by kernels; <see cref="Lowerings"/> has all of them in order.</summary>
public interface ILowering
{
    /// <summary>The kernels for the node, or null when this strategy does not apply to it.</summary>
    KernelPlan? TryLower(Node node, LoweringContext context);

    /// <summary>What the strategy weighs for a node that it applies to; empty when it knows one way only.</summary>
    IReadOnlyList<Candidate> Candidates(Node node, LoweringContext context) => [];
}
