namespace CompileModel.Runtime;

/// <summary>A file that is open for reading, and its size in bytes.</summary>
internal readonly unsafe struct InputFile
{
    public readonly byte* Path;
    public readonly long Size;
    private readonly int _file;

    public InputFile(byte* path)
    {
        Path = path;
        _file = Libc.open(path, Libc.ReadOnly, 0);
        Size = _file < 0 ? -1 : Libc.lseek(_file, 0, Libc.SeekEnd);
    }

    /// <summary>Whether the file could be opened and has a size.</summary>
    public bool IsOpen => Size >= 0;

    /// <summary>Reads a part of the file that must exist.</summary>
    public void Read(long offset, byte* destination, long bytes)
    {
        Libc.lseek(_file, offset, Libc.SeekSet);
        for (long done = 0; done < bytes;)
        {
            nint count = Libc.read(_file, destination + done, (nuint)(bytes - done));
            if (count <= 0)
                Failure.System("cannot read"u8, Path).Fail();
            done += count;
        }
    }

    public void Close() => Libc.close(_file);
}
