using System.Collections.Immutable;

namespace CompileModel.IR;

/// <summary>One operation: an operator applied to values.</summary>
/// <param name="Operator">What is computed, attributes included.</param>
/// <param name="Inputs">Operands; null where an optional operand is left out.</param>
/// <param name="Outputs">Results; an optional result that nobody asked for is null.</param>
/// <param name="Origins">The ONNX nodes it stands for, in model order.</param>
public sealed record Node(Operator Operator, ImmutableArray<Value?> Inputs, ImmutableArray<Value?> Outputs, ImmutableArray<Origin> Origins)
{
    /// <summary>The first result.</summary>
    public Value Output => Outputs[0]!;

    /// <summary>Operand <paramref name="index"/>, which must be present.</summary>
    public Value Input(int index) => Inputs[index]!;

    /// <summary>Operand <paramref name="index"/>, or null when it is left out.</summary>
    public Value? OptionalInput(int index) => index < Inputs.Length ? Inputs[index] : null;

    /// <summary>Operands that are present.</summary>
    public IEnumerable<Value> PresentInputs => Inputs.Where(v => v is not null)!;

    /// <summary>Results that are present.</summary>
    public IEnumerable<Value> PresentOutputs => Outputs.Where(v => v is not null)!;

    /// <summary>Identity is by reference: two nodes with the same content are two nodes.</summary>
    public bool Equals(Node? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>The name to show: that of the first origin, else that of the first result.</summary>
    public string Title => Origins.IsEmpty ? Output.Name : Origins[0].Name;

    /// <summary>The operators to show, for instance <c>Conv + Relu</c>: those of the origins, else its own.</summary>
    public string Operation => Origins.IsEmpty ? Operator.Name : string.Join(" + ", Origins.Select(o => o.OpType));

    /// <summary>Where to point the user: the first origin.</summary>
    public string Where => Origins.IsEmpty ? Outputs.FirstOrDefault()?.Name ?? "?" : Origins[0].ToString();
}
