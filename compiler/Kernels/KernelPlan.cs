using CompileModel.IR;

namespace CompileModel.Kernels;

/// <summary>What one node is lowered to: kernel calls in order, with constants and temporaries of their own.</summary>
public sealed class KernelPlan(LoweringContext context)
{
    private readonly List<Step> _steps = [];
    private int _temporaries;

    /// <summary>One kernel call of the plan.</summary>
    public sealed record Step(KernelTemplate Template, IReadOnlyList<PlanValue> Inputs, IReadOnlyList<PlanValue> Outputs);

    /// <summary>The calls in order.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>An operand of the node.</summary>
    public PlanValue Input(int index) => new PlanValue.NodeInput(index, context.Node.Input(index).Type);

    /// <summary>A result of the node.</summary>
    public PlanValue Output(int index = 0) => new PlanValue.NodeOutput(index, context.Node.Outputs[index]!.Type);

    /// <summary>A new constant; equal data is stored once.</summary>
    public PlanValue Constant(string hint, Tensor data) => new PlanValue.Constant(hint, data);

    /// <summary>A new intermediate value.</summary>
    public PlanValue Temporary(string hint, TensorType type) => new PlanValue.Temporary(hint, _temporaries++, type);

    /// <summary>Appends a call.</summary>
    public KernelPlan Call(KernelTemplate template, IReadOnlyList<PlanValue> inputs, params IReadOnlyList<PlanValue> outputs)
    {
        _steps.Add(new Step(template, inputs, outputs));
        return this;
    }
}
