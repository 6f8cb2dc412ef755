namespace CompileModel.IR.Operators;

/// <summary>Gated recurrent unit; operands and results as in <see cref="RecurrentOperator"/>. https://onnx.ai/onnx/operators/onnx__GRU.html</summary>
/// <param name="Direction">Order of the steps.</param>
/// <param name="Gate">Activation of the gates.</param>
/// <param name="Candidate">Activation of the candidate.</param>
/// <param name="SecondGate">As Gate, for the second of two directions.</param>
/// <param name="SecondCandidate">As Candidate, for the second of two directions.</param>
/// <param name="Clip">What activations read is cut to -Clip..Clip; 0 for no bound.</param>
/// <param name="LinearBeforeReset">Whether the reset gate is applied behind the product with the state.</param>
/// <param name="BatchFirst">Whether the batch is the first axis.</param>
public sealed record GRU(RecurrentDirection Direction, Expression Gate, Expression Candidate, Expression SecondGate, Expression SecondCandidate, float Clip, bool LinearBeforeReset, bool BatchFirst)
    : RecurrentOperator(Direction, BatchFirst)
{
    /// <inheritdoc/>
    protected override Recurrence Steps(bool isSecond, bool isReverse, bool hasPeepholes, bool hasBias, bool hasLengths) =>
        new(LinearBeforeReset ? RecurrentCell.GruLinear : RecurrentCell.Gru, isReverse, isSecond ? SecondGate : Gate, isSecond ? SecondCandidate : Candidate, Expression.Identity,
            Clip, hasPeepholes, hasBias, hasLengths);
}
