using System.Collections.Immutable;

namespace CompileModel.IR.Text;

/// <summary>Reads the text that <see cref="GraphPrinter"/> writes. From stage Typed on, types of results may be left out: they are inferred.</summary>
public static class GraphParser
{
    /// <summary>Reads one graph; it is not verified.</summary>
    /// <exception cref="FormatException">The text is not a graph; names line and column.</exception>
    public static Graph Parse(string text)
    {
        var lexer = new Lexer(text);
        var graph = Parse(lexer);
        return lexer.AtEnd ? graph : throw lexer.Error("expected the end");
    }

    internal static Graph Parse(Lexer lexer)
    {
        lexer.Expect("graph");
        string name = lexer.QuotedString();
        if (!Enum.TryParse<Stage>(lexer.Word("a stage"), out var stage)) throw lexer.Error("unknown stage");
        var body = new Body(lexer, stage);
        var inputs = lexer.List(() => body.Declare(lexer)!, "(", ")");
        lexer.Expect("->");
        var results = lexer.List(() => OutputName(lexer), "(", ")");
        lexer.Expect("{");
        while (!lexer.Accept("}")) body.Statement();
        var outputs = results.Select(r => new GraphOutput(r.Name, body.Find(r.Value)));
        return new Graph(name, stage, inputs, outputs, body.Nodes, body.Constants.ToImmutable());
    }

    private static (string Name, string Value) OutputName(Lexer lexer)
    {
        string name = lexer.QuotedString();
        lexer.Expect("=");
        lexer.Expect("%");
        return (name, lexer.ValueName());
    }

    private sealed class Body(Lexer lexer, Stage stage)
    {
        private readonly Dictionary<string, Value> values = [];

        public List<Node> Nodes { get; } = [];

        public ImmutableDictionary<Value, Tensor>.Builder Constants { get; } = ImmutableDictionary.CreateBuilder<Value, Tensor>();

        public Value Find(string name) => values.TryGetValue(name, out var value) ? value : throw lexer.Error($"%{name} is not defined");

        public Value? Declare(Lexer from) => Define(Target(from));

        public void Statement()
        {
            if (lexer.Accept("const"))
            {
                var (name, type) = Target(lexer);
                lexer.Expect("=");
                var value = Define((name, type))!;
                Constants.Add(value, TensorText.Parse(lexer, type ?? throw lexer.Error("a constant needs a type")));
                return;
            }
            var targets = new List<(string? Name, TensorType? Type)>();
            do targets.Add(Target(lexer));
            while (lexer.Accept(","));
            lexer.Expect("=");
            var op = OperatorText.Parse(lexer);
            var inputs = lexer.List(Operand, "(", ")");
            if (stage >= Stage.Typed) targets = Infer(op, inputs, targets);
            Nodes.Add(new Node(op, [.. inputs], [.. targets.Select(Define)], [.. Origins()]));
        }

        private List<(string? Name, TensorType? Type)> Infer(Operator op, IReadOnlyList<Value?> inputs, List<(string? Name, TensorType? Type)> targets)
        {
            try
            {
                var types = op.Infer(new InferenceContext([.. inputs.Select(v => v?.Type)], [.. inputs.Select(v => v is null ? null : Constants.GetValueOrDefault(v))], targets.Count));
                return [.. targets.Select((t, i) => (t.Name, t.Type ?? types[i]))];
            }
            catch (InferenceException e)
            {
                throw lexer.Error($"{op.Name}: {e.Message}");
            }
        }

        private Value? Operand()
        {
            if (lexer.Accept("_")) return null;
            lexer.Expect("%");
            return Find(lexer.ValueName());
        }

        private Value? Define((string? Name, TensorType? Type) target)
        {
            if (target.Name is null) return null;
            var value = new Value(target.Name, target.Type);
            return values.TryAdd(value.Name, value) ? value : throw lexer.Error($"%{value.Name} is defined twice");
        }

        private static (string? Name, TensorType? Type) Target(Lexer from)
        {
            if (from.Accept("_")) return (null, null);
            from.Expect("%");
            string name = from.ValueName();
            return (name, from.Accept(":") ? from.TensorType() : null);
        }

        private IEnumerable<Origin> Origins()
        {
            if (!lexer.Accept("from")) yield break;
            do yield return new Origin((int)lexer.Integer(), lexer.QuotedString(), lexer.QuotedString());
            while (lexer.Accept(","));
        }
    }
}
