using System.Collections.Immutable;

namespace CompileModel.IR;

/// <summary>A dimension whose extent is known at run time only, between two bounds.</summary>
/// <param name="Name">Name in the model, or <c>INPUT[AXIS]</c> where the model gives none.</param>
/// <param name="Low">Smallest extent, at least 1.</param>
/// <param name="High">Largest extent: memory is laid out for it.</param>
/// <param name="Places">The input dimensions that have this extent.</param>
public sealed record BoundedSymbol(string Name, int Low, int High, ImmutableArray<(string Input, int Axis)> Places);
