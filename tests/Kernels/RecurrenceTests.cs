using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Recurrent;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Recurrent layers against the reference: states around the edges of vectors and panels, blocks of sequences, lengths.
/// Kernels: <see cref="RecurrenceTemplate"/>.
/// </summary>
public sealed class RecurrenceTests
{
    private static readonly Expression Gate = Expression.Identity.Then(new Sigmoid()), Candidate = Expression.Identity.Then(new Tanh());

    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    [Theory]
    [MemberData(nameof(Targets))]
    public void CellsOfAnySize(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var cell in Enum.GetValues<RecurrentCell>())
        {
            foreach (int hidden in (int[])[1, 3, 4, 5, 8, 9, 15, 16, 17, 31, 33, 64]) Add(batch, cell, 3, 1, hidden, hidden % 2 == 0);
            foreach (int sequences in (int[])[2, 3, 4, 5, 9]) Add(batch, cell, 2, sequences, 12, true);
            Add(batch, cell, 5, 4, 9, false, hasLengths: true, isReverse: true);
            Add(batch, cell, 5, 4, 18, false, hasLengths: true);
            Add(batch, cell, 4, 2, 10, false, clip: 0.3f, isReverse: true);
        }
        batch.Run();
    }

    private static void Add(OperatorBatch batch, RecurrentCell cell, int steps, int sequences, int hidden, bool isConstant, bool hasLengths = false, bool isReverse = false, float clip = 0)
    {
        bool isLstm = cell is RecurrentCell.Lstm or RecurrentCell.LstmCoupled, hasPeepholes = isLstm && hidden % 3 == 0, hasBias = cell == RecurrentCell.GruLinear && hidden % 3 != 0;
        int gates = Recurrence.GatesOf(cell);
        Tensor Floats(int seed, params int[] dims) => Samples.Floats(seed + hidden, -1, 1, dims);
        List<Tensor> inputs = [Floats(1, steps, sequences, gates * hidden), Floats(2, gates, hidden, hidden), Floats(3, sequences, hidden)];
        if (isLstm) inputs.Add(Floats(4, sequences, hidden));
        if (hasPeepholes) inputs.Add(Floats(5, 3, hidden));
        if (hasBias) inputs.Add(Floats(6, hidden));
        if (hasLengths) inputs.Add(Tensor.From<int>(ElementType.Int32, Shape.Of(sequences), [.. Enumerable.Range(0, sequences).Select(i => Math.Max(steps - (2 * i), 0))]));
        batch.Add(new Recurrence(cell, isReverse, Gate, cell == RecurrentCell.Simple ? Expression.Identity : Candidate, isLstm ? Candidate : Expression.Identity, clip, hasPeepholes, hasBias, hasLengths),
            [.. inputs], 2e-5, parts: Math.Min(sequences, 2), constant: isConstant ? [1] : null, outputs: isLstm ? 3 : 2);
    }
}
