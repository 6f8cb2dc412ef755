using System.Collections.Immutable;
using System.Globalization;

namespace CompileModel.Quantization.Precision;

/// <summary>Which products stay float32 so that the program is not slower for being quantised.</summary>
/// <param name="Floats">Their names, in ordinal order.</param>
/// <param name="Program">Cycles of the program with this choice.</param>
/// <param name="AllFloat">Cycles where everything is float32.</param>
/// <param name="AllInteger">Cycles where everything that can be is quantised.</param>
/// <param name="Quantized">Cycles of the best program that is not float32 throughout.</param>
public sealed record PrecisionChoice(ImmutableSortedSet<string> Floats, ModelledProgram Program, ModelledProgram AllFloat, ModelledProgram AllInteger, double Quantized)
{
    /// <summary>Those of <see cref="Floats"/> at the beginning of the model that are float32 for accuracy, because that is predicted to cost next to nothing.</summary>
    public ImmutableSortedSet<string> Leading { get; init; } = [];

    /// <summary>Why a product stays float32; null when it does not.</summary>
    public string? Reason(string product)
    {
        if (!Floats.Contains(product)) return null;
        var (inFloat, inInteger) = (AllFloat.Products.GetValueOrDefault(product), AllInteger.Products.GetValueOrDefault(product));
        if (inFloat > inInteger && Program == AllFloat)
            return string.Create(CultureInfo.InvariantCulture, $"float32 is predicted about as fast or faster for the whole program ({AllFloat.Total:N0} against {Quantized:N0} cycles)");
        if (Leading.Contains(product)) return string.Create(CultureInfo.InvariantCulture, $"rounding at the beginning costs the most accuracy, and float32 is predicted as fast there, to {PrecisionSearch.MostForAccuracy:P1}");
        return inFloat <= inInteger
            ? string.Create(CultureInfo.InvariantCulture, $"float32 is predicted faster ({inFloat:N0} against {inInteger:N0} cycles)")
            : string.Create(CultureInfo.InvariantCulture, $"float32 is predicted faster with the conversions around it ({inFloat:N0} against {inInteger:N0} cycles without)");
    }
}
