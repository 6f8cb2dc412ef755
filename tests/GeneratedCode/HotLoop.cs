namespace CompileModel.Tests.GeneratedCode;

/// <summary>An innermost loop that multiplies and adds vectors.</summary>
/// <param name="Function">The function it is in.</param>
/// <param name="Body">From the target of the backward jump to the jump.</param>
internal sealed record HotLoop(string Function, Instruction[] Body)
{
    /// <summary>Vector multiply-adds for each instruction.</summary>
    public double Density => (double)MultiplyAdds / Body.Length;

    /// <summary>Number of vector multiply-adds.</summary>
    public int MultiplyAdds => Body.Count(i => i.IsMultiplyAdd);

    /// <summary>The innermost loops of a function that have a vector multiply-add.</summary>
    public static IEnumerable<HotLoop> Of(string function, Instruction[] code)
    {
        var loops = code.Select((jump, end) => (Start: jump.JumpTarget is { } target && target <= jump.Address ? Array.FindIndex(code, i => i.Address == target) : -1, End: end))
            .Where(l => l.Start >= 0).ToArray();
        return loops.Where(l => !loops.Any(inner => inner != l && inner.Start >= l.Start && inner.End <= l.End))
            .Select(l => new HotLoop(function, code[l.Start..(l.End + 1)])).Where(l => l.MultiplyAdds > 0);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Function}: {MultiplyAdds} multiply-adds in {Body.Length} instructions\n    {string.Join("\n    ", (object[])Body)}";
}
