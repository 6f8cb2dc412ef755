namespace CompileModel.Emit;

/// <summary>One method of the schedule: the model itself, a branch, or a trip of a loop.</summary>
/// <param name="Number">0 for the model; the bodies count on from there.</param>
/// <param name="Steps">What it does, in order.</param>
/// <param name="Obstacle">Why the run ends here instead, or empty.</param>
public sealed record EmittedBody(int Number, IReadOnlyList<EmittedStep> Steps, string Obstacle = "");
