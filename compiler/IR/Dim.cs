namespace CompileModel.IR;

/// <summary>One dimension of a shape: a number, or a symbol whose value is not fixed yet.</summary>
/// <param name="Value">Extent when fixed, otherwise -1.</param>
/// <param name="Symbol">Name when not fixed; <c>?</c> when the model gives none.</param>
public readonly record struct Dim(long Value, string? Symbol = null)
{
    /// <summary>Whether the extent is a number.</summary>
    public bool IsFixed => Symbol is null;

    /// <summary>A dimension that has a name and no value.</summary>
    public static Dim Open(string symbol) => new(-1, symbol);

    /// <summary>A fixed dimension.</summary>
    public static implicit operator Dim(long value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Symbol ?? Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
