using CompileModel.IR;

namespace CompileModel.Kernels.Builder;

public sealed partial class RoutineBuilder
{
    /// <summary>A counting loop; nothing is written for an empty constant range, and no loop around a single pass.</summary>
    public void For(string name, Int from, Int to, Int step, Action<Int> body)
    {
        if (from.Constant is { } f && to.Constant is { } t)
        {
            if (f >= t)
                return;
            if (step.Constant is { } s && f + s >= t)
            {
                Scope(() => body(f));
                return;
            }
        }
        var local = Unique(name);
        Line($"for (nint {local} = {from}; {local} < {to}; {local} {(step.Constant == 1 ? "+= 1" : $"+= {step}")})".Replace(" += 1)", "++)", StringComparison.Ordinal));
        Braces(() => body(Int.Name(local)));
    }

    /// <summary>A counting loop by one.</summary>
    public void For(string name, Int from, Int to, Action<Int> body) => For(name, from, to, 1, body);

    /// <summary>A loop over the units of this kernel.</summary>
    public void ForUnits(string name, Action<Int> body) => For(name, From, To, 1, body);

    /// <summary>Repeats the body <paramref name="count"/> times; when the count is known at run time only, it is at least 1 (the loop tests at its end).</summary>
    public void Repeat(string name, Int count, Action body) => Repeat(name, count, countDown =>
    {
        body();
        countDown();
    });

    /// <summary>As <see cref="Repeat(string, Int, Action)"/>; the body says once where the count goes down, which in-order cores want away from the test.</summary>
    public void Repeat(string name, Int count, Action<Action> body)
    {
        if (count.Constant == 0)
            return;
        if (count.Constant == 1)
        {
            Scope(() => body(() => { }));
            return;
        }
        var local = Unique(name);
        Line($"nint {local} = {count};");
        Line("do");
        Open();
        body(() => Line($"{local}--;"));
        Close($"}} while ({local} != 0);");
    }

    /// <summary>As <see cref="Repeat(string, Int, Action)"/>, but the count may be 0 at run time.</summary>
    public void RepeatIfAny(string name, Int count, Action body) => RepeatIfAny(name, count, countDown =>
    {
        body();
        countDown();
    });

    /// <summary>As <see cref="Repeat(string, Int, Action{Action})"/>, but the count may be 0 at run time.</summary>
    public void RepeatIfAny(string name, Int count, Action<Action> body)
    {
        if (count.Constant is not null)
            Repeat(name, count, body);
        else
            If($"{count} > 0", () => Repeat(name, count, body));
    }

    /// <summary>Repeats the body until it writes <see cref="Break"/>.</summary>
    public void Loop(Action body)
    {
        Line("while (true)");
        Braces(body);
    }

    /// <summary>Leaves the innermost loop.</summary>
    public void Break() => Line("break;");

    /// <summary>A conditional block; the condition comes from <see cref="Compare"/>.</summary>
    public void If(string condition, Action then, Action? otherwise = null)
    {
        Line($"if ({condition})");
        Braces(then);
        if (otherwise is null)
            return;
        Line("else");
        Braces(otherwise);
    }

    /// <summary>A block for where a is less than b; no condition is written when it is known.</summary>
    public void IfLess(Int a, Int b, Action then)
    {
        if (a.Constant is not { } x || b.Constant is not { } y)
            If(Compare(a, "<", b), then);
        else if (x < y)
            then();
    }

    /// <summary>The C# text of an integer comparison: one of &lt; &lt;= &gt; &gt;= == !=.</summary>
    public static string Compare(Int a, string comparison, Int b) => $"{a} {comparison} {b}";

    /// <summary>A block of its own in braces.</summary>
    public void Scope(Action body)
    {
        var outer = _block;
        _block = outer.Nest(0);
        body();
        _block = outer;
    }

    /// <summary>A named local integer, which <see cref="Set(Int, Int)"/> can change.</summary>
    public Int Let(string name, Int value)
    {
        var local = Unique(name);
        Line($"nint {local} = {value};", StatementKind.Integer);
        return Int.Name(local);
    }

    /// <summary>A named local pointer, which <see cref="Advance"/> can move.</summary>
    public Ptr Let(string name, Ptr value)
    {
        var local = Unique(name);
        Line($"var {local} = {value};", StatementKind.Integer);
        return new Ptr(local, 0, value.Type);
    }

    /// <summary>A named local pointer: one of two, by a condition that <see cref="Compare"/> gave.</summary>
    public Ptr Choose(string name, string condition, Ptr then, Ptr otherwise)
    {
        var local = Unique(name);
        Line($"var {local} = {condition} ? {then} : {otherwise};");
        return new Ptr(local, 0, then.Type);
    }

    /// <summary>A named local pointer of another element type to the same address.</summary>
    public Ptr Cast(string name, Ptr value, ElementType type)
    {
        var local = Unique(name);
        Line($"var {local} = ({Isas.ScalarIsa.CSharpType(type)}*)({value});");
        return new Ptr(local, 0, type);
    }

    /// <summary>Changes a local integer.</summary>
    public void Set(Int local, Int value) => Line($"{local} = {value};");

    /// <summary>Moves a local pointer by elements.</summary>
    public void Advance(Ptr local, Int elements)
    {
        if (elements.Constant != 0)
            Line($"{local.Name} += {elements};", StatementKind.Integer);
    }

    /// <summary>Points a local pointer elsewhere.</summary>
    public void Set(Ptr local, Ptr value) => Line($"{local.Name} = {value};", StatementKind.Integer);

    /// <summary>Constants asked for inside <paramref name="body"/> become locals here, in front of it (and of the loops inside it).</summary>
    public void HoistConstants(Action body)
    {
        _constants.Push(new ConstantScope(_block.Nest(0)));
        body();
        _constants.Pop();
    }

    /// <summary>
    /// Constants asked for inside <paramref name="body"/>, which has one <see cref="Scheduled"/> piece that asks for them, lie in memory: they are loaded where that piece wants them. For loops
    /// that take all registers, where the compiler of the emitted code would save a constant and load it again just in front of its use.
    /// </summary>
    public void KeepConstants(Action body)
    {
        _constants.Push(new ConstantScope(_block.Nest(0), IsMemory: true));
        body();
        _constants.Pop();
    }

    private void Braces(Action body)
    {
        Open();
        body();
        Close("}");
    }

    private void Open()
    {
        if (_recorded is not null)
            throw new InvalidOperationException("a block inside straight-line code");
        Line("{");
        _outer.Push(_block);
        _block = _block.Nest(1);
    }

    private void Close(string text)
    {
        _block = _outer.Pop();
        Line(text);
    }

    private readonly Stack<CodeBlock> _outer = new();

    private sealed record ConstantScope(CodeBlock Place, bool IsMemory = false)
    {
        public Dictionary<string, Vec> Known { get; } = new(StringComparer.Ordinal);
    }
}
