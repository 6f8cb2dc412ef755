using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>LSTM, GRU and RNN in the variants that ONNX Runtime has; batch-first layouts are left to the official cases.</summary>
internal static class RecurrentCases
{
    /// <summary>All cases.</summary>
    public static IEnumerable<OperatorCase> All =>
    [
        .. from op in (string[])["RNN", "GRU", "LSTM"]
           from direction in (string[])["forward", "reverse", "bidirectional"]
           select new OperatorCase($"{op}_{direction}", b => Layer(b, op, 5, 1, 3, 11, direction, all: true)),
        .. from op in (string[])["RNN", "GRU", "LSTM"]
           from hidden in (int[])[1, 8, 19, 40]
           select new OperatorCase($"{op}_{hidden}", b => Layer(b, op, 3, 2, 7, hidden, "forward", all: false)),
        .. from op in (string[])["RNN", "GRU", "LSTM"]
           select new OperatorCase($"{op}_lengths", b => Layer(b, op, 6, 3, 4, 9, "bidirectional", all: true, hasLengths: true)),
        .. from op in (string[])["RNN", "GRU", "LSTM"]
           select new OperatorCase($"{op}_batch", b => Layer(b, op, 4, 7, 5, 12, "forward", all: true)),
        .. from op in (string[])["RNN", "GRU", "LSTM"]
           select new OperatorCase($"{op}_weights_input", b => Layer(b, op, 4, 2, 5, 13, "reverse", all: true, isConstant: false)),
        new("GRU_linear", b => Layer(b, "GRU", 5, 5, 3, 21, "bidirectional", all: true, ("linear_before_reset", 1))),
        new("GRU_linear_plain", b => Layer(b, "GRU", 5, 1, 3, 16, "forward", all: false, ("linear_before_reset", 1))),
        new("LSTM_peepholes", b => Layer(b, "LSTM", 5, 3, 3, 10, "bidirectional", all: true, hasPeepholes: true)),
        new("LSTM_coupled", b => Layer(b, "LSTM", 5, 3, 3, 10, "forward", all: true, hasPeepholes: true, attributes: ("input_forget", 1))),
        new("LSTM_activations", b => Layer(b, "LSTM", 5, 1, 3, 10, "forward", all: true,
            ("activations", new[] { "HardSigmoid", "ScaledTanh", "Affine" }), ("activation_alpha", new[] { 0.3f, 0.8f, 0.5f }), ("activation_beta", new[] { 0.4f, 0.7f, 0.1f }))),
        new("RNN_activations", b => Layer(b, "RNN", 5, 1, 3, 10, "bidirectional", all: true, ("activations", new[] { "LeakyRelu", "Softsign" }), ("activation_alpha", new[] { 0.1f }))),
        new("GRU_clip", b => Layer(b, "GRU", 5, 1, 3, 10, "forward", all: true, ("clip", 0.4f))),
    ];

    private static void Layer(OnnxModelBuilder b, string op, int steps, int batch, int features, int hidden, string direction, bool all, params (string Name, object Value)[] attributes) =>
        Layer(b, op, steps, batch, features, hidden, direction, all, false, false, true, attributes);

    private static void Layer(OnnxModelBuilder b, string op, int steps, int batch, int features, int hidden, string direction, bool all, bool hasLengths = false, bool hasPeepholes = false,
        bool isConstant = true, params (string Name, object Value)[] attributes)
    {
        int directions = direction == "bidirectional" ? 2 : 1, gates = op switch { "RNN" => 1, "GRU" => 3, _ => 4 };
        string Weights(string name, params int[] dims) => isConstant ? b.Constant(new TestData(name.Length + hidden).Floats(dims)) : b.Input(name, dims);
        List<string> inputs = [b.Input("x", steps, batch, features), Weights("w", directions, gates * hidden, features), Weights("rr", directions, gates * hidden, hidden)];
        if (all)
        {
            inputs.Add(Weights("bias", directions, 2 * gates * hidden));
            inputs.Add(hasLengths ? b.Constant(Tensor.From<int>(ElementType.Int32, Shape.Of(batch), [.. Enumerable.Range(0, batch).Select(i => steps - (2 * i))]), "lengths") : "");
            inputs.Add(b.Input("h", directions, batch, hidden));
            if (op == "LSTM") inputs.Add(b.Input("c", directions, batch, hidden));
            if (hasPeepholes) inputs.Add(Weights("peepholes", directions, 3 * hidden));
        }
        foreach (string result in b.Node(op, [.. inputs], op == "LSTM" ? 3 : 2, [("hidden_size", hidden), ("direction", direction), .. attributes])) b.Output(result);
    }
}
