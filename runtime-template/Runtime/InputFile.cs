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

    private InputFile(byte* name, int file)
    {
        Path = name;
        Size = long.MaxValue;
        _file = file;
    }

    /// <summary>Standard input, whose size is not known.</summary>
    public static InputFile StandardInput(byte* name) => new(name, 0);

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

    /// <summary>Goes to a byte of the file.</summary>
    public void Seek(long offset) => Libc.lseek(_file, offset, Libc.SeekSet);

    /// <summary>Reads on from where the file is; false when it has ended there. A part of what is asked for is an error.</summary>
    public bool ReadNext(byte* destination, long bytes)
    {
        for (long done = 0; done < bytes;)
        {
            nint count = Libc.read(_file, destination + done, (nuint)(bytes - done));
            if (count < 0)
                Failure.System("cannot read"u8, Path).Fail();
            if (count == 0 && done > 0)
                Failure.Begin("'"u8).Text(Path).Text("' ends inside of a frame of "u8).Number(bytes).Text(" bytes"u8).Fail();
            if (count == 0)
                return false;
            done += count;
        }

        return true;
    }

    public void Close() => Libc.close(_file);
}
