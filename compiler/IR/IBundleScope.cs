using CompileModel.Diagnostics;

namespace CompileModel.IR;

/// <summary>What a <see cref="BundleOperator"/> sees of the graph whose types are being inferred.</summary>
public interface IBundleScope
{
    /// <summary>Data of a value, or null when it is not constant.</summary>
    Tensor? Data(Value value);

    /// <summary>A constant.</summary>
    Value Constant(Tensor data);

    /// <summary>Adds a node, or computes it when its operands are known.</summary>
    /// <exception cref="InferenceException">The operands do not fit.</exception>
    IReadOnlyList<Value> AddMany(Operator op, IReadOnlyList<Value?> inputs, int outputs);

    /// <summary>Adds a node of one result.</summary>
    Value Add(Operator op, params IReadOnlyList<Value?> inputs) => AddMany(op, inputs, 1)[0];

    /// <summary>Puts a copy of a body in place. Returns its results; null when it has errors, which have been reported.</summary>
    IReadOnlyList<Bundle>? Inline(Graph body, IReadOnlyList<Bundle?> inputs);

    /// <summary>
    /// Infers the types of a body that stays one. Operands that are constants here are constants there; all other tensors of <paramref name="inputs"/> are inputs of the result,
    /// as far as it reads them; those of <paramref name="own"/> in any case.
    /// </summary>
    /// <param name="body">The body as it was imported.</param>
    /// <param name="inputs">What its inputs stand for, in values of this graph, or in new values.</param>
    /// <param name="own">New values that inputs of the body stand for.</param>
    /// <param name="problems">Takes the errors, which are then not reported.</param>
    /// <returns>Null when the body has errors.</returns>
    TypedBody? Type(Graph body, IReadOnlyList<Bundle?> inputs, IReadOnlyCollection<Value> own, DiagnosticBag? problems = null);

    /// <summary>Warns of something about the node.</summary>
    void Warn(string code, string message, string hint);
}
