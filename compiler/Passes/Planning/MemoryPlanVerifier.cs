using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels;
using CompileModel.Kernels.Views;

namespace CompileModel.Passes.Planning;

/// <summary>
/// Proves a memory plan by executing it on a map that remembers for every element of the arena and of the outputs which value was written there last:
/// 1. every operand lies inside its memory; inputs and weights are never written; weights are aligned to 64 bytes;
/// 2. a write hits no element that holds data that is read later, except of an operand of the same call that the kernel lets it alias, at the same place;
/// 3. every element that is read holds the value that is meant, or one that is declared to share it: by ReshapeTo, or by a region of a Concat, Slice
///    or Pad whose strides put it exactly there;
/// 4. a kernel sees a strided operand only where it says that it takes one;
/// 5. outputs are complete at the end.
/// </summary>
public static class MemoryPlanVerifier
{
    /// <summary>Checks all of it.</summary>
    /// <exception cref="InternalCompilerException">One does not hold.</exception>
    public static void Verify(MemoryPlan plan) => new OwnershipCheck(plan).Run();

    /// <summary>Whether the elements of a region lie at the same place in operand and result.</summary>
    internal static bool SharesPlace(MemoryPlan plan, Node node, ViewRegion region)
    {
        var (operand, result) = (plan.Storages[node.Input(region.Operand)], plan.Storages[node.Output]);
        if (operand.Base != result.Base || operand.Index != result.Index) return false;
        return LayoutViews.SharesPlace(region, operand.Offset, operand.Layout, result.Offset, result.Layout);
    }

    /// <summary>Whether a node only gives its operand another shape.</summary>
    internal static bool IsReshape(Node node) => node.Operator is ReshapeTo;
}
