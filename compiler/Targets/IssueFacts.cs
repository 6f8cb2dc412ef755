namespace CompileModel.Targets;

/// <summary>How a core issues vector code.</summary>
/// <param name="InOrder">whether instructions issue in program order, so that loads must be scheduled ahead</param>
/// <param name="Width">instructions a cycle</param>
/// <param name="FmaPerCycle">full-width float32 multiply-adds a cycle</param>
/// <param name="FmaLatency">cycles from accumulator to accumulator</param>
/// <param name="LoadsPerCycle">full-width vector loads a cycle</param>
/// <param name="SplitLoads">whether full-width loads keep arithmetic from issuing beside them, while a half-width load, an integer load and an insertion do not</param>
/// <param name="SlowZips">whether interleaving and deinterleaving whole vectors costs more than two narrowing moves</param>
/// <param name="HalfPipes">whether pipes are half a vector wide: of the instructions of a cycle a float32 addition of whole vectors counts as two, a store as three, and a load by an index as two</param>
public sealed record IssueFacts(bool InOrder, int Width, double FmaPerCycle, int FmaLatency, double LoadsPerCycle, bool SplitLoads = false, bool SlowZips = false, bool HalfPipes = false);
