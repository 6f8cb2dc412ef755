using System.Formats.Tar;
using System.IO.Compression;
using CompileModel.Cli.Verification;
using CompileModel.Diagnostics;
using CompileModel.Frontend;

namespace CompileModel.Cli.Conformance;

/// <summary>One case of an ONNX backend-test suite: a folder with <c>model.onnx</c> and <c>test_data_set_N</c>.</summary>
/// <param name="Name">Folder relative to the suite, for instance <c>node/test_abs</c>.</param>
/// <param name="Folder">The folder.</param>
public sealed record ConformanceCase(string Name, string Folder)
{
    private const string ModelFile = "model.onnx";

    /// <summary>The model.</summary>
    public string Model => Path.Combine(Folder, ModelFile);

    /// <summary>Reads the first data set.</summary>
    /// <exception cref="CompilationException">It is missing or holds what is no tensor, sequence or optional.</exception>
    public TestDataSet Data() => TestDataSet.Load(Folder, ModelForms.Read(Model))[0];

    /// <summary>All cases below a folder, by name.</summary>
    /// <exception cref="CompilationException">There are none.</exception>
    public static IReadOnlyList<ConformanceCase> Find(string folder)
    {
        if (!Directory.Exists(folder)) throw new CompilationException(DiagnosticCodes.BadTestData, "no such folder or archive", new(folder), "name an ONNX backend-test folder or a .tar.gz of one");
        var cases = Directory.GetFiles(folder, ModelFile, SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f)!)
            .Select(d => new ConformanceCase(Path.GetRelativePath(folder, d).Replace('\\', '/'), d)).OrderBy(c => c.Name, StringComparer.Ordinal).ToArray();
        return cases.Length > 0 ? cases : throw new CompilationException(DiagnosticCodes.BadTestData, $"no {ModelFile} below it", new(folder), "name an ONNX backend-test folder or a .tar.gz of one");
    }

    /// <summary>Unpacks an archive.</summary>
    /// <exception cref="CompilationException">It is no .tar.gz.</exception>
    public static void Unpack(string archive, string folder)
    {
        try
        {
            using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(stream, folder, overwriteFiles: false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or FormatException)
        {
            throw new CompilationException(DiagnosticCodes.BadTestData, $"not a .tar.gz archive, or damaged: {e.Message}", new(archive));
        }
    }
}
