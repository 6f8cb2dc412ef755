using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>What test data hold for an input or output of a model: a tensor, a sequence of items, or an optional with one item or none.</summary>
/// <param name="Form">Which of them.</param>
/// <param name="Tensor">The tensor.</param>
/// <param name="Items">The items of a sequence or optional.</param>
public sealed record DataItem(DataForm Form, Tensor? Tensor, IReadOnlyList<DataItem> Items)
{
    /// <summary>A tensor.</summary>
    public static DataItem Of(Tensor tensor) => new(DataForm.Tensor, tensor, []);

    /// <summary>The tensors, in order.</summary>
    public IEnumerable<Tensor> Tensors => Tensor is not null ? [Tensor] : Items.SelectMany(i => i.Tensors);
}
