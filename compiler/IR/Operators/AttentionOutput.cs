namespace CompileModel.IR.Operators;

/// <summary>Which scores Attention gives as its fourth result; the numbers are those of the ONNX attribute.</summary>
public enum AttentionOutput
{
    /// <summary>Products of queries and keys.</summary>
    Product = 0,

    /// <summary>After the soft cap.</summary>
    Capped = 1,

    /// <summary>After the mask was added.</summary>
    Masked = 2,

    /// <summary>After the softmax.</summary>
    Probabilities = 3,
}
