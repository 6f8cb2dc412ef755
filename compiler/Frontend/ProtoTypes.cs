using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;
using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>Translates ONNX types.</summary>
internal static class ProtoTypes
{
    private static readonly Dictionary<int, string> Unsupported = new()
    {
        [14] = "complex64", [15] = "complex128",
    };

    /// <summary>An element type from its ONNX number.</summary>
    /// <exception cref="ImportException">The number is not known or the type is not supported.</exception>
    public static ElementType Element(int number)
    {
        if (number is > 0 and < 256 && Enum.IsDefined((ElementType)number)) return (ElementType)number;
        throw Unsupported.TryGetValue(number, out string? name)
            ? new ImportException(DiagnosticCodes.UnsupportedTensor, $"element type {name} is not supported")
            : new ImportException(DiagnosticCodes.BadTensor, $"{number} is not an element type");
    }

    /// <summary>A tensor type; dimensions without a value become symbols, those without a name <c>?</c>. The shape is null when the type gives none.</summary>
    /// <exception cref="ImportException">The type is not that of a tensor.</exception>
    public static (ElementType Element, Shape? Shape) Tensor(TypeProto? type)
    {
        if (type?.TensorType is not { } tensor)
        {
            string kind = type is null ? "has no type" : $"is a {type.ValueCase.ToString().Replace("Type", "", StringComparison.Ordinal).ToLowerInvariant()}";
            throw new ImportException(DiagnosticCodes.UnsupportedTensor, $"{kind}, only tensors are supported");
        }
        return (Element(tensor.ElemType), tensor.Shape is null ? null : new Shape([.. tensor.Shape.Dim.Select(Dimension)]));
    }

    private static Dim Dimension(TensorShapeProto.Types.Dimension dim) => dim.ValueCase switch
    {
        TensorShapeProto.Types.Dimension.ValueOneofCase.DimValue when dim.DimValue >= 0 => dim.DimValue,
        TensorShapeProto.Types.Dimension.ValueOneofCase.DimParam when dim.DimParam.Length > 0 => Dim.Open(dim.DimParam),
        _ => Dim.Open("?"),
    };
}
