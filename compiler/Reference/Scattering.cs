using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Reference;

/// <summary>A copy of a tensor into which elements of another one are written.</summary>
public sealed class Scattering(Tensor data, Tensor updates, ScatterReduction reduction)
{
    private readonly int size = data.Element.Size();

    /// <summary>The tensor as it is now.</summary>
    public Tensor Result { get; } = Movement.Copy(data);

    /// <summary>Writes or merges one element.</summary>
    public void Put(int to, int from)
    {
        var bytes = updates.Bytes.Slice(from * size, size);
        var place = Result.Fill<byte>().Slice(to * size, size);
        if (reduction == ScatterReduction.None)
        {
            bytes.CopyTo(place);
            return;
        }
        var scalar = new TensorType(data.Element, Shape.Scalar);
        var (old, update) = (new Tensor(scalar, place.ToArray()), new Tensor(scalar, bytes.ToArray()));
        Operator merge = reduction switch
        {
            ScatterReduction.Add => new IR.Operators.Add(),
            ScatterReduction.Mul => new IR.Operators.Mul(),
            ScatterReduction.Min => new IR.Operators.Min(),
            _ => new IR.Operators.Max(),
        };
        Evaluators.Evaluate(merge, old, update)[0].Bytes.CopyTo(place);
    }
}
