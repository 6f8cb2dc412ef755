namespace CompileModel.Frontend.Operators;

/// <summary>Imports DequantizeLinear of the domain com.microsoft, which older exporters wrote for 16- and 4-bit integers.</summary>
public sealed class MicrosoftDequantizeLinear : DequantizeLinear
{
    /// <inheritdoc/>
    public override string OpType => "DequantizeLinear";

    /// <inheritdoc/>
    public override string Domain => MicrosoftImporter.DomainName;
}
