using System.Reflection;
using System.Runtime.InteropServices;
using CompileModel.Kernels;
using CompileModel.Targets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Many kernels compiled as one assembly in this process (the emitted C# is ordinary C#) and called on guarded memory. Add all cases, then
/// run them; x86-64 targets and scalar code only, what the machine supports.
/// </summary>
internal sealed class KernelBatch(TargetProfile target)
{
    private static readonly MetadataReference[] References = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':')
        .Where(p => Path.GetFileName(p) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Runtime.Intrinsics.dll" or "System.Runtime.Extensions.dll")
        .Select(p => MetadataReference.CreateFromFile(p))];

    private readonly KernelModule _module = new(target);
    private Type? _kernels;

    /// <summary>The x86-64 profiles that this machine can execute.</summary>
    public static IEnumerable<string> RunnableTargets => System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? ["x86-64-v3", "x86-64-v4"] : ["x86-64-v3"];

    /// <summary>The processor.</summary>
    public TargetProfile Target => target;

    /// <summary>The emitted files, for failures and snapshots.</summary>
    public IReadOnlyDictionary<string, string> Files => _module.Files();

    /// <summary>Adds a kernel bound to dense layouts or views.</summary>
    public KernelCase Add(KernelTemplate template, IReadOnlyList<Layout> inputs, params IReadOnlyList<Layout> outputs)
    {
        var routine = template.Bind(target, inputs, outputs);
        _module.Require(routine);
        return new KernelCase(this, routine, inputs, outputs);
    }

    /// <summary>The compiled method; compiles everything at the first call.</summary>
    public MethodInfo Method(string name) => (_kernels ??= Compile()).GetMethod(name) ?? throw new InvalidOperationException($"no method {name}");

    private Type Compile()
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = _module.Files().Select(f => CSharpSyntaxTree.ParseText(f.Value, parse, f.Key, System.Text.Encoding.UTF8));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true);
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create("kernels_" + Guid.NewGuid().ToString("N"), trees, References, options).Emit(image);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5).Select(d =>
                $"{d}\n    {d.Location.SourceTree?.GetText(CancellationToken.None).Lines[d.Location.GetLineSpan().StartLinePosition.Line]}");
            throw new InvalidOperationException("emitted kernels do not compile:\n" + string.Join('\n', errors));
        }
        return Assembly.Load(image.ToArray()).GetType("CompiledModel.Kernels", throwOnError: true)!;
    }
}

/// <summary>One bound kernel of a batch.</summary>
internal sealed unsafe class KernelCase(KernelBatch batch, Routine routine, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
{
    private const byte Sentinel = 0xA5;

    /// <summary>The bound routine.</summary>
    public Routine Routine => routine;

    /// <summary>Runs on dense row-major data, spread to the layouts; both guard placements; the work split in <paramref name="parts"/>. Gives dense results.</summary>
    public Array[] Run(IReadOnlyList<Array> data, int parts = 1)
    {
        var first = Run(data, parts, atEnd: true);
        var second = Run(data, parts, atEnd: false);
        for (var i = 0; i < first.Length; i++)
            Assert.True(Bytes(first[i]).SequenceEqual(Bytes(second[i])), $"{routine.Name}: output {i} depends on alignment");
        return first;
    }

    /// <summary>As <see cref="Run(IReadOnlyList{Array}, int)"/> for float kernels with one output.</summary>
    public float[] Run(params float[][] data) => (float[])Run(data, 1)[0];

    private Array[] Run(IReadOnlyList<Array> data, int parts, bool atEnd)
    {
        var layouts = inputs.Concat(outputs).ToArray();
        var buffers = layouts.Select(l => new GuardedBuffer(l.Extent * Size(l), atEnd)).ToArray();
        try
        {
            for (var i = 0; i < layouts.Length; i++)
            {
                buffers[i].Span.Fill(Sentinel);
                if (i < inputs.Count)
                    Move(layouts[i], Bytes(data[i]), buffers[i].Span, spread: true);
            }
            var before = inputs.Select((_, i) => buffers[i].Span.ToArray()).ToArray();
            var method = batch.Method(routine.Name);
            using var scratch = new GuardedBuffer((int)routine.ScratchBytes, atEnd);
            for (var part = 0; part < parts; part++)
            {
                var pointers = buffers.Select((b, i) => Pointer.Box(b.Start, method.GetParameters()[i].ParameterType));
                nint from = (nint)((long)routine.Units * part / parts), to = (nint)((long)routine.Units * (part + 1) / parts);
                if (from < to)
                    Call(method, routine.ScratchBytes == 0 ? [.. pointers, from, to] : [.. pointers, Pointer.Box(scratch.Start, typeof(float*)), from, to]);
            }
            for (var i = 0; i < inputs.Count; i++)
                Assert.True(buffers[i].Span.SequenceEqual(before[i]), $"{routine.Name}: input {i} was changed");
            return [.. outputs.Select((l, i) => Gather(l, buffers[inputs.Count + i].Span))];
        }
        finally
        {
            foreach (var buffer in buffers)
                buffer.Dispose();
        }
    }

    private void Call(MethodInfo method, object[] arguments)
    {
        try
        {
            method.Invoke(null, arguments);
        }
        catch (TargetInvocationException e)
        {
            var text = batch.Files.Values.SelectMany(f => f.Split("    public static void ")).First(m => m.StartsWith(routine.Name + "(", StringComparison.Ordinal));
            throw new InvalidOperationException($"{routine.Name} failed with {routine.Units} units:\n{text}", e.InnerException);
        }
    }

    private Array Gather(Layout layout, Span<byte> memory)
    {
        var result = CompileModel.Kernels.Isas.ScalarIsa.CSharpType(layout.Type) switch
        {
            "float" => (Array)new float[layout.Count],
            "double" => new double[layout.Count],
            "sbyte" => new sbyte[layout.Count],
            "byte" => new byte[layout.Count],
            "short" => new short[layout.Count],
            "ushort" => new ushort[layout.Count],
            "int" => new int[layout.Count],
            "uint" => new uint[layout.Count],
            "long" => new long[layout.Count],
            _ => new ulong[layout.Count],
        };
        Move(layout, Bytes(result), memory, spread: false);
        var check = memory.ToArray();
        var blank = new byte[Bytes(result).Length];
        blank.AsSpan().Fill(Sentinel);
        Move(layout, blank, check, spread: true);
        Assert.True(check.All(b => b == Sentinel), $"{routine.Name}: wrote into the gaps of its output");
        return result;
    }

    private static void Move(Layout layout, Span<byte> dense, Span<byte> memory, bool spread)
    {
        var size = Size(layout);
        for (var i = 0; i < layout.Count; i++)
        {
            int rest = i, offset = 0;
            for (var d = layout.Rank - 1; d >= 0; d--)
            {
                offset += rest % layout.Dims[d] * layout.Strides[d];
                rest /= layout.Dims[d];
            }
            var a = dense.Slice(i * size, size);
            var b = memory.Slice(offset * size, size);
            if (spread)
                a.CopyTo(b);
            else
                b.CopyTo(a);
        }
    }

    private static int Size(Layout layout) => CompileModel.IR.ElementTypes.Size(layout.Type);

    private static Span<byte> Bytes(Array array) => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), Buffer.ByteLength(array));
}
