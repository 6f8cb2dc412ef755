using CompileModel.IR;

namespace CompileModel.Tests.Support;

/// <summary>Seeded inputs of a model that a builder made.</summary>
internal static class TestInputs
{
    /// <summary>Floats in [-1, 1), booleans, and small integers (0..3: valid as indexes of the cases that use them so).</summary>
    public static Dictionary<string, Tensor> For(OnnxModelBuilder model, int seed)
    {
        var data = new TestData(seed);
        return model.Inputs.ToDictionary(i => i.Name, i => Of(data, i.Element, i.Shape));
    }

    private static Tensor Of(TestData data, ElementType element, int[] shape)
    {
        if (element == ElementType.Float32) return data.Floats(shape);
        var tensor = Tensor.Zeros(element, Shape.Of(shape));
        for (int i = 0; i < tensor.Count; i++)
        {
            int value = element == ElementType.Bool ? data.Int(0, 1) : data.Int(0, 3);
            switch (element.Size())
            {
                case 1: tensor.Fill<byte>()[i] = (byte)value; break;
                case 2: tensor.Fill<short>()[i] = (short)value; break;
                case 4: tensor.Fill<int>()[i] = value; break;
                default: tensor.Fill<long>()[i] = value; break;
            }
        }
        return tensor;
    }
}
