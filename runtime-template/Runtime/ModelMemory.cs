using System.Runtime;
using System.Runtime.CompilerServices;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>Sets up the <see cref="Memory"/> of the program. Pages are reserved only; they become resident when the inference touches them.</summary>
internal static unsafe class ModelMemory
{
    public static Memory Prepare(bool profile)
    {
        Memory memory = default;
        memory.Weights = Weights();
        memory.Arena = Pages.Allocate(Model.ArenaBytes);
        memory.Scratch = Pages.Allocate(Model.ScratchBytes);
        memory.Inputs = (byte**)Pages.Allocate((ModelInfo.Inputs + ModelInfo.Symbols + ModelInfo.Outputs + ModelInfo.OutputExtents) * sizeof(byte*));
        memory.Outputs = memory.Inputs + ModelInfo.Inputs + ModelInfo.Symbols;
        for (int i = 0; i < ModelInfo.Inputs; i++)
            memory.Inputs[i] = Pages.Allocate(Tensors.ByteCount(ModelInfo.InputType(i), ModelInfo.InputShape(i)));
        for (int i = 0; i < ModelInfo.Outputs; i++)
            memory.Outputs[i] = Pages.Allocate(Tensors.ByteCount(ModelInfo.OutputType(i), ModelInfo.OutputShape(i)));
        if (ModelInfo.Symbols + ModelInfo.OutputExtents > 0)
        {
            byte* numbers = Pages.Allocate((ModelInfo.Symbols + ModelInfo.OutputExtents) * sizeof(int));
            for (int i = 0; i < ModelInfo.Symbols; i++, numbers += sizeof(int))
                memory.Inputs[ModelInfo.Inputs + i] = numbers;
            for (int i = 0; i < ModelInfo.OutputExtents; i++, numbers += sizeof(int))
                memory.Outputs[ModelInfo.Outputs + i] = numbers;
        }

        if (profile)
            memory.Ticks = (long*)Pages.Allocate(Model.Layers * sizeof(long));
        return memory;
    }

#if BARE
    private static byte* Weights() => (byte*)(void*)(delegate*<void>)&WeightsSymbol;

    /// <summary>Not a method: its address is that of the weights in the executable.</summary>
    [MethodImpl(MethodImplOptions.InternalCall), RuntimeImport("*", "model_weights")]
    private static extern void WeightsSymbol();
#else
    private static byte* Weights() => new ModelHost(null, 0, 0, Model.WeightBytes, 0, 0).Memory->Weights;
#endif
}
