using CompileModel.Diagnostics;

namespace CompileModel.IR;

/// <summary>What type inference of one node sees: the types of its operands and the data of those that are constant.</summary>
/// <param name="inputs">Operand types; null where an operand is left out.</param>
/// <param name="constants">Operand data; null where an operand is not constant.</param>
/// <param name="outputs">Number of results the node has.</param>
public sealed class InferenceContext(IReadOnlyList<TensorType?> inputs, IReadOnlyList<Tensor?> constants, int outputs)
{
    /// <summary>Number of operands, those left out included.</summary>
    public int Inputs => inputs.Count;

    /// <summary>Number of results the node has.</summary>
    public int Outputs => outputs;

    /// <summary>Whether operand <paramref name="index"/> is there.</summary>
    public bool Has(int index) => index < inputs.Count && inputs[index] is not null;

    /// <summary>Type of an operand that must be there.</summary>
    public TensorType this[int index] => Has(index) ? inputs[index]! : throw new InferenceException(DiagnosticCodes.BadArity, $"operand {index} is missing");

    /// <summary>Data of an operand, or null when it is left out or not constant.</summary>
    public Tensor? Constant(int index) => index < constants.Count ? constants[index] : null;

    /// <summary>Data of an operand that the result's shape depends on.</summary>
    /// <exception cref="InferenceException">The operand is not a constant.</exception>
    public Tensor RequireConstant(int index, string what) => Constant(index)
        ?? throw new InferenceException(DiagnosticCodes.UnknownShape, $"{what} (operand {index}) must be known at compile time",
            "fix symbolic dimensions with --dim or --input-shape, or export the model with constant shapes");

    /// <summary>Stops inference with a message about shapes unless <paramref name="condition"/> holds.</summary>
    public static void Check(bool condition, string message)
    {
        if (!condition) throw new InferenceException(DiagnosticCodes.ShapeMismatch, message);
    }

    /// <summary>Stops inference with a message about element types unless <paramref name="condition"/> holds.</summary>
    public static void CheckType(bool condition, string message)
    {
        if (!condition) throw new InferenceException(DiagnosticCodes.TypeMismatch, message);
    }

    /// <summary>An axis in 0..rank-1 from one in -rank..rank-1.</summary>
    public static int Axis(long axis, int rank)
    {
        Check(axis >= -rank && axis < rank, $"axis {axis} is outside of rank {rank}");
        return (int)(axis < 0 ? axis + rank : axis);
    }
}
