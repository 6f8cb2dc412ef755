namespace CompileModel.IR.Operators;

/// <summary>
/// The steps of a recurrent network in one direction. Operands: products of the inputs with their weights, biases added, x[T,B,G*H]; weights of the state R[G,H,H] (gate, result,
/// state); initial state [B,H]; for LSTM the initial cell state [B,H]; then those that the flags say: peepholes [3,H] (i, o, f), bias of the state's part of a GRU's candidate [H],
/// lengths of the sequences [B] (int32, 0 to T). Results: states of all steps [T,B,H], 0 behind a sequence's end; the last state [B,H]; for LSTM the last cell state [B,H].
/// Gates lie in the order of ONNX. https://onnx.ai/onnx/operators/onnx__LSTM.html
/// </summary>
/// <param name="Cell">What a step computes.</param>
/// <param name="IsReverse">Whether a sequence is read from its end.</param>
/// <param name="Gate">Activation of the gates (f).</param>
/// <param name="Candidate">Activation of the candidate (g); the identity for a simple cell.</param>
/// <param name="Output">Activation of an LSTM's cell state (h); else the identity.</param>
/// <param name="Clip">What activations read is cut to -Clip..Clip; 0 for no bound.</param>
/// <param name="HasPeepholes">Whether gates of an LSTM see the cell state.</param>
/// <param name="HasBias">Whether there is a bias of the state's part of the candidate (GruLinear).</param>
/// <param name="HasLengths">Whether sequences have lengths of their own.</param>
public sealed record Recurrence(RecurrentCell Cell, bool IsReverse, Expression Gate, Expression Candidate, Expression Output, float Clip, bool HasPeepholes, bool HasBias, bool HasLengths) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <summary>Number of gates.</summary>
    public int Gates => GatesOf(Cell);

    /// <summary>Whether there is a cell state.</summary>
    public bool IsLstm => Cell is RecurrentCell.Lstm or RecurrentCell.LstmCoupled;

    /// <summary>Operand with the peepholes.</summary>
    public int PeepholesAt => IsLstm ? 4 : 3;

    /// <summary>Operand with the bias.</summary>
    public int BiasAt => PeepholesAt + (HasPeepholes ? 1 : 0);

    /// <summary>Operand with the lengths.</summary>
    public int LengthsAt => BiasAt + (HasBias ? 1 : 0);

    /// <summary>Number of gates of a cell.</summary>
    public static int GatesOf(RecurrentCell cell) => cell switch { RecurrentCell.Simple => 1, RecurrentCell.Gru or RecurrentCell.GruLinear => 3, _ => 4 };

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.CheckType(context[0].Element.IsFloat(), $"{Name} takes floats, got {context[0]}");
        var (x, state) = (context[0].Shape, context[2].Shape);
        InferenceContext.Check(x.Rank == 3 && state.Rank == 2 && state[0] == x[1] && x[2] == Gates * state[1], $"products {x} do not fit the state {state}");
        var (batch, hidden) = (x[1], state[1]);
        Fits(1, Gates, hidden, hidden);
        if (IsLstm) Fits(3, batch, hidden);
        if (HasPeepholes) Fits(PeepholesAt, 3, hidden);
        if (HasBias) Fits(BiasAt, hidden);
        if (HasLengths) Fits(LengthsAt, batch);
        var last = new TensorType(context[0].Element, state);
        return [new(context[0].Element, Shape.Of(x[0], batch, hidden)), .. Enumerable.Repeat(last, IsLstm ? 2 : 1)];

        void Fits(int operand, params int[] dims) => InferenceContext.Check(context[operand].Shape.Equals(Shape.Of(dims)), $"operand {operand} is {context[operand].Shape}, not {Shape.Of(dims)}");
    }
}
