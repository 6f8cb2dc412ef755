using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Elementwise;

/// <summary>An expression over operands that broadcast to the result's shape, computed in registers. Types and strides are free; views are.</summary>
/// <param name="Body">The expression.</param>
/// <param name="Reason">Why no vectors are used, or null.</param>
/// <param name="HasPlainDivisor">Whether a quantisation at the end divides by one number that <see cref="PlainQuotient.Serves"/>.</param>
public sealed record ElementwiseTemplate(Expression Body, string? Reason, bool HasPlainDivisor = false) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "elementwise";

    /// <inheritdoc/>
    public override string? ScalarReason => Reason;

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <summary>Each element is read before the result at the same index is written; a broadcast operand is read again later.</summary>
    public override bool MayAlias(int input, int output) => true;

    /// <summary>The kernel for an expression and the types of its operands and result, or null when a step has none.</summary>
    public static ElementwiseTemplate? For(Expression body, IReadOnlyList<ElementType> operands)
    {
        if (!ElementwiseKernels.Has(body) || operands.Contains(ElementType.String)) return null;
        var odd = operands.Append(body.ResultType(operands)).Where(t => WideVectors.Lane(t) is not (ElementType.Float32 or ElementType.Int32)).ToArray();
        string? reason = odd.Length > 0 ? $"elements of type {odd[0].ShortName()}"
            : ElementwiseKernels.SupportsVector(body, operands) ? null
            : $"no vector form of {string.Join(", ", body.Steps.Select(s => s.Operator.Name).Distinct())} for these types";
        return new(body, reason);
    }

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var space = IterationSpace.Broadcast(inputs, outputs[0]);
        bool vector = IsVector && Enumerable.Range(0, inputs.Count).All(i => space.InnerStride(i) is 0 or 1) && space.InnerStride(inputs.Count) == 1;
        bool hasBytes = vector && inputs.Append(outputs[0]).Any(l => l.Type.IsByte());
        var loops = new ElementwiseLoops(Body, space, vector ? Isa.ForProfile(target.Isas) : ScalarIsa.Instance, hasBytes, HasPlainDivisor);
        string names = string.Join('_', Body.Steps.Select(s => s.Operator.Name.ToLowerInvariant()));
        string prefix = names.Length is > 0 and <= 40 ? names : "elementwise";
        string summary = Body.IsIdentity ? "Copy" : string.Join(", ", Body.Steps.Select(s => s.Operator.Name));
        return new LoopRoutine(this, prefix, $"{summary} on {outputs[0].Type.ShortName()}{outputs[0].Dims}.", inputs, outputs, loops.Units, loops.Emit);
    }
}
