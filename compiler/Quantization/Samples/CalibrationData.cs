using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Quantization.Samples;

/// <summary>
/// Samples from files, read one at a time: .npy (a sample, or a batch along axis 0), raw bytes, TensorProto files and ONNX test-data folders, pictures.
/// Whatever does not fit the model is an error that names the file and the reason. All floats that are read are finite.
/// </summary>
public sealed class CalibrationData : ISampleSource
{
    private readonly IReadOnlyList<FoundSample> found;
    private readonly ConstantInputs constants;
    private readonly DiagnosticBag remarks;

    private CalibrationData(IReadOnlyList<FoundSample> found, ConstantInputs constants, DiagnosticBag remarks) => (this.found, this.constants, this.remarks) = (found, constants, remarks);

    /// <inheritdoc/>
    public int Count => found.Count;

    /// <summary>Names of all samples, in order: the path as the user gave it, with <c>[i]</c> for one of a batch.</summary>
    public IReadOnlyList<string> Names => [.. found.Select(s => s.Name)];

    /// <summary>What the user should hear: files left out, defaults taken, constant samples. Grows while samples are read.</summary>
    public IReadOnlyList<Diagnostic> Remarks
    {
        get
        {
            lock (remarks) return [.. remarks.Items];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="CompilationException">CM4003 to CM4006: the sample is broken, or it was the last to be read and all are constant; names the file.</exception>
    public CalibrationSample Read(int index)
    {
        var sample = found[index].Read();
        lock (remarks) constants.Look(index, sample, remarks);
        return sample;
    }

    /// <summary>Finds samples: what headers and sizes tell is checked at once for all files, the rest when they are read.</summary>
    /// <param name="paths">Files and folders; a folder's samples come in the (ordinal) order of their names.</param>
    /// <param name="inputs">The inputs of the model, in order.</param>
    /// <param name="preprocessing">From pictures to tensors; null for the default of the input's type.</param>
    /// <exception cref="CompilationException">CM4001 to CM4003: nothing is there, or files do not fit; carries all of them.</exception>
    public static CalibrationData Open(IReadOnlyList<string> paths, IReadOnlyList<(string Name, TensorType Type)> inputs, Preprocessing? preprocessing)
    {
        var remarks = new DiagnosticBag();
        var finder = new SampleFinder(new(inputs, preprocessing, remarks), remarks);
        foreach (string path in paths) finder.Add(path);
        remarks.ThrowIfErrors();
        if (finder.Found.Count == 0) throw new CompilationException(DiagnosticCodes.NoSamples, "no samples were named", hint: "give files or folders with --calibration");
        return new(finder.Found, new(inputs, finder.Found.Count), remarks);
    }
}
