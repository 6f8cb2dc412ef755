using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Loops;

/// <summary>A routine described by the template it comes from and the layouts of its operands: those say all that its code depends on.</summary>
public sealed record LoopRoutine : Routine
{
    private readonly string signature;
    private readonly Action<RoutineBuilder> body;

    /// <summary>A routine of <paramref name="template"/>; its name is a readable prefix and a hash of everything the code depends on.</summary>
    /// <param name="template">The template; its text form names all its parameters.</param>
    /// <param name="prefix">A short C# identifier.</param>
    /// <param name="summary">One line for a person.</param>
    /// <param name="inputs">Layouts of the inputs, parameters in0, in1, ...</param>
    /// <param name="outputs">Layouts of the outputs, parameters out0, out1, ...</param>
    /// <param name="units">Units of work, at least 1.</param>
    /// <param name="body">Writes the body.</param>
    public LoopRoutine(KernelTemplate template, string prefix, string summary, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs, int units, Action<RoutineBuilder> body)
    {
        this.body = body;
        signature = $"{template} {string.Join(' ', inputs.Concat(outputs).Select(Text))}";
        Name = $"{prefix}_{string.Join('x', Dims(outputs.Count > 0 ? outputs[0] : inputs[0]))}_{Hash(signature):x8}";
        (Family, Summary, Units) = (template.Family, summary, units);
        Parameters =
        [
            .. inputs.Select((l, i) => RoutineParameter.Pointer($"in{i}", l.Type)),
            .. outputs.Select((l, i) => RoutineParameter.Pointer($"out{i}", l.Type)),
        ];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Family { get; }

    /// <inheritdoc/>
    public override string Summary { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters { get; }

    /// <inheritdoc/>
    public override int Units { get; }

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b) => body(b);

    /// <inheritdoc/>
    public bool Equals(LoopRoutine? other) => other is not null && signature == other.signature;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Hash(signature);

    private static string Text(Layout layout) => $"{layout.Type.ShortName()}{layout.Dims}/{layout.Strides}";

    private static IEnumerable<int> Dims(Layout layout) => layout.Dims.Where(d => d != 1).DefaultIfEmpty(1);

    // FNV-1a; string.GetHashCode differs from run to run.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ c) * 16777619;
        return hash;
    }
}
