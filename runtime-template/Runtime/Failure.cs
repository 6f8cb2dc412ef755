using System;
using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>Errors of the user: one line on standard error, then exit code 1.</summary>
internal static class Failure
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Line Begin(ReadOnlySpan<byte> text) => new Line(2).Text("error: "u8).Text(text);

    /// <summary>Begins a complaint about input number <paramref name="input"/> and the file given for it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe Line Input(int input, byte* path)
        => Begin("input '"u8).Text(CompiledModel.ModelInfo.InputName(input)).Text("' ("u8).Text(path).Text("): "u8);

    /// <summary>Ends a complaint about an input with what would have been right.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ExpectInput(Line line, int input)
        => line.Text("; expected "u8).Tensor(CompiledModel.ModelInfo.InputType(input), CompiledModel.ModelInfo.InputShape(input)).Fail();

    /// <summary>Begins a complaint about a file that the system refused, with the system's own words.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe Line System(ReadOnlySpan<byte> action, byte* path)
    {
        byte* reason = Libc.strerror(*Libc.__errno_location());
        return Begin(action).Text(" '"u8).Text(path).Text("': "u8).Text(reason);
    }
}
