using System.Collections.Immutable;

namespace CompileModel.IR;

/// <summary>
/// What a name of the model stands for once types are known: one tensor, a sequence of known length, or an optional of which it is known whether it
/// holds something. Sequences and optionals exist while types are inferred only; what is left are their tensors.
/// </summary>
public abstract record Bundle
{
    /// <summary>A tensor.</summary>
    public sealed record One(Value Value) : Bundle;

    /// <summary>A sequence; its items are of one kind, and may differ in shape.</summary>
    public sealed record Sequence(ImmutableArray<Bundle> Items) : Bundle;

    /// <summary>An optional; null when it is empty.</summary>
    public sealed record Optional(Bundle? Content) : Bundle;

    /// <summary>The tensors, in order.</summary>
    public IEnumerable<Value> Values => this switch
    {
        One one => [one.Value],
        Sequence sequence => sequence.Items.SelectMany(i => i.Values),
        Optional { Content: { } content } => content.Values,
        _ => [],
    };

    /// <summary>The same structure over other tensors.</summary>
    public Bundle Map(Func<Value, Value> map) => this switch
    {
        One one => new One(map(one.Value)),
        Sequence sequence => new Sequence([.. sequence.Items.Select(i => i.Map(map))]),
        Optional { Content: { } content } => new Optional(content.Map(map)),
        _ => this,
    };

    /// <summary>Whether the other bundle has the same structure, and tensors of the same types.</summary>
    public bool Fits(Bundle other) => (this, other) switch
    {
        (One a, One b) => a.Value.Type == b.Value.Type,
        (Sequence a, Sequence b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(p => p.First.Fits(p.Second)),
        (Optional a, Optional b) => a.Content is null ? b.Content is null : b.Content is not null && a.Content.Fits(b.Content),
        _ => false,
    };

    /// <summary>The tensor behind it; an optional that holds one counts as that.</summary>
    /// <exception cref="InferenceException">It is no tensor.</exception>
    public Value AsTensor(string what) => this switch
    {
        One one => one.Value,
        Optional { Content: { } content } => content.AsTensor(what),
        _ => throw new InferenceException(Diagnostics.DiagnosticCodes.TypeMismatch, $"{what} must be a tensor, got {this}"),
    };

    /// <summary>The items of the sequence behind it.</summary>
    /// <exception cref="InferenceException">It is no sequence.</exception>
    public ImmutableArray<Bundle> AsSequence(string what) => this switch
    {
        Sequence sequence => sequence.Items,
        Optional { Content: { } content } => content.AsSequence(what),
        _ => throw new InferenceException(Diagnostics.DiagnosticCodes.TypeMismatch, $"{what} must be a sequence, got {this}"),
    };

    /// <summary>For instance <c>sequence of 3</c>.</summary>
    public sealed override string ToString() => this switch
    {
        One one => one.Value.Type.ToString(),
        Sequence sequence => $"a sequence of {sequence.Items.Length}",
        Optional { Content: { } content } => $"an optional with {content}",
        _ => "an empty optional",
    };
}
