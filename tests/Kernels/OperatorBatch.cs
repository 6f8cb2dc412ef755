using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Winograd;
using CompileModel.Reference;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Operators lowered to kernels, compiled together, run, and compared with the reference interpreter: in this process on guarded memory where the machine can, else as one
/// program in an emulator.
/// </summary>
internal sealed class OperatorBatch
{
    private readonly KernelBatch batch;
    private readonly EmulatedProgram? program;
    private readonly List<(string Name, Action<IReadOnlyDictionary<string, Tensor>> Check)> checks = [];

    /// <summary>A batch for one target.</summary>
    public OperatorBatch(string target)
    {
        batch = new KernelBatch(TargetProfiles.Load(target));
        program = KernelBatch.RunnableTargets.Contains(target) ? null : new(batch.Target);
    }

    /// <summary>The targets that kernels are tested for: all vector widths.</summary>
    public static IEnumerable<string> Targets => [.. KernelBatch.RunnableTargets, "cortex-a53"];

    /// <summary>Adds an operator on operands, of which those in <paramref name="constant"/> are known at compile time.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="inputs">Operands.</param>
    /// <param name="tolerance">Allowed difference, absolute and relative to the reference.</param>
    /// <param name="parts">Ranges that the units are split into.</param>
    /// <param name="constant">Indexes of constant operands.</param>
    /// <param name="outputs">Number of results.</param>
    /// <param name="form">How a convolution is computed, when not directly.</param>
    public void Add(Operator op, Tensor[] inputs, double tolerance = 0, int parts = 2, int[]? constant = null, int outputs = 1, WinogradForm? form = null)
    {
        var values = inputs.Select((t, i) => new Value($"in{i}", t.Type)).ToArray();
        var constants = (constant ?? []).Where(i => i < inputs.Length).ToDictionary(i => values[i], i => inputs[i]);
        var types = op.Infer(new InferenceContext([.. inputs.Select(t => t.Type)], [.. values.Select(constants.GetValueOrDefault)], outputs));
        var results = types.Select((t, i) => new Value($"out{i}", t)).ToArray();
        var node = new Node(op, [.. values], [.. results], []);
        var graph = new Graph("case", Stage.Fused, values.Where(v => !constants.ContainsKey(v)), results.Select(r => new GraphOutput(r.Name, r)), [node],
            System.Collections.Immutable.ImmutableDictionary.CreateRange(constants));
        string name = $"{form} {op}({string.Join(", ", inputs.Select(t => t.Type))})";
        if (program is not null)
        {
            string[] names = program.Add(op, inputs, types, form);
            checks.Add((name, results => Compare(name, Evaluators.Evaluate(op, inputs, types), i => results[names[i]], tolerance)));
            return;
        }
        var plan = Lowerings.Lower(graph, node, batch.Target, form is null ? null : new Dictionary<Node, WinogradForm> { [node] = form }) ?? throw new InvalidOperationException($"no kernel for {name}");
        var cases = plan.Steps.Select(s => batch.Add(s.Template, [.. s.Inputs.Select(i => Layout.Dense(i.Type))], [.. s.Outputs.Select(o => Layout.Dense(o.Type))])).ToArray();
        checks.Add((name, _ => Check(name, plan, cases, inputs, Evaluators.Evaluate(op, inputs, types), tolerance, parts)));
    }

    /// <summary>Runs all cases.</summary>
    public void Run()
    {
        var results = program?.Run() ?? new Dictionary<string, Tensor>();
        foreach (var (name, check) in checks)
        {
            try
            {
                check(results);
            }
            catch (System.Reflection.TargetInvocationException e)
            {
                throw new InvalidOperationException(name, e.InnerException);
            }
        }
    }

    private static void Check(string name, KernelPlan plan, KernelCase[] cases, Tensor[] inputs, Tensor[] expected, double tolerance, int parts)
    {
        var values = new Dictionary<PlanValue, Array>();
        foreach (var (step, kernel) in plan.Steps.Zip(cases))
        {
            var results = kernel.Run([.. step.Inputs.Select(Resolve)], parts);
            for (int i = 0; i < results.Length; i++) values[step.Outputs[i]] = results[i];
        }
        Compare(name, expected, o => ToTensor(expected[o].Type, values.First(v => v.Key is PlanValue.NodeOutput n && n.Index == o).Value), tolerance);

        Array Resolve(PlanValue value) => value switch
        {
            PlanValue.NodeInput input => ToArray(inputs[input.Index]),
            PlanValue.Constant constant => ToArray(constant.Data),
            _ => values[value],
        };
    }

    private static void Compare(string name, Tensor[] expected, Func<int, Tensor> actual, double tolerance)
    {
        for (int o = 0; o < expected.Length; o++)
        {
            var tensor = actual(o);
            for (int i = 0; i < expected[o].Count; i++)
            {
                double want = expected[o].AsDouble(i), got = tensor.AsDouble(i);
                bool same = want.Equals(got) || want == got || Math.Abs(want - got) <= tolerance * (1 + Math.Abs(want));
                Assert.True(same, $"{name}: element {i} of output {o} is {got:R}, expected {want:R}");
            }
        }
    }

    private static Array ToArray(Tensor tensor) => tensor.Element switch
    {
        ElementType.Float32 => tensor.Span<float>().ToArray(),
        ElementType.Float64 => tensor.Span<double>().ToArray(),
        ElementType.Int32 => tensor.Span<int>().ToArray(),
        ElementType.Int64 => tensor.Span<long>().ToArray(),
        ElementType.Int16 => tensor.Span<short>().ToArray(),
        ElementType.UInt16 or ElementType.Float16 or ElementType.BFloat16 => tensor.Span<ushort>().ToArray(),
        ElementType.Int8 => tensor.Span<sbyte>().ToArray(),
        ElementType.UInt32 => tensor.Span<uint>().ToArray(),
        ElementType.UInt64 => tensor.Span<ulong>().ToArray(),
        _ => tensor.Span<byte>().ToArray(),
    };

    private static Tensor ToTensor(TensorType type, Array data)
    {
        var bytes = new byte[Buffer.ByteLength(data)];
        Buffer.BlockCopy(data, 0, bytes, 0, bytes.Length);
        return new Tensor(type, bytes);
    }
}
