namespace CompileModel.IR.Operators;

/// <summary>Long short-term memory; operands and results as in <see cref="RecurrentOperator"/>. https://onnx.ai/onnx/operators/onnx__LSTM.html</summary>
/// <param name="Direction">Order of the steps.</param>
/// <param name="Gate">Activation of the gates.</param>
/// <param name="Candidate">Activation of the candidate.</param>
/// <param name="Output">Activation of the cell state.</param>
/// <param name="SecondGate">As Gate, for the second of two directions.</param>
/// <param name="SecondCandidate">As Candidate, for the second of two directions.</param>
/// <param name="SecondOutput">As Output, for the second of two directions.</param>
/// <param name="Clip">What activations read is cut to -Clip..Clip; 0 for no bound.</param>
/// <param name="InputForget">Whether the forget gate is 1 minus the input gate.</param>
/// <param name="BatchFirst">Whether the batch is the first axis.</param>
public sealed record LSTM(RecurrentDirection Direction, Expression Gate, Expression Candidate, Expression Output, Expression SecondGate, Expression SecondCandidate, Expression SecondOutput,
    float Clip, bool InputForget, bool BatchFirst) : RecurrentOperator(Direction, BatchFirst)
{
    /// <inheritdoc/>
    protected override Recurrence Steps(bool isSecond, bool isReverse, bool hasPeepholes, bool hasBias, bool hasLengths) =>
        new(InputForget ? RecurrentCell.LstmCoupled : RecurrentCell.Lstm, isReverse, isSecond ? SecondGate : Gate, isSecond ? SecondCandidate : Candidate, isSecond ? SecondOutput : Output,
            Clip, hasPeepholes, hasBias, hasLengths);
}
