namespace CompileModel.IR;

/// <summary>An operator that draws random numbers: what it gives cannot be compared with what another implementation gives.</summary>
public interface IRandom;
