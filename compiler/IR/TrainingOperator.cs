using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>
/// One step of an optimizer over several tensors. Operands: learning rate, count of steps (int64), then groups of as many operands as there are tensors: tensors, gradients, and the
/// optimizer's state. Results: the new tensors, then the new state.
/// </summary>
public abstract record TrainingOperator : CompositeOperator
{
    /// <summary>Groups of state.</summary>
    protected abstract int States { get; }

    /// <summary>Writes the step of one tensor.</summary>
    /// <param name="f">Takes the nodes.</param>
    /// <param name="rate">Learning rate, a scalar.</param>
    /// <param name="count">Steps done so far, a scalar (int64).</param>
    /// <param name="x">The tensor.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="state">State of the optimizer for the tensor.</param>
    /// <returns>The new tensor, then the new state.</returns>
    protected abstract IReadOnlyList<Value> Step(Formula f, Value rate, Value count, Value x, Value gradient, IReadOnlyList<Value> state);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        int groups = 2 + States, tensors = (inputs.Count - 2) / groups;
        InferenceContext.Check(tensors > 0 && inputs.Count == 2 + groups * tensors && outputs <= tensors * (1 + States), $"{Name} takes 2 operands and {groups} for each tensor, got {inputs.Count}");
        Value Scalar(int operand) => f.Reshape(Required(inputs, operand));
        var results = new Value[tensors * (1 + States)];
        for (int t = 0; t < tensors; t++)
        {
            var step = Step(f, Scalar(0), Scalar(1), Required(inputs, 2 + t), Required(inputs, 2 + tensors + t), [.. Enumerable.Range(0, States).Select(s => Required(inputs, 2 + (2 + s) * tensors + t))]);
            for (int i = 0; i < step.Count; i++) results[i * tensors + t] = step[i];
        }
        return results;
    }

    /// <summary>The gradient with the part that keeps the tensor small: norm * x + gradient.</summary>
    protected static Value Regularized(Formula f, float norm, Value x, Value gradient) => norm == 0 ? gradient : f.Sum(f.Mul(x, f.Scalar(norm, x)), gradient);

    /// <summary>One value at the first step, another one later.</summary>
    protected static Value AtFirst(Formula f, Value count, Value first, Value later) => f.Add(new Where(), f.Add(new Equal(), count, f.Scalar(0, count)), first, later);
}
