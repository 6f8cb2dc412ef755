using CompileModel.IR;
using CompileModel.Kernels;

namespace CompileModel.Passes.Planning;

/// <summary>Where a value lies.</summary>
/// <param name="Base">What the offset is counted from.</param>
/// <param name="Index">Which graph input or output; 0 for the arena and the weights.</param>
/// <param name="Offset">Bytes from the base to element 0.</param>
/// <param name="Layout">Element type, dimensions and strides.</param>
public sealed record Storage(StorageBase Base, int Index, long Offset, Layout Layout)
{
    /// <summary>Bytes from the first to behind the last element, gaps included.</summary>
    public long Extent => (long)Layout.Extent * Layout.Type.Size();

    /// <summary>For instance <c>arena+1024</c> or <c>input0+0</c>.</summary>
    public override string ToString() => Base switch
    {
        StorageBase.Arena => $"arena+{Offset}",
        StorageBase.Weights => $"weights+{Offset}",
        StorageBase.Input => $"input{Index}+{Offset}",
        _ => $"output{Index}+{Offset}",
    };
}
