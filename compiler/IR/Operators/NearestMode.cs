namespace CompileModel.IR.Operators;

/// <summary>How a nearest resize rounds an input coordinate.</summary>
public enum NearestMode
{
    /// <summary>To the nearest, halves down.</summary>
    RoundPreferFloor,

    /// <summary>To the nearest, halves up.</summary>
    RoundPreferCeil,

    /// <summary>Down.</summary>
    Floor,

    /// <summary>Up.</summary>
    Ceil,
}
