namespace CompileModel.Bench.Cycles;

/// <summary>What a program executes.</summary>
/// <param name="Inference">The blocks of one inference.</param>
/// <param name="StartInstructions">Instructions before the first inference and after the last.</param>
public sealed record InferenceProfile(BlockProfile Inference, long StartInstructions);
