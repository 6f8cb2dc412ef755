using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Quantization.Samples.Images;

namespace CompileModel.Quantization.Samples;

/// <summary>The kinds of files that hold samples, told apart by their extensions.</summary>
/// <param name="inputs">The inputs of the model.</param>
/// <param name="preprocessing">From pictures to tensors, or null.</param>
/// <param name="remarks">Takes notes.</param>
internal sealed class SampleFiles(IReadOnlyList<(string Name, TensorType Type)> inputs, Preprocessing? preprocessing, DiagnosticBag remarks)
{
    /// <summary>All kinds, for messages.</summary>
    public const string Kinds = ".npy, raw data (.bin, .raw, .dat), .pb, folders with input_N.pb or input_N.npy, and pictures (.bmp, .png, .jpg)";

    private static readonly string[] Raw = [".bin", ".raw", ".dat"], Extensions = [".npy", ".pb", .. Raw, .. ImageFile.Extensions];

    /// <summary>One input's part of a file: how many samples it holds, and how one is read.</summary>
    private sealed record Part(int Count, Func<int, Tensor> Read);

    /// <summary>The samples in a file.</summary>
    /// <exception cref="CompilationException">The file does not fit.</exception>
    public IEnumerable<FoundSample> Open(string path)
    {
        if (!Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()))
            throw new CompilationException(DiagnosticCodes.UnknownSampleKind, $"'{Path.GetExtension(path)}' is no kind of sample", new(path), $"samples are {Kinds}");
        if (inputs.Count != 1)
            throw new CompilationException(DiagnosticCodes.SampleMismatch, $"the model has {inputs.Count} inputs, a file holds one", new(path), "make a folder for each sample, with input_0.npy, input_1.npy and so on, or files of the inputs' names");
        return Sources(path, [File(path, inputs[0].Type)]);
    }

    /// <summary>Whether a folder is a sample: it holds a file for the first input.</summary>
    public bool IsSample(string folder) => Find(folder, 0) is not null;

    /// <summary>The sample in a folder with a file for each input, or as many samples as each of its files holds.</summary>
    /// <exception cref="CompilationException">A file is missing or does not fit.</exception>
    public IEnumerable<FoundSample> OpenFolder(string folder)
    {
        var parts = inputs.Select((input, i) => File(
            Find(folder, i) ?? throw new CompilationException(DiagnosticCodes.SampleMismatch, $"nothing for input '{input.Name}'", new(folder), $"a file input_{i}.npy, input_{i}.pb or '{input.Name}.npy' is needed"),
            input.Type)).ToArray();
        if (parts.Any(p => p.Count != parts[0].Count)) throw new CompilationException(DiagnosticCodes.SampleMismatch, $"the inputs' files hold {string.Join(", ", parts.Select(p => p.Count))} samples", new(folder));
        return Sources(folder, parts);
    }

    private static IEnumerable<FoundSample> Sources(string path, Part[] parts)
    {
        string name = Path.TrimEndingDirectorySeparator(path);
        return Enumerable.Range(0, parts[0].Count).Select(n =>
        {
            string one = parts[0].Count == 1 ? name : $"{name}[{n}]";
            return new FoundSample(one, () => new(one, [.. parts.Select(p => p.Read(n))]));
        });
    }

    private string? Find(string folder, int input) =>
        (from stem in (string[])[$"input_{input}", inputs[input].Name]
         where stem.IndexOfAny(['/', '\\']) < 0 && stem.Length > 0
         from extension in Extensions
         let path = Path.Combine(folder, stem + extension)
         where System.IO.File.Exists(path)
         select path).FirstOrDefault();

    private Part File(string path, TensorType type)
    {
        string extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension == ".npy") return Npy(path, type);
        if (extension == ".pb") return Proto(path, type);
        return Raw.Contains(extension) ? Bytes(path, type) : Picture(path, type);
    }

    private static Part Npy(string path, TensorType type)
    {
        try
        {
            var (held, start) = NpyFile.ReadHeader(path);
            long length = FileBytes.Length(path) - start;
            if (length != held.Bytes) throw new CompilationException(DiagnosticCodes.SampleMismatch, $"the header says {held}, which is {held.Bytes} bytes; {length} are there", new(path));
            var fit = SampleFit.Of(held, type, path);
            return new(fit.Count, n => fit.Take(NpyFile.ReadPart(path, start + (fit.Bytes * n), fit.Bytes), path));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new CompilationException(DiagnosticCodes.SampleMismatch, e.Message, new(path));
        }
    }

    private static Part Proto(string path, TensorType type)
    {
        var fit = SampleFit.Of(TensorReader.ReadFile(path).Type, type, path);
        return new(fit.Count, n => fit.Take(TensorReader.ReadFile(path).Bytes.Slice(checked((int)(fit.Bytes * n)), fit.Bytes).ToArray(), path));
    }

    private static Part Bytes(string path, TensorType type)
    {
        long length = FileBytes.Length(path);
        if (length != type.Bytes)
            throw new CompilationException(DiagnosticCodes.SampleMismatch, $"{length} bytes; the input {type} takes {type.Bytes}", new(path), "raw files hold the elements of one input and nothing else");
        var fit = SampleFit.Of(type, type, path);
        return new(1, _ => fit.Take(System.IO.File.ReadAllBytes(path), path));
    }

    private Part Picture(string path, TensorType type)
    {
        var input = ImageInput.Of(type, preprocessing ?? new(), path);
        if (preprocessing is null) remarks.Note(DiagnosticCodes.BadPreprocessing, $"pictures become {type} with {input.Text}; --preprocess says otherwise");
        return new(1, _ =>
        {
            try
            {
                return input.Tensor(ImageFile.Decode(System.IO.File.ReadAllBytes(path)));
            }
            catch (InvalidDataException e)
            {
                throw new CompilationException(DiagnosticCodes.UnreadableImage, e.Message, new(path), "save the picture again, or leave it out");
            }
        });
    }
}
