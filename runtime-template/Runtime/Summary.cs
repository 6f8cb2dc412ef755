using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>A line an output: name, type, shape and the first elements; printed when nothing else was asked for.</summary>
internal static unsafe class Summary
{
    private const int Elements = 8;

    public static void Print(byte** outputs)
    {
        int count = ModelInfo.Outputs;
        for (int i = 0; i < count; i++)
        {
            TensorKind kind = ModelInfo.OutputType(i);
            long elements = Tensors.Count(ModelInfo.OutputShape(i));
            Line line = new(1);
            line.Text(ModelInfo.OutputName(i)).Character(' ').Tensor(kind, ModelInfo.OutputShape(i)).Character(':');
            for (int k = 0; k < elements && k < Elements; k++)
                line.Character(' ').Float(Tensors.Element(kind, outputs[i], k));
            if (elements > Elements)
                line.Text(" ..."u8);
            line.End();
        }
    }
}
