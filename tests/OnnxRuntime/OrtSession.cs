using System.Runtime.InteropServices;
using CompileModel.IR;

namespace CompileModel.Tests.OnnxRuntime;

/// <summary>
/// One model in ONNX Runtime, the judge of what a model computes: CPU, one thread, graph optimisation off. Models with external data are not taken.
/// </summary>
internal sealed unsafe class OrtSession : IDisposable
{
    private static readonly Lazy<nint> Environment = new(CreateEnvironment);
    private readonly nint session;

    /// <summary>Loads a model from its bytes.</summary>
    /// <exception cref="InvalidOperationException">ONNX Runtime does not take the model.</exception>
    public OrtSession(ReadOnlySpan<byte> model)
    {
        nint options, created;
        OrtApi.Check(OrtApi.CreateSessionOptions(&options));
        try
        {
            OrtApi.Check(OrtApi.SetGraphOptimizationLevel(options, 0));
            OrtApi.Check(OrtApi.SetIntraOpNumThreads(options, 1));
            fixed (byte* bytes = model) OrtApi.Check(OrtApi.CreateSessionFromArray(Environment.Value, bytes, (nuint)model.Length, options, &created));
            session = created;
        }
        finally
        {
            OrtApi.ReleaseSessionOptions(options);
        }
        nuint count;
        OrtApi.Check(OrtApi.SessionGetInputCount(session, &count));
        Inputs = Names(count, OrtApi.SessionGetInputName);
        OrtApi.Check(OrtApi.SessionGetOutputCount(session, &count));
        Outputs = Names(count, OrtApi.SessionGetOutputName);
    }

    /// <summary>Names of the model's inputs, in order.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Names of the model's outputs, in order.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>Runs a model once, from its bytes.</summary>
    public static IReadOnlyDictionary<string, Tensor> RunOnce(ReadOnlySpan<byte> model, IReadOnlyDictionary<string, Tensor> inputs)
    {
        using var session = new OrtSession(model);
        return session.Run(inputs);
    }

    /// <summary>Computes all outputs.</summary>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        var names = inputs.Keys.ToArray();
        var inputValues = new nint[names.Length];
        var outputValues = new nint[Outputs.Count];
        var pins = new List<GCHandle>();
        try
        {
            for (int i = 0; i < names.Length; i++) inputValues[i] = Wrap(inputs[names[i]], pins);
            var inputNames = PinTexts(names, pins);
            var outputNames = PinTexts(Outputs, pins);
            fixed (nint* inputNamePointers = inputNames, outputNamePointers = outputNames, ins = inputValues, outs = outputValues)
            {
                OrtApi.Check(OrtApi.Run(session, 0, (byte**)inputNamePointers, ins, (nuint)names.Length, (byte**)outputNamePointers, (nuint)Outputs.Count, outs));
            }
            return Outputs.Select((name, i) => (name, value: Unwrap(outputValues[i]))).ToDictionary(o => o.name, o => o.value);
        }
        finally
        {
            foreach (var value in inputValues.Concat(outputValues).Where(v => v != 0)) OrtApi.ReleaseValue(value);
            foreach (var pin in pins) pin.Free();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => OrtApi.ReleaseSession(session);

    private static nint CreateEnvironment()
    {
        nint environment;
        fixed (byte* name = OrtApi.Text("tests")) OrtApi.Check(OrtApi.CreateEnv(3, name, &environment));
        return environment;
    }

    private static nint[] PinTexts(IEnumerable<string> texts, List<GCHandle> pins) => [.. texts.Select(t => Pin(OrtApi.Text(t), pins))];

    private static nint Pin(Array array, List<GCHandle> pins)
    {
        pins.Add(GCHandle.Alloc(array, GCHandleType.Pinned));
        return pins[^1].AddrOfPinnedObject();
    }

    private static nint Wrap(Tensor tensor, List<GCHandle> pins)
    {
        nint memory, value;
        OrtApi.Check(OrtApi.CreateCpuMemoryInfo(0, 0, &memory));
        var data = (void*)Pin(tensor.Bytes.Length == 0 ? new byte[1] : tensor.Bytes.ToArray(), pins);
        var dims = tensor.Shape.ToArray().Select(d => (long)d).ToArray();
        fixed (long* shape = dims)
            OrtApi.Check(OrtApi.CreateTensorWithData(memory, data, (nuint)tensor.Bytes.Length, shape, (nuint)dims.Length, (int)tensor.Element, &value));
        return value;
    }

    private static Tensor Unwrap(nint value)
    {
        nint info;
        int element;
        nuint rank;
        OrtApi.Check(OrtApi.GetTensorTypeAndShape(value, &info));
        OrtApi.Check(OrtApi.GetTensorElementType(info, &element));
        OrtApi.Check(OrtApi.GetDimensionsCount(info, &rank));
        var dims = new long[rank];
        fixed (long* d = dims) OrtApi.Check(OrtApi.GetDimensions(info, d, rank));
        OrtApi.ReleaseTensorTypeAndShapeInfo(info);
        void* data;
        OrtApi.Check(OrtApi.GetTensorMutableData(value, &data));
        var type = new TensorType((ElementType)element, Shape.Of(dims.Select(d => (int)d)));
        return new Tensor(type, new ReadOnlySpan<byte>(data, checked((int)type.Bytes)).ToArray());
    }

    private string[] Names(nuint count, delegate* unmanaged<nint, nuint, nint, byte**, nint> read)
    {
        nint allocator;
        OrtApi.Check(OrtApi.GetAllocatorWithDefaultOptions(&allocator));
        var names = new string[count];
        for (nuint i = 0; i < count; i++)
        {
            byte* name;
            OrtApi.Check(read(session, i, allocator, &name));
            names[i] = Marshal.PtrToStringUTF8((nint)name)!;
            OrtApi.Check(OrtApi.AllocatorFree(allocator, name));
        }
        return names;
    }
}
