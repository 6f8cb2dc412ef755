namespace CompileModel.Frontend;

/// <summary>What an input or output of a model is.</summary>
public enum DataForm
{
    /// <summary>One tensor.</summary>
    Tensor,

    /// <summary>Any number of tensors, sequences or optionals.</summary>
    Sequence,

    /// <summary>Something or nothing.</summary>
    Optional,
}
