using System.Collections.Concurrent;
using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Finds the evaluator of an operator: the one for its own type, else for a base type. All evaluators of the assembly take part.</summary>
public static class Evaluators
{
    private delegate Tensor[] Evaluation(Operator op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs);

    private static readonly Dictionary<Type, object> ByOperator = (
        from type in typeof(Evaluators).Assembly.GetTypes()
        where type is { IsAbstract: false, ContainsGenericParameters: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEvaluator<>)
        select (Operator: contract.GenericTypeArguments[0], Type: type)).ToDictionary(e => e.Operator, e => Activator.CreateInstance(e.Type)!);

    private static readonly ConcurrentDictionary<Type, Evaluation?> Found = new();

    /// <summary>Whether operators of a type can be evaluated.</summary>
    public static bool Exists(Type op) => Found.GetOrAdd(op, Find) is not null;

    /// <summary>Evaluates one operator on constants.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="inputs">Operands; null where one is left out.</param>
    /// <param name="outputs">Inferred result types.</param>
    public static Tensor[] Evaluate(Operator op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs) =>
        (Found.GetOrAdd(op.GetType(), Find) ?? throw new Diagnostics.InternalCompilerException($"{op.Name} has no evaluator"))(op, inputs, outputs);

    /// <summary>Infers the result types of one operator on constants, then evaluates it.</summary>
    public static Tensor[] Evaluate(Operator op, params IReadOnlyList<Tensor?> inputs) =>
        Evaluate(op, inputs, op.Infer(new InferenceContext([.. inputs.Select(t => t?.Type)], inputs, 1)));

    private static Evaluation? Find(Type op)
    {
        for (var type = op; type is not null; type = type.BaseType)
        {
            if (!ByOperator.TryGetValue(type, out object? evaluator)) continue;
            var adapt = typeof(Evaluators).GetMethod(nameof(Adapt), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
            return (Evaluation)adapt.MakeGenericMethod(type).Invoke(null, [evaluator])!;
        }
        return null;
    }

    private static Evaluation Adapt<T>(IEvaluator<T> evaluator) where T : Operator => (op, inputs, outputs) => evaluator.Evaluate((T)op, inputs, outputs);
}
