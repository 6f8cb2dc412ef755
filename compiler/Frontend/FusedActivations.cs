using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend;

/// <summary>The activation that ONNX Runtime's fused operators name in the attribute <c>activation</c>.</summary>
internal static class FusedActivations
{
    /// <summary>Emits the activation of a value as the result of the node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="x">What is activated.</param>
    /// <param name="parameter">The parameters of the activation by their place, with a default.</param>
    public static void Emit(ImportContext node, Value x, Func<int, float, float> parameter)
    {
        switch (node.String("activation", ""))
        {
            case "": node.Emit(new Identity(), x); break;
            case "Relu": node.Emit(new Relu(), x); break;
            case "Tanh": node.Emit(new Tanh(), x); break;
            case "Sigmoid": node.Emit(new Sigmoid(), x); break;
            case "LeakyRelu": node.Emit(new LeakyRelu(parameter(0, 0.01f)), x); break;
            case "HardSigmoid": node.Emit(new HardSigmoid(parameter(0, 0.2f), parameter(1, 0.5f)), x); break;
            case "Clip":
                Value Bound(float value) => node.Constant(Tensor.Of(Shape.Scalar, value), "bound");
                node.Emit(new Clip(), x, Bound(parameter(0, float.MinValue)), Bound(parameter(1, float.MaxValue)));
                break;
            default: throw ImportContext.Bad("activation", $"is '{node.String("activation", "")}', which is not supported");
        }
    }
}
