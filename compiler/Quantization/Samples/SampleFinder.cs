using System.Globalization;
using CompileModel.Diagnostics;

namespace CompileModel.Quantization.Samples;

/// <summary>Finds the samples in files and folders. Nothing is passed over in silence: what is no sample is an error, or a note where its name says that it is text.</summary>
/// <param name="files">Knows the kinds of files.</param>
/// <param name="remarks">Takes errors and notes.</param>
internal sealed class SampleFinder(SampleFiles files, DiagnosticBag remarks)
{
    private static readonly string[] Texts = [".txt", ".md", ".csv", ".json", ".yaml", ".yml", ".html"], TextNames = ["LICENSE", "README", "NOTICE", "COPYING"];
    private readonly List<FoundSample> found = [];

    /// <summary>The samples, in order.</summary>
    public IReadOnlyList<FoundSample> Found => found;

    /// <summary>Adds a file, or what a folder holds.</summary>
    public void Add(string path)
    {
        try
        {
            if (Directory.Exists(path)) AddFolder(path);
            else if (File.Exists(path)) found.AddRange(files.Open(path));
            else remarks.Error(DiagnosticCodes.NoSamples, "no such file or folder", new(path), "name files or folders that hold samples");
        }
        catch (Exception e) when (e is CompilationException or IOException or UnauthorizedAccessException)
        {
            if (e is CompilationException { Diagnostics: var all }) foreach (var d in all) remarks.Add(d);
            else remarks.Error(DiagnosticCodes.NoSamples, e.Message, new(path));
        }
    }

    private void AddFolder(string folder)
    {
        int before = found.Count, errors = remarks.Items.Count(d => d.Severity == Severity.Error);
        if (files.IsSample(folder)) found.AddRange(files.OpenFolder(folder));
        else
        {
            var sets = Directory.GetDirectories(folder, "test_data_set_*").OrderBy(Number).ToArray();
            var entries = sets.Length > 0 ? sets : [.. Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal)];
            foreach (string entry in entries)
            {
                string name = Path.GetFileName(entry);
                bool isText = Texts.Contains(Path.GetExtension(name).ToLowerInvariant()) || TextNames.Contains(name) || name.StartsWith('.');
                if (isText && !Directory.Exists(entry)) remarks.Note(DiagnosticCodes.UnknownSampleKind, "left out: it is no sample", new(entry));
                else Add(entry);
            }
        }
        if (found.Count == before && errors == remarks.Items.Count(d => d.Severity == Severity.Error))
            remarks.Error(DiagnosticCodes.NoSamples, "the folder holds no samples", new(folder), $"samples are {SampleFiles.Kinds}");
    }

    private static int Number(string folder) => int.TryParse(folder[(folder.LastIndexOf('_') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : int.MaxValue;
}
