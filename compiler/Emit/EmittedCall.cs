using CompileModel.IR;
using CompileModel.Kernels;

namespace CompileModel.Emit;

/// <summary>One kernel call as it is written: the bound routine and the addresses of its operands.</summary>
/// <param name="Node">The lowered node.</param>
/// <param name="Template">The kernel that was chosen.</param>
/// <param name="Routine">The kernel for these layouts.</param>
/// <param name="Arguments">One C# pointer expression an operand, in the order of the routine's parameters.</param>
/// <param name="Constants">Operands that are weights.</param>
/// <param name="IsShared">Whether threads share the call.</param>
/// <param name="Info">What the profile shows.</param>
public sealed record EmittedCall(Node Node, KernelTemplate Template, Routine Routine, IReadOnlyList<string> Arguments, IReadOnlySet<Value> Constants, bool IsShared, LayerInfo Info)
{
    /// <summary>Arguments with the scratch memory and the unit range.</summary>
    public IEnumerable<string> AllArguments => (Routine.ScratchBytes == 0 ? Arguments : Arguments.Append("(float*)m->Scratch")).Append("from").Append("to");
}
