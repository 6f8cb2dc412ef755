using CompileModel.IR;
using CompileModel.Kernels.Pool;

namespace CompileModel.Kernels.Direct;

/// <summary>Convolutions and pooling that were left in the order of ONNX because no channels-last kernel takes them: other types, ranks, weights known at run time only.</summary>
public sealed class LowerDirect : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        KernelTemplate? template = node.Operator switch
        {
            IR.Operators.Conv op => Conv(op, c),
            IR.Operators.ConvTranspose op => ConvTranspose(op, c),
            PoolOperator op => Pool(op, c),
            _ => null,
        };
        if (template is null || node.Outputs[0] is null) return null;
        var plan = c.Plan();
        return plan.Call(template, [.. Enumerable.Range(0, node.Inputs.Length).Where(i => node.Inputs[i] is not null).Select(plan.Input)],
            [.. Enumerable.Range(0, node.Outputs.Length).Where(i => node.Outputs[i] is not null).Select(plan.Output)]);
    }

    private static DirectConvTemplate Conv(IR.Operators.Conv op, LoweringContext c)
    {
        var window = op.Window(c.InputType(0).Shape, c.InputType(1).Shape);
        return new(window.Strides, window.Dilations, window.Pads, op.Groups, Reason(c) ?? "weights are not constant");
    }

    private static DirectConvTransposeTemplate ConvTranspose(IR.Operators.ConvTranspose op, LoweringContext c)
    {
        var window = op.Resolve(c.InputType(0).Shape, c.InputType(1).Shape).Window;
        return new(window.Strides, window.Dilations, window.Pads, op.Groups, Reason(c) ?? "weights are not constant");
    }

    private static DirectPoolTemplate? Pool(PoolOperator op, LoweringContext c)
    {
        var type = c.InputType(0);
        if (type.Element is ElementType.Bool or ElementType.String) return null;
        PoolKind? kind = op switch
        {
            IR.Operators.MaxPool => PoolKind.Max,
            IR.Operators.AveragePool p when type.Element.IsFloat() => p.CountIncludePad ? PoolKind.AverageWithPads : PoolKind.Average,
            _ => null,
        };
        var window = op.Window(type.Shape);
        return kind is not { } known ? null : new(known, window.Kernel, window.Strides, window.Dilations, window.Pads, op is IR.Operators.MaxPool { ColumnMajor: true },
            Reason(c) ?? "the place of the maximum is asked for");
    }

    private static string? Reason(LoweringContext c) => c.InputType(0) switch
    {
        { Element: not ElementType.Float32 and var other } => $"no vector code for {other.ShortName()}",
        { Shape.Rank: not 4 and var rank } => $"no vector code for {rank - 2} spatial axes",
        _ => null,
    };
}
