using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports LabelEncoder of the domain ai.onnx.ml, for numbers.</summary>
public sealed class LabelEncoder() : LearningImporter(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        foreach (string name in (string[])["keys_strings", "values_strings"])
            if (node.Strings(name) is not null) throw ImportContext.Bad(name, "is not supported: strings have no place in a compiled program");
        node.Ignore("default_string", "default_int64", "default_float");
        Tensor keys = List(node, "keys"), values = List(node, "values");
        var @default = node.Tensor("default_tensor")?.Reshape(IR.Shape.Scalar)
            ?? (values.Element == ElementType.Float32 ? Tensor.Of(IR.Shape.Scalar, node.Float("default_float", -0f)) : Tensor.From<long>(ElementType.Int64, IR.Shape.Scalar, [node.Int("default_int64", -1)]));
        if (@default.Element != values.Element) throw ImportContext.Bad("default_tensor", $"must be {values.Element.ShortName()} as the values");
        if (keys.Count != values.Count) throw ImportContext.Bad("keys", $"are {keys.Count} for {values.Count} values");
        node.Emit(new IR.Operators.LabelEncoder(keys, values, @default), node.Inputs[0]);
    }

    private static Tensor List(ImportContext node, string name)
    {
        if (node.Tensor($"{name}_tensor") is { } tensor) return tensor;
        if (node.Longs($"{name}_int64s") is { } integers) return Tensor.OfInts(integers);
        return node.Floats($"{name}_floats") is { } floats ? Tensor.Of(IR.Shape.Of(floats.Length), floats) : throw ImportContext.Bad($"{name}_tensor", "is missing");
    }
}
