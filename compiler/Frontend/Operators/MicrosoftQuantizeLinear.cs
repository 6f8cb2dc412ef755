namespace CompileModel.Frontend.Operators;

/// <summary>Imports QuantizeLinear of the domain com.microsoft, which older exporters wrote for 16- and 4-bit integers.</summary>
public sealed class MicrosoftQuantizeLinear : QuantizeLinear
{
    /// <inheritdoc/>
    public override string OpType => "QuantizeLinear";

    /// <inheritdoc/>
    public override string Domain => MicrosoftImporter.DomainName;
}
