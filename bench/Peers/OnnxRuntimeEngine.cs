using CompileModel.Bench.Models;
using CompileModel.Bench.Running;
using CompileModel.Bench.Tools;
using CompileModel.Targets;

namespace CompileModel.Bench.Peers;

/// <summary>ONNX Runtime from npm's onnxruntime-node, where ./setup puts it.</summary>
/// <param name="isQuantized">Whether it gets the models with integers of 8 bits that ours become.</param>
public sealed class OnnxRuntimeEngine(bool isQuantized = false) : IEngine
{
    private const string Version = "1.30.0";

    /// <inheritdoc/>
    public string Name => isQuantized ? "onnxruntime-int8" : "onnxruntime";

    /// <inheritdoc/>
    public string Title => "ONNX Runtime " + Version + (isQuantized ? " int8" : "");

    /// <inheritdoc/>
    public string? Missing(TargetProfile target) => !File.Exists(Library(target)) ? $"{Library(target)} is missing (./setup --bench)"
        : target.Architecture == TargetArchitecture.Arm64 ? Sysroot.Missing : null;

    /// <inheritdoc/>
    public Runnable Prepare(Network network, TargetProfile target)
    {
        bool arm64 = target.Architecture == TargetArchitecture.Arm64;
        string model = isQuantized ? QuantizedModel.Write(network, target.Name, OwnEngine.Folder) : OnnxWriter.WriteOnce(network, ModelFolder.Path), driver = NativeDriver.Build("ort.c", arm64, "-ldl");
        return new(driver, [Library(target), model], arm64 ? Sysroot.Arguments(target) : [], new FileInfo(Library(target)).Length);
    }

    private static string Library(TargetProfile target) =>
        Cache.At("onnxruntime-" + Version + (target.Architecture == TargetArchitecture.Arm64 ? "-arm64" : ""), "libonnxruntime.so.1");
}
