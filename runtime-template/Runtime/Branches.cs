using System;
using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>Branches that do not fit the shapes a model was compiled for.</summary>
internal static class Branches
{
    /// <summary>Ends a run that took one: a program with exit code 1, a .NET program with an exception.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Refuse(ReadOnlySpan<byte> reason)
    {
#if BARE
        Failure.Begin("the inputs choose a branch of the model that does not fit the shapes it was compiled for: "u8).Text(reason).Fail();
#else
        throw new InvalidOperationException("The inputs choose a branch of the model that does not fit the shapes it was compiled for: " + System.Text.Encoding.UTF8.GetString(reason));
#endif
    }
}
