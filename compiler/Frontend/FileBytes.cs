using CompileModel.Diagnostics;

namespace CompileModel.Frontend;

/// <summary>Reads whole files of the user.</summary>
internal static class FileBytes
{
    /// <summary>How many bytes a file has; of a link, the file behind it.</summary>
    public static long Length(string path)
    {
        using var file = File.OpenHandle(path);
        return RandomAccess.GetLength(file);
    }

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="CompilationException">The file is missing, too large or cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            if (Directory.Exists(path)) throw new IOException("it is a folder");
            if (new FileInfo(path) is { Exists: true, Length: > int.MaxValue - 64 }) throw new IOException("it is larger than 2 GB");
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string reason = e is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : e.Message;
            throw new CompilationException(DiagnosticCodes.FileNotReadable, $"cannot read '{path}': {reason}");
        }
    }
}
