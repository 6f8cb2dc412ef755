using CompileModel.IR;

namespace CompileModel.Passes;

/// <summary>Passes that run one after the other under one contract.</summary>
/// <param name="Name">For logs.</param>
/// <param name="Runs">Stage of the graph while the group runs: it is promoted to this stage, and verified, before the first pass.</param>
/// <param name="Reaches">Stage of the graph after the group.</param>
/// <param name="ToFixedPoint">Whether the whole group is repeated until no pass of it changes anything.</param>
/// <param name="Passes">The passes in order.</param>
public sealed record PassGroup(string Name, Stage Runs, Stage Reaches, bool ToFixedPoint, IReadOnlyList<IPass> Passes);
