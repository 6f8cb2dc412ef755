#if !BARE
using System;
using CompileModel.Runtime;

namespace CompiledModel;

public sealed unsafe class Fixture : IDisposable
{
    private readonly ModelHost _host = new(null, Model.ArenaBytes, Model.ScratchBytes, Model.WeightBytes, ModelInfo.Inputs, ModelInfo.Outputs);

    public void Run(ReadOnlySpan<float> data, ReadOnlySpan<int> bias, Span<float> result)
    {
        ModelHost.CheckLength(data.Length, 1024, nameof(data));
        fixed (float* dataPointer = data)
        fixed (int* biasPointer = bias)
        fixed (float* resultPointer = result)
        {
            _host.Memory->Inputs[0] = (byte*)dataPointer;
            _host.Memory->Inputs[1] = (byte*)biasPointer;
            _host.Memory->Outputs[0] = (byte*)resultPointer;
            Model.Run(_host.Memory);
        }
    }

    public void Dispose() => _host.Dispose();
}
#endif
