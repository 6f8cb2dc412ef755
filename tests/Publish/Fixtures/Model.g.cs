using CompileModel.Runtime;

namespace CompiledModel;

/// <summary>A model of two layers, written by hand: y = max(x * w + b, 0) by row, and the sum of each row.</summary>
internal static unsafe class Model
{
    public const long ArenaBytes = 4096, ScratchBytes = 0, WeightBytes = 128;
    public const int Layers = 2;

    public static void Run(Memory* m)
    {
        Team.Run(m, 0, &Layer0, 64);
        Team.Run(m, 1, &Layer1, 64);
    }

    private static void Layer0(Memory* m, int from, int to)
        => Kernels.scale((float*)m->Inputs[0], (float*)(m->Weights + 0), (float*)(m->Weights + 64), (float*)(m->Arena + 0), from, to);

    private static void Layer1(Memory* m, int from, int to)
        => Kernels.sum((float*)(m->Arena + 0), (int*)m->Inputs[1], (float*)m->Outputs[0], from, to);
}
