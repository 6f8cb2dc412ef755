using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise;

/// <summary>All <see cref="IElementwiseKernel{TOperator}"/> of the assembly, and whole expressions written through them.</summary>
public static class ElementwiseKernels
{
    private static readonly IReadOnlyDictionary<Type, IAdapter> All = typeof(ElementwiseKernels).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false })
        .SelectMany(t => t.GetInterfaces(), (Kernel, Interface) => (Kernel, Interface))
        .Where(p => p.Interface.IsGenericType && p.Interface.GetGenericTypeDefinition() == typeof(IElementwiseKernel<>))
        .ToDictionary(p => p.Interface.GenericTypeArguments[0],
            p => (IAdapter)Activator.CreateInstance(typeof(Adapter<>).MakeGenericType(p.Interface.GenericTypeArguments[0]), Activator.CreateInstance(p.Kernel))!);

    private interface IAdapter
    {
        bool SupportsVector(ElementwiseOperator op, IReadOnlyList<ElementType> operands);

        Vec Emit(RoutineBuilder b, ElementwiseOperator op, IReadOnlyList<Vec> args);
    }

    /// <summary>Whether the operator has a kernel.</summary>
    public static bool Has(ElementwiseOperator op) => All.ContainsKey(op.GetType());

    /// <summary>Whether every step has a kernel.</summary>
    public static bool Has(Expression expression) => expression.Steps.All(s => Has(s.Operator));

    /// <summary>
    /// Whether every step can be computed on vectors of 32-bit lanes when the operands have these types. Bytes are widened to int32 (<see cref="WideVectors"/>): they may be
    /// converted, compared and chosen from, and made of numbers that are known to lie in their range.
    /// </summary>
    public static bool SupportsVector(Expression expression, IReadOnlyList<ElementType> operands)
    {
        if (operands.Any(t => WideVectors.Lane(t) is not (ElementType.Float32 or ElementType.Int32)))
            return false;
        var types = new List<ElementType>(operands);
        foreach (var step in expression.Steps)
        {
            ElementType[] args = [.. step.Args.Select(a => types[a])];
            if (!All.TryGetValue(step.Operator.GetType(), out var kernel) || !kernel.SupportsVector(step.Operator, [.. args.Select(WideVectors.Lane)]))
                return false;
            if (args.Any(ElementTypes.IsByte) && step.Operator is not (Cast or Dequantize or FlipSign or Clamp or Relu or Min or Max or Where or Less or LessOrEqual or Greater or GreaterOrEqual or Equal))
                return false;
            var result = step.Operator.ResultType(args);
            if (result.IsByte() && step.Operator is Cast && !IsWithin(expression, step.Args[0], args[0], result))
                return false;
            types.Add(result);
        }
        return true;
    }

    // Whether a value is known to fit the range of a type of bytes.
    private static bool IsWithin(Expression expression, int value, ElementType from, ElementType to)
    {
        var (min, max) = WideVectors.Range(to);
        return from == to || value >= expression.Operands && expression.Steps[value - expression.Operands].Operator switch
        {
            QuantizeToGrid q => q.Min >= min && q.Max <= max,
            Clamp c => c.Min >= min && c.Max <= max,
            _ => false,
        };
    }

    /// <summary>Writes one operator.</summary>
    public static Vec Emit(RoutineBuilder b, ElementwiseOperator op, params IReadOnlyList<Vec> args) => All[op.GetType()].Emit(b, op, args);

    /// <summary>Writes an expression and gives its result.</summary>
    public static Vec Emit(RoutineBuilder b, Expression expression, params IReadOnlyList<Vec> operands)
    {
        var values = EmitSteps(b, expression, operands, expression.Steps.Count);
        return expression.Steps.Count == 0 ? operands[0] : values[^1];
    }

    /// <summary>Writes the first steps of an expression and gives the operands and the steps' results.</summary>
    public static IReadOnlyList<Vec> EmitSteps(RoutineBuilder b, Expression expression, IReadOnlyList<Vec> operands, int steps)
    {
        var values = new List<Vec>(operands);
        foreach (var step in expression.Steps.Take(steps))
            values.Add(Emit(b, step.Operator, [.. step.Args.Select(a => values[a])]));
        return values;
    }

    private sealed class Adapter<TOperator>(IElementwiseKernel<TOperator> kernel) : IAdapter where TOperator : ElementwiseOperator
    {
        public bool SupportsVector(ElementwiseOperator op, IReadOnlyList<ElementType> operands) => kernel.SupportsVector((TOperator)op, operands);

        public Vec Emit(RoutineBuilder b, ElementwiseOperator op, IReadOnlyList<Vec> args) => kernel.Emit(b, (TOperator)op, args);
    }
}
