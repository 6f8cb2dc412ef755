using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Builder;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>Every vector operation of the builder against one-lane C#, on every instruction set this machine executes.</summary>
public sealed class RoutineBuilderTests
{
    private sealed record Probe(VectorOp Op, bool IsBinary, ElementType In, ElementType Out, int Count) : KernelTemplate
    {
        public override string Family => "Probe";

        public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => new ProbeRoutine(this);
    }

    private sealed record ProbeRoutine(Probe Probe) : Routine
    {
        public override string Name => $"probe_{Probe.Op}_{Probe.In}_{Probe.Count}";

        public override string Family => "Probe";

        public override string Summary => "one operation";

        public override int Units => 1;

        public override IReadOnlyList<RoutineParameter> Parameters =>
            [RoutineParameter.Pointer("a", Probe.In), RoutineParameter.Pointer("b", Probe.In), RoutineParameter.Pointer("c", Probe.Out)];

        public override void Emit(RoutineBuilder b)
        {
            var lanes = b.Lanes(Probe.In);
            for (var i = 0; i < Probe.Count; i += lanes)
            {
                var count = Math.Min(lanes, Probe.Count - i);
                var (x, y) = (b.LoadPartial(b.Pointer("a") + i, count), b.LoadPartial(b.Pointer("b") + i, count));
                var r = Probe.IsBinary ? b.Apply(Probe.Op, x, y) : b.Apply(Probe.Op, x);
                if (r.IsMask)
                    r = b.Select(r, b.Constant(Probe.Out, 1), b.Constant(Probe.Out, 0));
                b.StorePartial(b.Pointer("c") + i, r, count);
            }
        }
    }

    public static TheoryData<string> Targets => [.. KernelBatch.RunnableTargets];

    [Theory]
    [MemberData(nameof(Targets))]
    public void OperationsAndTails(string target)
    {
        var batch = new KernelBatch(TargetProfiles.Load(target));
        var random = new Random(1);
        var cases = new List<(VectorOp Op, bool Binary, ElementType In, KernelCase Case, int Count)>();
        foreach (var op in Enum.GetValues<VectorOp>().Where(o => o < VectorOp.BitsToInt64))
        {
            foreach (var type in new[] { ElementType.Float32, ElementType.Int32 })
            {
                var binary = op <= VectorOp.Equal;
                var isFloat = type == ElementType.Float32;
                if (isFloat ? op is VectorOp.And or VectorOp.Or or VectorOp.Xor or VectorOp.Not or VectorOp.ToFloat32 or VectorOp.BitsToFloat32
                    : op is VectorOp.Divide or VectorOp.Abs or (>= VectorOp.Sqrt and <= VectorOp.Truncate) or VectorOp.ToInt32Nearest or VectorOp.ToInt32Truncate or VectorOp.BitsToInt32)
                    continue;
                var result = op is VectorOp.ToInt32Nearest or VectorOp.ToInt32Truncate or VectorOp.BitsToInt32 ? ElementType.Int32
                    : op is VectorOp.ToFloat32 or VectorOp.BitsToFloat32 ? ElementType.Float32 : type;
                for (var count = 1; count <= 33; count += count < 17 ? 1 : 16)
                {
                    Layout l = Layout.Dense(type, [count]);
                    cases.Add((op, binary, type, batch.Add(new Probe(op, binary, type, result, count), [l, l], Layout.Dense(result, [count])), count));
                }
            }
        }
        foreach (var (op, _, type, kernel, count) in cases)
        {
            Array a, b;
            if (type == ElementType.Float32)
            {
                float[] Values() => [.. Enumerable.Range(0, count).Select(i => i % 5 == 4 ? i : (float)(random.NextDouble() * 40 - (op == VectorOp.Sqrt ? 0 : 20)))];
                (a, b) = (Values(), Values());
            }
            else
            {
                int[] Values() => [.. Enumerable.Range(0, count).Select(_ => random.Next(-50, 50))];
                (a, b) = (Values(), Values());
            }
            var actual = kernel.Run([a, b])[0];
            for (var i = 0; i < count; i++)
                Assert.Equal(Expected(op, a.GetValue(i)!, b.GetValue(i)!), actual.GetValue(i));
        }
    }

    private static object Expected(VectorOp op, object a, object b) => (op, a, b) switch
    {
        (VectorOp.Add, float x, float y) => (object)(x + y),
        (VectorOp.Subtract, float x, float y) => x - y,
        (VectorOp.Multiply, float x, float y) => x * y,
        (VectorOp.Divide, float x, float y) => x / y,
        (VectorOp.Min, float x, float y) => MathF.Min(x, y),
        (VectorOp.Max, float x, float y) => MathF.Max(x, y),
        (VectorOp.Less, float x, float y) => x < y ? 1f : 0f,
        (VectorOp.LessOrEqual, float x, float y) => x <= y ? 1f : 0f,
        (VectorOp.Greater, float x, float y) => x > y ? 1f : 0f,
        (VectorOp.GreaterOrEqual, float x, float y) => x >= y ? 1f : 0f,
        (VectorOp.Equal, float x, float y) => x == y ? 1f : 0f,
        (VectorOp.Abs, float x, _) => MathF.Abs(x),
        (VectorOp.Negate, float x, _) => -x,
        (VectorOp.Sqrt, float x, _) => MathF.Sqrt(x),
        (VectorOp.Floor, float x, _) => MathF.Floor(x),
        (VectorOp.Ceiling, float x, _) => MathF.Ceiling(x),
        (VectorOp.Round, float x, _) => MathF.Round(x),
        (VectorOp.Truncate, float x, _) => MathF.Truncate(x),
        (VectorOp.ToInt32Nearest, float x, _) => (int)MathF.Round(x),
        (VectorOp.ToInt32Truncate, float x, _) => (int)x,
        (VectorOp.BitsToInt32, float x, _) => BitConverter.SingleToInt32Bits(x),
        (VectorOp.Add, int x, int y) => x + y,
        (VectorOp.Subtract, int x, int y) => x - y,
        (VectorOp.Multiply, int x, int y) => x * y,
        (VectorOp.Min, int x, int y) => Math.Min(x, y),
        (VectorOp.Max, int x, int y) => Math.Max(x, y),
        (VectorOp.And, int x, int y) => x & y,
        (VectorOp.Or, int x, int y) => x | y,
        (VectorOp.Xor, int x, int y) => x ^ y,
        (VectorOp.Less, int x, int y) => x < y ? 1 : 0,
        (VectorOp.LessOrEqual, int x, int y) => x <= y ? 1 : 0,
        (VectorOp.Greater, int x, int y) => x > y ? 1 : 0,
        (VectorOp.GreaterOrEqual, int x, int y) => x >= y ? 1 : 0,
        (VectorOp.Equal, int x, int y) => x == y ? 1 : 0,
        (VectorOp.Negate, int x, _) => -x,
        (VectorOp.Not, int x, _) => ~x,
        (VectorOp.ToFloat32, int x, _) => (float)x,
        (VectorOp.BitsToFloat32, int x, _) => BitConverter.Int32BitsToSingle(x),
        _ => throw new InvalidOperationException($"{op} {a.GetType()}"),
    };
}
