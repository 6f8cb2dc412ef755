namespace CompileModel.IR.Operators;

/// <summary>What operators of ai.onnx.ml do to their scores.</summary>
public enum PostTransform
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Softmax over the scores of a row.</summary>
    Softmax,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Logistic,

    /// <summary>Softmax over the scores that are not 0.</summary>
    SoftmaxZero,
}
