namespace CompileModel.Bench.Cycles.InOrder;

/// <summary>A line of the table of vector and floating-point arithmetic.</summary>
/// <param name="Mnemonics">The instructions, without the 2 that names the upper half.</param>
/// <param name="A53">Cost on Cortex-A53.</param>
/// <param name="A55">Cost on Cortex-A55.</param>
/// <param name="A53Quad">On 128 bits, where that differs.</param>
/// <param name="A55Quad">On 128 bits, where that differs.</param>
public sealed record VectorRule(string Mnemonics, Cost A53, Cost A55, Cost? A53Quad = null, Cost? A55Quad = null);
