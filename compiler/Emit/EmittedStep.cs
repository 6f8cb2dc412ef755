using CompileModel.IR;

namespace CompileModel.Emit;

/// <summary>A step of the schedule. Addresses are C# expressions of type byte*.</summary>
public abstract record EmittedStep
{
    /// <summary>Number <paramref name="Index"/> of the model's kernel calls.</summary>
    public sealed record Call(int Index) : EmittedStep;

    /// <summary>One of two bodies, by the bool at an address.</summary>
    public sealed record Branch(Node Node, string Condition, EmittedBody Then, EmittedBody Else) : EmittedStep;

    /// <summary>A body again and again.</summary>
    /// <param name="Node">The lowered node.</param>
    /// <param name="Number">Of the loop in the model.</param>
    /// <param name="Body">One trip.</param>
    /// <param name="Trips">Number of trips, or the largest one; -1 without a bound.</param>
    /// <param name="Limit">Address of the trip count, if there is one.</param>
    /// <param name="Condition">Address of the first condition, if there is one.</param>
    /// <param name="Next">Address of the condition that the body leaves, if it does.</param>
    /// <param name="Trip">Address of the number of the trip.</param>
    /// <param name="First">Copies of the first states.</param>
    /// <param name="Cut">Slices that are cut for each trip.</param>
    /// <param name="Advance">Copies of the next states.</param>
    /// <param name="Collect">Slices that each trip leaves.</param>
    public sealed record Loop(
        Node Node, int Number, EmittedBody Body, int Trips, string? Limit, string? Condition, string? Next, string Trip,
        IReadOnlyList<Copy> First, IReadOnlyList<Slice> Cut, IReadOnlyList<Copy> Advance, IReadOnlyList<Slice> Collect) : EmittedStep;

    /// <summary>A copy of dense data.</summary>
    public sealed record Copy(string To, string From, long Bytes);

    /// <summary>A dense slice of a dense tensor: <paramref name="Runs"/> runs of <paramref name="Bytes"/> bytes, one trip apart in the tensor.</summary>
    public sealed record Slice(string Part, string Whole, long Bytes, long Runs, long Step, bool IsBackwards);
}
