using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.IR;

/// <summary>Every operator of the IR, one line each, sorted. The textual form, the documentation and the tests that hold coverage read it.</summary>
public static class OperatorRegistry
{
    /// <summary>The operator records.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(Add),
        typeof(AveragePoolNhwc),
        typeof(BroadcastTo),
        typeof(Clamp),
        typeof(ConvNhwc),
        typeof(ConvTransposeNhwc),
        typeof(Elementwise),
        typeof(MatMulFused),
        typeof(MaxPoolNhwc),
        typeof(PadStatic),
        typeof(Reduce),
        typeof(Relu),
        typeof(ReshapeTo),
        typeof(ResizeTo),
        typeof(SliceStatic),
        typeof(TileStatic),
    ];

    /// <summary>Finds an operator by its name.</summary>
    public static Type? Find(string name) => All.FirstOrDefault(t => t.Name == name);
}
