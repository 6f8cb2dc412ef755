namespace CompileModel.Bench.Models;

/// <summary>One layer of a <see cref="Network"/>. Values are numbered: 0 is the input, layer i gives value i + 1.</summary>
/// <param name="Inputs">The values it reads.</param>
/// <param name="Output">Shape of its result.</param>
public abstract record Layer(IReadOnlyList<int> Inputs, Image Output)
{
    /// <summary>Multiply-accumulates of one inference.</summary>
    public virtual long Macs => 0;
}
