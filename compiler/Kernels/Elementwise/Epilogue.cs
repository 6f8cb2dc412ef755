using CompileModel.IR;

namespace CompileModel.Kernels.Elementwise;

/// <summary>Names for code that computes an <see cref="Expression"/>: readable, and equal exactly when the expressions are.</summary>
public static class Epilogue
{
    /// <summary>For instance <c>_clamp_3f2a91c0</c>; empty for the identity.</summary>
    public static string Suffix(Expression expression)
    {
        if (expression.IsIdentity)
            return "";
        var names = string.Join('_', expression.Steps.Select(s => s.Operator.Name.ToLowerInvariant()).Distinct().Take(3));
        return $"_{names}_{Hash(expression):x8}";
    }

    /// <summary>For comments: <c>, then Add, Clamp</c>; empty for the identity.</summary>
    public static string Description(Expression expression) =>
        expression.IsIdentity ? "" : $", then {string.Join(", ", expression.Steps.Select(s => s.Operator.Name))}";

    // The full record text, attributes included.
    private static uint Hash(Expression expression)
        => Text.Fingerprint.Of($"{expression.Operands};{string.Join(';', expression.Steps.Select(s => $"{s.Operator} {s.Args}"))}");
}
