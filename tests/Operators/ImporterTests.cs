using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.IR.Operators;
using Evaluators = CompileModel.Reference.Evaluators;

namespace CompileModel.Tests.Operators;

/// <summary>What opsets changed: the same ONNX operator in its old and new forms means the same, and wrong nodes are refused.</summary>
public sealed class ImporterTests
{
    private static readonly Tensor X = Evaluate.Count(2, 3);

    [Theory]
    [InlineData(6)]
    [InlineData(11)]
    public void BoundsOfClip(int opset)
    {
        var node = opset < 11 ? Node("Clip", ["x"], ("min", 1f), ("max", 4f)) : Node("Clip", ["x", "min", "max"]);
        Tensor[] inputs = opset < 11 ? [X] : [X, Evaluate.F([], 1), Evaluate.F([], 4)];
        Same(Evaluate.F([2, 3], 1, 1, 2, 3, 4, 4), Run(node, opset, inputs));
    }

    [Fact]
    public void OneBoundOfClip() => Same(Evaluate.F([2, 3], 0, 1, 2, 3, 3, 3), Run(Node("Clip", ["x", "", "max"]), 13, X, null, Evaluate.F([], 3)));

    [Fact]
    public void SoftmaxOfRowsBeforeOpset13()
    {
        var x = Evaluate.F([1, 2, 2], 0, 0, 0, 0);
        Same(Evaluate.F([1, 2, 2], 0.25f, 0.25f, 0.25f, 0.25f), Run(Node("Softmax", ["x"]), 11, x));
        Same(Evaluate.F([1, 2, 2], 0.5f, 0.5f, 0.5f, 0.5f), Run(Node("Softmax", ["x"]), 13, x));
    }

    [Fact]
    public void BroadcastAtAnAxisBeforeOpset7() =>
        Same(Evaluate.F([2, 3], 10, 11, 12, 23, 24, 25), Run(Node("Add", ["a", "b"], ("axis", 0L), ("broadcast", 1L)), 6, X, Evaluate.F(10, 20)));

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(18)]
    public void AxesOfReductions(int opset)
    {
        foreach (string name in new[] { "ReduceSum", "ReduceMax" })
        {
            bool operand = opset >= (name == "ReduceSum" ? 13 : 18);
            var node = operand ? Node(name, ["x", "axes"]) : Node(name, ["x"], ("axes", new[] { 1L }));
            Same(name == "ReduceSum" ? Evaluate.F([2, 1], 3, 12) : Evaluate.F([2, 1], 2, 5), Run(node, opset, operand ? [X, Evaluate.I(1)] : [X]));
        }
    }

    [Fact]
    public void AttributesThatBecameOperands()
    {
        Same(Evaluate.Count(2, 1, 3), Run(Node("Unsqueeze", ["x"], ("axes", new[] { 1L })), 11, X));
        Same(Evaluate.Count(3, 2), Run(Node("Reshape", ["x"], ("shape", new[] { 3L, 2L })), 1, X));
        Same(Evaluate.F([2, 1], 1, 4), Run(Node("Slice", ["x"], ("starts", new[] { 1L }), ("ends", new[] { 2L }), ("axes", new[] { 1L })), 9, X));
        Same(Evaluate.F([1, 5], 7, 0, 1, 2, 7), Run(Node("Pad", ["x"], ("pads", new[] { 0L, 1, 0, 1 }), ("value", 7f)), 2, Evaluate.Count(1, 3)));
        Same(Evaluate.F([2, 1], 2, 5), Run(Node("TopK", ["x"], ("k", 1L)), 1, X));
        Same(Evaluate.F([1, 1, 4], 0, 0, 1, 1), Run(Node("Upsample", ["x"], ("scales", new[] { 1f, 1f, 2f })), 7, Evaluate.Count(1, 1, 2)));
        Same(Evaluate.F([1, 1, 4], 0, 0, 1, 1), Run(Node("Resize", ["x", "scales"]), 10, Evaluate.Count(1, 1, 2), Evaluate.F(1, 1, 2)));
        Same(Evaluate.I(0, 1), Run(Node("Cast", ["x"], ("to", "INT64")), 1, Evaluate.F(0, 1)));
    }

    [Fact]
    public void ManyOperandsBecomeAChain()
    {
        Same(Evaluate.F(6, 9), Run(Node("Sum", ["a", "b", "c"]), 8, Evaluate.F(1, 2), Evaluate.F(2, 3), Evaluate.F(3, 4)));
        Same(Evaluate.F(2, 3), Run(Node("Mean", ["a", "b", "c"]), 8, Evaluate.F(1, 2), Evaluate.F(2, 3), Evaluate.F(3, 4)));
        Same(Evaluate.F(3, 4), Run(Node("Max", ["a", "b"]), 8, Evaluate.F(1, 4), Evaluate.F(3, 3)));
        Same(X, Run(Node("Max", ["a"]), 8, X));
    }

    [Fact]
    public void WhatIsWrongIsSaid()
    {
        Fails(DiagnosticCodes.UnsupportedOperator, Node("NobodyKnows", ["x"]), 13, X);
        Fails(DiagnosticCodes.BadArity, Node("Relu", ["x", "x"]), 13, X, X);
        Fails(DiagnosticCodes.BadArity, Node("Add", ["x", ""]), 13, X, null);
        Fails(DiagnosticCodes.BadAttribute, Node("Relu", ["x"], ("slope", 1f)), 13, X);
        Fails(DiagnosticCodes.BadAttribute, Node("Elu", ["x"], ("alpha", 1L)), 13, X);
        Fails(DiagnosticCodes.BadAttribute, Node("Concat", ["x"]), 13, X);
        Fails(DiagnosticCodes.BadAttribute, Node("MaxPool", ["x"]), 13, X);
        Fails(DiagnosticCodes.BadAttribute, Node("Gelu", ["x"], ("approximate", "cubic")), 20, X);
        Fails(DiagnosticCodes.UnsupportedTensor, Node("Cast", ["x"], ("to", 99L)), 19, X);
        Fails(DiagnosticCodes.UnsupportedOperator, Node("BatchNormalization", ["x", "x", "x", "x", "x"], ("spatial", 0L)), 8, X, X, X, X, X);
        Fails(DiagnosticCodes.BadAttribute, Node("If", ["x"]), 13, X);
        Fails(DiagnosticCodes.BadArity, Node("Loop", [""], ("body", new ImportedGraph().Graph())), 13, null as Tensor);
    }

    [Fact]
    public void ALoopMayLeaveItsCountAndConditionOut()
    {
        var body = new ImportedGraph();
        body.Formal();
        Value goes = body.Formal(), state = body.Formal();
        var context = Import(Node("Loop", ["", "", "x"], ("body", body.Graph(goes, state))), 13, [null, null, X], []);
        Assert.Equal(1, Assert.IsType<IR.Operators.Loop>(Assert.Single(context.Nodes).Operator).States);
    }

    private static OnnxNode Node(string type, string[] inputs, params (string Name, object Value)[] attributes) =>
        new(0, "n", "", type, inputs, ["y"], [.. attributes.Select(a => new OnnxAttribute(a.Name, a.Value))]);

    private static ImportContext Import(OnnxNode node, int opset, Tensor?[] inputs, Dictionary<Value, Tensor> data)
    {
        var values = inputs.Select((t, i) => t is null ? null : new Value($"in{i}", t.Type)).ToArray();
        for (int i = 0; i < values.Length; i++) if (values[i] is { } value) data[value] = inputs[i]!;
        int count = 0;
        var context = new ImportContext(node, opset, values, v => data.GetValueOrDefault(v), hint => $"{hint}_{count++}");
        Importers.Import(context);
        return context;
    }

    private static Tensor Run(OnnxNode node, int opset, params Tensor?[] inputs)
    {
        var data = new Dictionary<Value, Tensor>();
        var context = Import(node, opset, inputs, data);
        foreach (var (value, tensor) in context.Constants) data[value] = tensor;
        foreach (var step in context.Nodes)
        {
            Tensor?[] operands = [.. step.Inputs.Select(v => v is null ? null : data[v])];
            data[step.Output] = Evaluators.Evaluate(step.Operator, operands)[0];
        }
        return data[context.Results![0]!];
    }

    private static void Fails(string code, OnnxNode node, int opset, params Tensor?[] inputs) =>
        Assert.Equal(code, Assert.Throws<ImportException>(() => Import(node, opset, inputs, [])).Code);

    private static void Same(Tensor expected, Tensor actual) => Assert.Null(TensorComparison.Difference(expected, actual, 1e-5, 1e-6));
}
