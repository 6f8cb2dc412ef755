using CompileModel.IR;
using CompileModel.Targets;

namespace CompileModel.Kernels;

/// <summary>The kernel chosen for a node, before the memory plan fixes where its operands lie. Value-equal.</summary>
public abstract record KernelTemplate
{
    /// <summary>Short name of the kernel for reports and profiles.</summary>
    public abstract string Family { get; }

    /// <summary>Why there is no vector kernel, for the report; null when there is one.</summary>
    public virtual string? ScalarReason => null;

    /// <summary>Whether the hot loop uses vector instructions.</summary>
    public bool IsVector => ScalarReason is null;

    /// <summary>Multiply-accumulates for these operands.</summary>
    public virtual long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => 0;

    /// <summary>Bytes that are read and written for these operands.</summary>
    public virtual long Bytes(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => inputs.Concat(outputs).Sum(l => (long)l.Count * l.Type.Size());

    /// <summary>Whether an operand (inputs first, then outputs) may be a strided view: outer strides bigger than dense, innermost stride 1.</summary>
    public virtual bool AcceptsView(int operand) => false;

    /// <summary>Whether the output may lie where the input does: each index is read before it is written.</summary>
    public virtual bool MayAlias(int input, int output) => false;

    /// <summary>The method for these operands; all shapes and strides become constants of it.</summary>
    public abstract Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs);
}
