using CompileModel.IR.Operators;
using CompileModel.Passes.Planning;

namespace CompileModel.Passes.Control;

/// <summary>
/// A body in a loop. Inputs: the trip count and the first condition where the operator has them, the states, what is scanned, what else the body reads. Outputs: the states, what is collected, then
/// temporaries: the number of the trip, one slice of each scanned operand, the results of the body, the arena.
/// </summary>
/// <param name="Operator">What is repeated, how often.</param>
/// <param name="HasLimit">Whether there is a trip count.</param>
/// <param name="HasCondition">Whether there is a first condition.</param>
/// <param name="Body">The planned body.</param>
public sealed record RepeatTemplate(Iterate Operator, bool HasLimit, bool HasCondition, MemoryPlan Body) : ControlTemplate
{
    /// <inheritdoc/>
    public override string Family => "loop";

    /// <inheritdoc/>
    public override IReadOnlyList<MemoryPlan> Bodies => [Body];
}
