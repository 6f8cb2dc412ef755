using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// A piece of straight-line vector code that is first collected and then written: in the order it was collected for a core that reorders by itself, or so that the instructions of a cycle are
/// all used, by list scheduling for one that does not reorder. Values are numbers of operations.
/// </summary>
/// <param name="b">where it is written</param>
/// <param name="element">of the vectors: float32, int16, or int32</param>
internal sealed class StraightLine(RoutineBuilder b, ElementType element = ElementType.Float32) : IArithmetic<int>
{
    // Cycles of an in-order core (Cortex-A53) until a result can be used: loads, additions, products; a sum that only goes on to be added to is there earlier.
    private const int LoadLatency = 5, AddLatency = 4, ProductLatency = 8, LoadCycles = 2;

    // Instructions of a cycle that an operation takes where pipes are half a vector wide.
    private const int AddSlots = 2, StoreSlots = 3;

    private readonly List<Operation> _operations = [];
    private readonly Dictionary<(int Value, double Factor), int> _products = [];

    private sealed record Operation(int[] Operands, Func<Vec[], Vec?> Write, int Latency, bool IsMemory, int Accumulator = -1, int Slots = 1);

    /// <inheritdoc/>
    public int Add(int x, int y) => Collect(new([x, y], v => b.Add(v[0], v[1]), AddLatency, false, Slots: AddSlots));

    /// <inheritdoc/>
    public int Subtract(int x, int y) => Collect(new([x, y], v => b.Sub(v[0], v[1]), AddLatency, false, Slots: AddSlots));

    /// <inheritdoc/>
    public int MultiplyAdd(int sum, int value, double factor) => factor switch
    {
        1 => Add(sum, value),
        -1 => Subtract(sum, value),
        _ when element != ElementType.Float32 => factor < 0 ? Subtract(sum, Product(value, -factor)) : Add(sum, Product(value, factor)),
        < 0 => Collect(new([sum, value], v => b.Fnma(v[1], Factor(-factor), v[0]), ProductLatency, false, sum)),
        _ => Collect(new([sum, value], v => b.Fma(v[1], Factor(factor), v[0]), ProductLatency, false, sum)),
    };

    /// <summary>The sum of halves of vectors of 8 or 16 bits times factors, in elements of twice the width; sums must not overflow. Factors of values that are not there are 0.</summary>
    public int WideSum(IReadOnlyList<int> factors, IReadOnlyList<int> halves)
    {
        // Shifts and additions issue beside products.
        static int Rank(int factor) => int.IsPow2(factor) ? factor > 1 ? 0 : 1 : 2;
        var sum = -1;
        foreach (var (factor, half) in factors.Zip(halves).Where(t => t.First != 0).OrderBy(t => Rank(t.First)))
        {
            sum = sum >= 0 ? Apply([sum, half], v => Math.Abs(factor) == 1 ? b.AddHalf(v[0], v[1], factor < 0, "wide") : b.MultiplyWideAdd(v[0], v[1], b.HalfConstant(v[1].Type, Math.Abs(factor)), factor < 0, "wide"))
                : Apply([half], v => int.IsPow2(factor) ? b.ShiftLeftWide(v[0], int.Log2(factor), "wide") : b.MultiplyWide(v[0], b.HalfConstant(v[0].Type, factor), "wide"));
        }
        return sum;
    }

    /// <summary>A value from memory.</summary>
    public int Load(Func<Vec> write) => Collect(new([], _ => write(), LoadLatency, true));

    /// <summary>A value computed from others.</summary>
    public int Apply(int[] operands, Func<Vec[], Vec> write) => Collect(new(operands, v => write(v), AddLatency, false));

    /// <summary>A value to memory.</summary>
    public void Store(int value, Action<Vec> write) => Collect(new([value], v =>
    {
        write(v[0]);
        return null;
    }, 0, true, Slots: StoreSlots));

    /// <summary>Writes everything collected so far.</summary>
    /// <param name="isOrdered">whether it stays as it was collected on any core</param>
    public void Write(bool isOrdered = false)
    {
        var values = new Vec[_operations.Count];
        foreach (var i in isOrdered ? Enumerable.Range(0, _operations.Count) : b.Target.Issue.InOrder ? Schedule() : b.Target.Issue.HalfPipes ? Pack() : Enumerable.Range(0, _operations.Count))
        {
            if (_operations[i].Write([.. _operations[i].Operands.Select(o => values[o])]) is { } value)
                values[i] = value;
        }
    }

    // The operation that can start first is next; of several, the one with the longest way to the end.
    private List<int> Schedule()
    {
        var height = new int[_operations.Count];
        for (var i = _operations.Count - 1; i >= 0; i--)
        {
            foreach (var operand in _operations[i].Operands)
                height[operand] = Math.Max(height[operand], height[i] + Latency(i, operand));
        }
        var ready = new int[_operations.Count];
        var (order, left, memory, arithmetic) = (new List<int>(), Enumerable.Range(0, _operations.Count).ToList(), 0, 0);
        var done = new bool[_operations.Count];
        while (left.Count > 0)
        {
            int Start(int i) => Math.Max(_operations[i].IsMemory ? memory : arithmetic, _operations[i].Operands.Select(o => ready[o] - (Latency(o) - Latency(i, o))).DefaultIfEmpty().Max());
            var next = left.Where(i => _operations[i].Operands.All(o => done[o])).OrderBy(Start).ThenByDescending(i => height[i]).ThenBy(i => i).First();
            var start = Start(next);
            ready[next] = start + _operations[next].Latency;
            if (_operations[next].IsMemory)
                memory = start + (_operations[next].Latency > 0 ? LoadCycles : 1);
            else
                arithmetic = start + 1;
            done[next] = true;
            order.Add(next);
            left.Remove(next);
        }
        return order;
    }

    // Of the operations that can be next, the first of those that take most of what is left of the instructions of a cycle.
    private List<int> Pack()
    {
        var (order, left, free) = (new List<int>(), Enumerable.Range(0, _operations.Count).ToList(), b.Target.Issue.Width);

        // A sum that is read again is copied first.
        int Slots(int i) => _operations[i].Slots + (_operations[i].Accumulator is >= 0 and var sum && left.Any(other => other != i && _operations[other].Operands.Contains(sum)) ? 1 : 0);
        while (left.Count > 0)
        {
            var ready = left.Where(i => !_operations[i].Operands.Any(left.Contains)).ToArray();
            if (ready.All(i => Slots(i) > free))
                free = b.Target.Issue.Width;
            var next = ready.Where(i => Slots(i) <= free).MaxBy(Slots);
            free -= Slots(next);
            order.Add(next);
            left.Remove(next);
        }
        return order;
    }

    private int Latency(int operation) => _operations[operation].Latency;

    private int Latency(int user, int operand) => _operations[user].Accumulator == operand && _operations[operand].Accumulator >= 0 ? AddLatency : _operations[operand].Latency;

    private Vec Factor(double value) => b.Constant(element, value);

    private int Product(int value, double factor) => _products.TryGetValue((value, factor), out var known) ? known : _products[(value, factor)] = Apply([value], v => int.IsPow2((int)factor) ? b.ShiftLeft(v[0], int.Log2((int)factor)) : b.Mul(v[0], Factor(factor)));

    private int Collect(Operation operation)
    {
        _operations.Add(operation);
        return _operations.Count - 1;
    }
}
