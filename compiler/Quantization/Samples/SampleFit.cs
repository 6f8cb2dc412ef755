using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Quantization.Samples;

/// <summary>How a tensor of a file becomes samples of an input: as it is, without leading dimensions of 1, or cut along axis 0; wide and half floats become float32.</summary>
/// <param name="Held">Element type in the file.</param>
/// <param name="Type">The input.</param>
/// <param name="Count">Number of samples.</param>
internal sealed record SampleFit(ElementType Held, TensorType Type, int Count)
{
    /// <summary>Bytes of one sample in the file.</summary>
    public int Bytes => checked((int)(Type.Shape.Count * Held.Size()));

    /// <summary>Finds out.</summary>
    /// <exception cref="CompilationException">CM4003: it does not fit.</exception>
    public static SampleFit Of(TensorType held, TensorType type, string path)
    {
        bool isConverted = type.Element == ElementType.Float32 && held.Element is ElementType.Float64 or ElementType.Float16 or ElementType.BFloat16;
        if (held.Element != type.Element && !isConverted)
            throw new CompilationException(DiagnosticCodes.SampleMismatch, $"the elements are {held.Element.ShortName()}, those of the input {type} are {type.Element.ShortName()}", new(path), "write the data in the input's element type");
        int[] have = held.Shape.ToArray(), want = type.Shape.ToArray();
        int count = Stripped(have).SequenceEqual(Stripped(want)) && have.Length <= want.Length ? 1
            : have.Length == want.Length && want.Length > 0 && want[0] > 0 && have[0] % want[0] == 0 && have[1..].SequenceEqual(want[1..]) ? have[0] / want[0]
            : have.Length > 0 && (have[1..].SequenceEqual(want) || have[1..].SequenceEqual(Stripped(want))) ? have[0]
            : -1;
        if (count < 0) throw new CompilationException(DiagnosticCodes.SampleMismatch, $"the shape is {held.Shape}, the input is {type}", new(path), $"a file holds {type.Shape}, or a batch of such along axis 0");
        return count > 0 ? new(held.Element, type, count) : throw new CompilationException(DiagnosticCodes.NoSamples, $"the batch {held.Shape} is empty", new(path));
    }

    /// <summary>Makes the tensor of a sample.</summary>
    /// <exception cref="CompilationException">CM4004: a value is not a number or infinite.</exception>
    public Tensor Take(byte[] bytes, string path)
    {
        var source = new Tensor(new(Held, Type.Shape), bytes);
        var result = Held == Type.Element ? source : Convert(source);
        if (!result.Element.IsFloat()) return result;
        for (int i = 0; i < result.Count; i++)
        {
            double value = result.AsDouble(i);
            if (!double.IsFinite(value)) throw new CompilationException(DiagnosticCodes.SampleNotFinite, $"element {i} is {(double.IsNaN(value) ? "not a number" : "infinite")}", new(path), "repair or leave out the file");
        }
        return result;
    }

    private Tensor Convert(Tensor source)
    {
        var result = Tensor.Zeros(Type.Element, Type.Shape);
        var values = result.Fill<float>();
        for (int i = 0; i < values.Length; i++) values[i] = (float)source.AsDouble(i);
        return result;
    }

    private static int[] Stripped(int[] dims) => [.. dims.SkipWhile(d => d == 1)];
}
