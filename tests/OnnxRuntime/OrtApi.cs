using System.Runtime.InteropServices;
using System.Text;

namespace CompileModel.Tests.OnnxRuntime;

/// <summary>
/// The functions of ONNX Runtime's C API that the tests call, by their fixed place in the table that OrtGetApiBase returns
/// (onnxruntime_c_api.h; places never change between versions). The native library comes from npm's onnxruntime-node, see ./setup --tests.
/// </summary>
internal static unsafe class OrtApi
{
    private const string Version = "1.30.0";
    private const uint ApiVersion = 16;
    private static readonly Lazy<nint> Functions = new(Load);

    /// <summary>Where ./setup --tests puts the library.</summary>
    public static string LibraryPath
    {
        get
        {
            var home = Environment.GetEnvironmentVariable("HOME") ?? "/root";
            var cache = Environment.GetEnvironmentVariable("COMPILE_MODEL_CACHE")
                ?? Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(home, ".cache"), "compile-model");
            return Path.Combine(cache, "onnxruntime-" + Version, "libonnxruntime.so.1");
        }
    }

    public static delegate* unmanaged<int, byte*, nint*, nint> CreateEnv => (delegate* unmanaged<int, byte*, nint*, nint>)Slot(3);
    public static delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint> CreateSessionFromArray => (delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)Slot(8);
    public static delegate* unmanaged<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint> Run =>
        (delegate* unmanaged<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)Slot(9);
    public static delegate* unmanaged<nint*, nint> CreateSessionOptions => (delegate* unmanaged<nint*, nint>)Slot(10);
    public static delegate* unmanaged<nint, int, nint> SetGraphOptimizationLevel => (delegate* unmanaged<nint, int, nint>)Slot(23);
    public static delegate* unmanaged<nint, int, nint> SetIntraOpNumThreads => (delegate* unmanaged<nint, int, nint>)Slot(24);
    public static delegate* unmanaged<nint, nuint*, nint> SessionGetInputCount => (delegate* unmanaged<nint, nuint*, nint>)Slot(30);
    public static delegate* unmanaged<nint, nuint*, nint> SessionGetOutputCount => (delegate* unmanaged<nint, nuint*, nint>)Slot(31);
    public static delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetInputName => (delegate* unmanaged<nint, nuint, nint, byte**, nint>)Slot(36);
    public static delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetOutputName => (delegate* unmanaged<nint, nuint, nint, byte**, nint>)Slot(37);
    public static delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint> CreateTensorWithData =>
        (delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)Slot(49);
    public static delegate* unmanaged<nint, void**, nint> GetTensorMutableData => (delegate* unmanaged<nint, void**, nint>)Slot(51);
    public static delegate* unmanaged<nint, int*, nint> GetTensorElementType => (delegate* unmanaged<nint, int*, nint>)Slot(60);
    public static delegate* unmanaged<nint, nuint*, nint> GetDimensionsCount => (delegate* unmanaged<nint, nuint*, nint>)Slot(61);
    public static delegate* unmanaged<nint, long*, nuint, nint> GetDimensions => (delegate* unmanaged<nint, long*, nuint, nint>)Slot(62);
    public static delegate* unmanaged<nint, nint*, nint> GetTensorTypeAndShape => (delegate* unmanaged<nint, nint*, nint>)Slot(65);
    public static delegate* unmanaged<int, int, nint*, nint> CreateCpuMemoryInfo => (delegate* unmanaged<int, int, nint*, nint>)Slot(69);
    public static delegate* unmanaged<nint*, nint> GetAllocatorWithDefaultOptions => (delegate* unmanaged<nint*, nint>)Slot(78);
    public static delegate* unmanaged<nint, void*, nint> AllocatorFree => (delegate* unmanaged<nint, void*, nint>)Slot(76);
    public static delegate* unmanaged<nint, void> ReleaseSession => (delegate* unmanaged<nint, void>)Slot(95);
    public static delegate* unmanaged<nint, void> ReleaseValue => (delegate* unmanaged<nint, void>)Slot(96);
    public static delegate* unmanaged<nint, void> ReleaseTensorTypeAndShapeInfo => (delegate* unmanaged<nint, void>)Slot(99);
    public static delegate* unmanaged<nint, void> ReleaseSessionOptions => (delegate* unmanaged<nint, void>)Slot(100);

    /// <summary>Turns a failed call into an exception with the library's message.</summary>
    public static void Check(nint status)
    {
        if (status == 0) return;
        var message = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<nint, byte*>)Slot(2))(status));
        ((delegate* unmanaged<nint, void>)Slot(93))(status);
        throw new InvalidOperationException("ONNX Runtime: " + message);
    }

    /// <summary>Zero-terminated UTF-8.</summary>
    public static byte[] Text(string value) => Encoding.UTF8.GetBytes(value + "\0");

    private static nint Slot(int index) => ((nint*)Functions.Value)[index];

    private static nint Load()
    {
        if (!File.Exists(LibraryPath)) throw new FileNotFoundException($"{LibraryPath} is missing; run ./setup --tests");
        var library = NativeLibrary.Load(LibraryPath);
        var table = (nint*)((delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        var api = ((delegate* unmanaged<uint, nint>)table[0])(ApiVersion);
        return api != 0 ? api : throw new InvalidOperationException($"the library does not offer version {ApiVersion} of its C API");
    }
}
