using CompileModel.IR;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Builder;

/// <summary>
/// Writes one C# method statement by statement. Generators describe loops, pointers and vectors; how an operation is spelled is the ISA's matter.
/// Every vector operation becomes one named local, so that values are computed once and the order of statements is the order of instructions.
/// </summary>
public sealed partial class RoutineBuilder
{
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Stack<ConstantScope> _constants = new();
    private CodeBlock _block;

    /// <summary>Starts an empty method body.</summary>
    public RoutineBuilder(KernelModule module, Routine routine)
    {
        Module = module;
        Routine = routine;
        Isa = module.VectorIsa;
        Root = _block = new CodeBlock();
        foreach (var parameter in routine.AllParameters)
            _names[parameter.Name] = 1;
    }

    /// <summary>Where called routines are collected.</summary>
    public KernelModule Module { get; }

    /// <summary>The method being written.</summary>
    public Routine Routine { get; }

    /// <summary>The target's facts.</summary>
    public TargetProfile Target => Module.Target;

    /// <summary>The instruction set in use; see <see cref="UseScalar"/>.</summary>
    public Isa Isa { get; private set; }

    internal CodeBlock Root { get; }

    /// <summary>Lanes of a value of this type now.</summary>
    public int Lanes(ElementType type) => Isa.Lanes(type);

    /// <summary>Writes what <paramref name="body"/> describes with one-lane values: for element types without vector support.</summary>
    public void UseScalar(Action body) => UseIsa(ScalarIsa.Instance, body);

    /// <summary>Writes what <paramref name="body"/> describes with another instruction set of the same processor.</summary>
    public void UseIsa(Isa isa, Action body)
    {
        var before = Isa;
        Isa = isa;
        body();
        Isa = before;
    }

    /// <summary>The first parameter of this name as a pointer.</summary>
    public Ptr Pointer(string parameter)
    {
        var p = Routine.AllParameters.First(p => p.Name == parameter);
        return new Ptr(p.Name, 0, p.Pointee ?? throw new InvalidOperationException($"parameter {parameter} of {Routine.Name} is no pointer"));
    }

    /// <summary>An integer parameter, or any local integer, by name.</summary>
    public static Int Integer(string name) => Int.Name(name);

    /// <summary>The first unit to compute.</summary>
    public Int From => Int.Name("from");

    /// <summary>One past the last unit to compute.</summary>
    public Int To => Int.Name("to");

    /// <summary>A comment line.</summary>
    public void Comment(string text) => Line("// " + text);

    /// <summary>An empty line.</summary>
    public void Blank() => Line("");

    /// <summary>A C# identifier that is not taken yet in this method.</summary>
    public string Unique(string name)
    {
        if (_names.TryAdd(name, 1))
            return name;
        string candidate;
        do
            candidate = $"{name}_{_names[name]++}";
        while (!_names.TryAdd(candidate, 1));
        return candidate;
    }

    /// <summary>Calls another routine of the module, which is emitted once by name.</summary>
    public void Call(Routine routine, params IEnumerable<object> arguments)
        => Line($"{Module.Require(routine)}({string.Join(", ", arguments.Select(a => a.ToString()))});");

    private void Line(string text, StatementKind kind = StatementKind.Arithmetic)
    {
        if (_recorded is null)
            _block.Add(text);
        else
            _recorded.Add(new Statement(text, kind));
    }

    private Vec Define(string name, string expression, ElementType type, ElementType? width = null, StatementKind kind = StatementKind.Arithmetic)
    {
        var local = Unique(name);
        Line($"var {local} = {expression};", kind);
        return new Vec(local, type, width ?? type);
    }
}
