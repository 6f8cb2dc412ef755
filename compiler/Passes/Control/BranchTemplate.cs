using CompileModel.Passes.Planning;

namespace CompileModel.Passes.Control;

/// <summary>One of two bodies. Inputs: the condition, then those of Then, then those of Else. Outputs: the results, then the arena, which both share.</summary>
/// <param name="Then">For true.</param>
/// <param name="Else">For false.</param>
/// <param name="ThenObstacle">Why a run cannot take Then, or empty.</param>
/// <param name="ElseObstacle">Why a run cannot take Else, or empty.</param>
public sealed record BranchTemplate(MemoryPlan Then, MemoryPlan Else, string ThenObstacle, string ElseObstacle) : ControlTemplate
{
    /// <inheritdoc/>
    public override string Family => "if";

    /// <inheritdoc/>
    public override IReadOnlyList<MemoryPlan> Bodies => [Then, Else];
}
