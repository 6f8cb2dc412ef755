namespace CompileModel.IR.Operators;

/// <summary>How a convolution or pooling window is padded when the model gives no numbers.</summary>
public enum AutoPad
{
    /// <summary>Pads are given.</summary>
    NotSet,

    /// <summary>Output extent = ceil(input / stride); an odd padding element goes to the end.</summary>
    SameUpper,

    /// <summary>Output extent = ceil(input / stride); an odd padding element goes to the beginning.</summary>
    SameLower,

    /// <summary>No padding.</summary>
    Valid,
}
