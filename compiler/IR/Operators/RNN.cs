namespace CompileModel.IR.Operators;

/// <summary>A recurrent layer of one gate; operands and results as in <see cref="RecurrentOperator"/>. https://onnx.ai/onnx/operators/onnx__RNN.html</summary>
/// <param name="Direction">Order of the steps.</param>
/// <param name="Gate">Activation.</param>
/// <param name="SecondGate">As Gate, for the second of two directions.</param>
/// <param name="Clip">What activations read is cut to -Clip..Clip; 0 for no bound.</param>
/// <param name="BatchFirst">Whether the batch is the first axis.</param>
public sealed record RNN(RecurrentDirection Direction, Expression Gate, Expression SecondGate, float Clip, bool BatchFirst) : RecurrentOperator(Direction, BatchFirst)
{
    /// <inheritdoc/>
    protected override Recurrence Steps(bool isSecond, bool isReverse, bool hasPeepholes, bool hasBias, bool hasLengths) =>
        new(RecurrentCell.Simple, isReverse, isSecond ? SecondGate : Gate, Expression.Identity, Expression.Identity, Clip, hasPeepholes, hasBias, hasLengths);
}
