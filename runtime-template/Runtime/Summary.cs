using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>A line an output: name, type, shape and the first elements; printed when nothing else was asked for.</summary>
internal static unsafe class Summary
{
    private const int Elements = 8;

    public static void Print(byte** outputs)
    {
        int* room = stackalloc int[Extents.MaxRank];
        int count = ModelInfo.Outputs;
        for (int i = 0; i < count; i++)
        {
            TensorKind kind = ModelInfo.OutputType(i);
            long elements = Tensors.Count(Extents.Output(outputs, i, room));
            Line line = new(1);
            line.Text(ModelInfo.OutputName(i)).Character(' ').Tensor(kind, Extents.Output(outputs, i, room)).Character(':');
            for (int k = 0; k < elements && k < Elements; k++)
                line.Character(' ').Float(Tensors.Element(kind, outputs[i], k));
            if (elements > Elements)
                line.Text(" ..."u8);
            line.End();
        }
    }
}
