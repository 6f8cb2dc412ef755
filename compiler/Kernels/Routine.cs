using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels;

/// <summary>
/// One emitted C# method of the class Kernels. Routines are value-equal and their name says all that their code depends on, so that equal
/// layers share one method.
/// </summary>
public abstract record Routine
{
    /// <summary>Unique C# name; the same name always means the same code.</summary>
    public abstract string Name { get; }

    /// <summary>The file it is emitted to: Kernels/Family.g.cs.</summary>
    public abstract string Family { get; }

    /// <summary>One line for a person who reads the emitted code; XML-escaped when written.</summary>
    public abstract string Summary { get; }

    /// <summary>For a kernel: one pointer for each input, then one for each output; the unit range is added. For a helper: anything.</summary>
    public abstract IReadOnlyList<RoutineParameter> Parameters { get; }

    /// <summary>How many independent pieces of work a kernel has, that threads can share; 0 for a helper without a unit range.</summary>
    public virtual int Units => 0;

    /// <summary>Bytes of memory that one call of a kernel works in; the parameter <c>scratch</c> points to them, 64-byte aligned, and no other thread has the same.</summary>
    public virtual long ScratchBytes => 0;

    /// <summary>Parameters with the scratch memory and the unit range.</summary>
    public IEnumerable<RoutineParameter> AllParameters => Units == 0 ? Parameters
        : (ScratchBytes == 0 ? Parameters : Parameters.Append(RoutineParameter.Pointer("scratch"))).Append(RoutineParameter.Integer("from")).Append(RoutineParameter.Integer("to"));

    /// <summary>Writes the body.</summary>
    public abstract void Emit(RoutineBuilder b);
}
