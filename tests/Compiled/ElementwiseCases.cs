using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>Elementwise operators: all of one operand on awkward lengths, those of two operands under every kind of broadcast, type conversions.</summary>
internal static class ElementwiseCases
{
    private static readonly string[] Unary =
    [
        "Abs", "Neg", "Relu", "Sigmoid", "Tanh", "Exp", "Floor", "Ceil", "Round", "Sign", "Erf", "Softplus", "Softsign", "HardSwish", "HardSigmoid", "Elu", "Selu", "Celu",
        "LeakyRelu", "ThresholdedRelu", "Sin", "Cos", "Atan", "Sinh", "Cosh", "Asinh", "Mish", "Gelu", "Reciprocal", "Tan", "Asin", "Acos", "Atanh",
    ];

    private static readonly string[] Binary = ["Add", "Sub", "Mul", "Div", "Min", "Max", "PRelu"];

    private static readonly string[] Comparisons = ["Equal", "Less", "LessOrEqual", "Greater", "GreaterOrEqual"];

    private static readonly (string Name, int[] A, int[] B)[] Broadcasts =
    [
        ("same", [2, 3, 19], [2, 3, 19]), ("scalar", [2, 33], []), ("row", [3, 5, 17], [17]), ("column", [3, 5, 17], [5, 1]), ("outer", [7, 1], [1, 21]), ("both", [2, 1, 9, 1], [1, 4, 1, 5]),
        ("one", [1], [1]), ("rank6", [2, 1, 2, 1, 2, 3], [1, 2, 1, 3, 1, 3]),
    ];

    /// <summary>All cases.</summary>
    public static IEnumerable<OperatorCase> All =>
    [
        .. Unary.Select(op => new OperatorCase(op, b => b.Output(b.Node(op, [b.Input("x", 3, 37)])))),
        .. ((string[])["Sqrt", "Log"]).Select(op => new OperatorCase(op, b => b.Output(b.Node(op, [b.Node("Abs", [b.Input("x", 5, 13)])])))),
        .. from op in Binary
           from s in Broadcasts
           where op != "PRelu" || s.Name is "same" or "scalar" or "row" or "column"
           select new OperatorCase($"{op}_{s.Name}", b => b.Output(b.Node(op, [b.Input("a", s.A), b.Input("b", s.B)]))),
        .. from op in Comparisons
           from s in Broadcasts.Take(4)
           select new OperatorCase($"{op}_{s.Name}", b => b.Output(b.Node(op, [b.Node("Round", [b.Input("a", s.A)]), b.Node("Round", [b.Input("b", s.B)])]), ElementType.Bool)),
        .. ((string[])["And", "Or", "Xor"]).Select(op =>
            new OperatorCase(op, b => b.Output(b.Node(op, [b.Input(ElementType.Bool, "a", 3, 21), b.Input(ElementType.Bool, "b", 21)]), ElementType.Bool))),
        new("Not", b => b.Output(b.Node("Not", [b.Input(ElementType.Bool, "a", 45)]), ElementType.Bool)),
        new("Where", b => b.Output(b.Node("Where", [b.Input(ElementType.Bool, "c", 3, 1), b.Input("a", 3, 19), b.Input("b", 19)]))),
        new("Clip_both", b => b.Output(b.Node("Clip", [b.Input("x", 3, 21), b.Constant([], -0.25f), b.Constant([], 0.5f)]))),
        new("Clip_low", b => b.Output(b.Node("Clip", [b.Input("x", 3, 21), b.Constant([], -0.25f)]))),
        new("Clip_inputs", b => b.Output(b.Node("Clip", [b.Input("x", 3, 21), b.Input("low"), b.Constant([], 0.9f)]))),
        new("Pow_constant", b => b.Output(b.Node("Pow", [b.Input("x", 3, 21), b.Constant([], 3)]))),
        new("Pow_fraction", b => b.Output(b.Node("Pow", [b.Node("Abs", [b.Input("x", 3, 21)]), b.Constant([], 0.75f)]))),
        new("Sum3", b => b.Output(b.Node("Sum", [b.Input("x", 3, 21), b.Input("y", 21), b.Input("z", 3, 1)]))),
        new("Mean2", b => b.Output(b.Node("Mean", [b.Input("x", 3, 21), b.Input("y", 3, 21)]))),
        new("Max3", b => b.Output(b.Node("Max", [b.Input("x", 3, 21), b.Input("y", 21), b.Input("z", 3, 1)]))),
        new("Mod_fmod", b => b.Output(b.Node("Mod", [b.Input("x", 3, 21), b.Constant([21], [.. Enumerable.Range(0, 21).Select(i => 0.1f + (0.05f * i))])], ("fmod", 1)))),
        new("Chain", b => b.Output(b.Node("Sqrt", [b.Node("Add", [b.Node("Mul", [b.Input("x", 4, 35), "Chain_x"]), b.Constant([35], [.. Enumerable.Repeat(0.5f, 35)])])]))),
        new("Diamond", Diamond),
        new("Cast_round_trip", b => b.Output(b.Node("Cast", [b.Node("Cast", [b.Node("Mul", [b.Input("x", 3, 21), b.Constant([], 100)])], ("to", 6))], ("to", 1)))),
        new("Binarizer", b => b.Output(b.Node("ai.onnx.ml::Binarizer", [b.Input("x", 3, 37)], ("threshold", 0.25f)))),
        new("Cast_bool", b => b.Output(b.Node("Cast", [b.Input(ElementType.Bool, "x", 3, 21)], ("to", 1)))),
        new("Cast_int64", b => b.Output(b.Node("Cast", [b.Input("x", 9)], ("to", 7)), ElementType.Int64)),
        new("Int64_add", b => b.Output(b.Node("Add", [b.Input(ElementType.Int64, "a", 3, 7), b.Input(ElementType.Int64, "b", 7)]), ElementType.Int64)),
        new("Int32_mul", b => b.Output(b.Node("Mul", [b.Input(ElementType.Int32, "a", 3, 19), b.Input(ElementType.Int32, "b", 3, 19)]), ElementType.Int32)),
    ];

    private static void Diamond(OnnxModelBuilder b)
    {
        var x = b.Input("x", 2, 3, 25);
        var shared = b.Node("Tanh", [x]);
        b.Output(b.Node("Sub", [b.Node("Mul", [shared, b.Node("Sigmoid", [shared])]), b.Node("Exp", [shared])]));
    }
}
