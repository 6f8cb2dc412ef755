using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Frontend.Editing;

/// <summary>
/// Raises a model's operator set to 13, the first with quantisation by channels. Nodes of operators that changed on the way are rewritten where the new form says the same; any
/// other is an error. The changes are those listed in the ONNX operator changelog.
/// </summary>
public static class OpsetUpgrade
{
    /// <summary>The version with QuantizeLinear and DequantizeLinear by channels.</summary>
    public const int Version = 13;

    /// <summary>Operators that say something else in opset 13 than in the versions below the given one, and are not rewritten here.</summary>
    private static readonly Dictionary<string, int> Changed = new()
    {
        ["Loop"] = 11, ["Scan"] = 9, ["If"] = 11, ["RNN"] = 7, ["GRU"] = 7, ["LSTM"] = 7, ["Pad"] = 2, ["Tile"] = 6, ["Cast"] = 6, ["Gemm"] = 7,
        ["SplitToSequence"] = 11, ["Hardmax"] = 13, ["NonMaxSuppression"] = 10, ["PRelu"] = 7, ["Reshape"] = 5, ["GlobalLpPool"] = 2, ["LpPool"] = 2, ["Scatter"] = 13,
    };

    private static readonly HashSet<string> Broadcasting = ["Add", "Sub", "Mul", "Div", "Pow", "And", "Or", "Xor", "Equal", "Greater", "Less"];

    /// <summary>Raises the version; nothing happens when it is high enough.</summary>
    /// <exception cref="CompilationException">CM4014: a node means something else there, and cannot be rewritten.</exception>
    public static void Raise(EditableModel model)
    {
        int from = model.Opset;
        if (from >= Version) return;
        foreach (var node in model.Nodes.ToArray()) Raise(model, node, from);
        model.SetOpset(Version);
    }

    private static void Raise(EditableModel model, EditableNode node, int from)
    {
        string type = node.OpType;
        if (from < 8 && !(type is "Constant" or "Conv" or "Relu" or "MaxPool" or "GlobalAveragePool" or "Concat" or "Softmax" or "Identity" or "Dropout" or "BatchNormalization" or "Flatten" or "AveragePool"
            or "Transpose" or "Sigmoid" or "Tanh" or "Gemm" or "MatMul" or "Reshape" or "Squeeze" or "Unsqueeze" or "Clip" or "LeakyRelu" or "Slice" or "Pad" or "Sum" or "Upsample" || Broadcasting.Contains(type)))
            throw Refuse(model, node, from);
        if ((Changed.TryGetValue(type, out int since) && from < since) || node.HasBody) throw Refuse(model, node, from);
        if (Broadcasting.Contains(type) && from < 7 && (node.Has("axis") || node.Int("broadcast", 0) != 0)) throw Refuse(model, node, from);
        node.RemoveAttribute("consumed_inputs");
        switch (type)
        {
            case "Add" or "Sub" or "Mul" or "Div" or "Gemm":
                node.RemoveAttribute("broadcast");
                break;
            case "BatchNormalization":
                if (node.Int("spatial", 1) == 0 || node.Outputs.Count > 1) throw Refuse(model, node, from);
                node.RemoveAttribute("spatial", "is_test");
                break;
            case "Dropout":
                // At inference it passes its operand through.
                if (node.Outputs.Count > 1 && node.Outputs[1].Length > 0) throw Refuse(model, node, from);
                node.SetType("Identity");
                node.RemoveAttribute("ratio", "is_test", "seed");
                node.Truncate(1);
                break;
            case "Clip" when from < 11:
                AddOperand(model, node, "min", Scalar(node, "min"), 1);
                AddOperand(model, node, "max", Scalar(node, "max"), 2);
                break;
            case "Squeeze" or "Unsqueeze":
                AddOperand(model, node, "axes", List(node, "axes"), 1);
                break;
            case "ReduceSum":
                AddOperand(model, node, "axes", List(node, "axes"), 1);
                break;
            case "Split":
                AddOperand(model, node, "split", List(node, "split"), 1);
                break;
            case "Slice" when from < 10:
                AddOperand(model, node, "starts", List(node, "starts"), 1);
                AddOperand(model, node, "ends", List(node, "ends"), 2);
                AddOperand(model, node, "axes", List(node, "axes"), 3);
                break;
            case "Pad" when from < 11:
                AddOperand(model, node, "pads", List(node, "pads"), 1);
                AddOperand(model, node, "value", Scalar(node, "value"), 2);
                break;
            case "TopK" when from < 10:
                AddOperand(model, node, "k", node.Has("k") ? Tensor.OfInts(node.Int("k", 1)) : null, 1);
                break;
            case "Upsample" or "Resize" when from < 11:
                Resize(model, node, from);
                break;
            case "Softmax" or "LogSoftmax":
                Softmax(model, node, from);
                break;
        }
    }

    /// <summary>Before opset 13 everything from the axis on was one dimension, and the axis 1 by default. The same when the axis is the last one.</summary>
    private static void Softmax(EditableModel model, EditableNode node, int from)
    {
        long axis = node.Int("axis", 1);
        if (axis == -1) return;
        // A flattened softmax has the shape of its operand again.
        string flat = model.Unique(node.Name + "_flat"), soft = model.Unique(node.Name + "_soft"), shape = model.Unique(node.Name + "_shape"), x = node.Input(0), result = node.Outputs[0];
        if (axis < 0) throw Refuse(model, node, from);
        int at = model.Nodes.ToList().IndexOf(node);
        node.SetInput(0, flat);
        node.SetOutput(0, soft);
        node.SetInt("axis", -1);
        model.Insert(at + 1, model.Create("Reshape", [soft, shape], [result]));
        model.Insert(at, model.Create("Flatten", [x], [flat], ("axis", axis)));
        model.Insert(at, model.Create("Shape", [x], [shape]));
    }

    /// <summary>Upsample, and Resize of opset 10: scales only, positions asymmetric, nearest rounded down.</summary>
    private static void Resize(EditableModel model, EditableNode node, int from)
    {
        string scales = node.OpType == "Upsample" && from < 9
            ? node.Floats("scales") is { Length: > 0 } given ? model.AddConstant(node.Name + "_scales", Tensor.Of(Shape.Of(given.Length), given)) : throw Refuse(model, node, from)
            : node.Input(1);
        node.RemoveAttribute("scales");
        node.SetType("Resize");
        node.Truncate(1);
        node.SetInput(2, scales);
        node.SetString("coordinate_transformation_mode", "asymmetric");
        if (node.String("mode", "nearest") == "nearest") node.SetString("nearest_mode", "floor");
    }

    private static Tensor? List(EditableNode node, string name) => node.Ints(name) is { } values ? Tensor.OfInts(values) : null;

    private static Tensor? Scalar(EditableNode node, string name) => node.Has(name) ? Tensor.Of(Shape.Scalar, node.Float(name, 0)) : null;

    /// <summary>Moves an attribute to an operand.</summary>
    private static void AddOperand(EditableModel model, EditableNode node, string attribute, Tensor? data, int operand)
    {
        node.RemoveAttribute(attribute);
        if (data is not null) node.SetInput(operand, model.AddConstant($"{node.Name}_{attribute}", data));
    }

    private static CompilationException Refuse(EditableModel model, EditableNode node, int from) => new(DiagnosticCodes.CannotQuantize,
        $"quantised models need operator set {Version}, and {node.OpType} of set {from} says something else there", new(model.File, $"'{node.Name}' {node.OpType}"), $"export the model with opset_version {Version} or newer");
}
