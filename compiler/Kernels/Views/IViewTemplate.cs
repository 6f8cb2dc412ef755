using CompileModel.IR;

namespace CompileModel.Kernels.Views;

/// <summary>
/// A kernel template that only moves data (Concat, Slice, Pad): the memory plan may store operands inside the result, or the result inside the operand,
/// and then calls only what is left to do.
/// </summary>
public interface IViewTemplate
{
    /// <summary>
    /// What operands and result have in common. Every element of the result lies in at most one region; what lies in none (a border) is filled by
    /// the kernel. Empty when this instance has no affine form (a Slice with a negative step, a Pad by reflection).
    /// </summary>
    /// <param name="inputs">Shapes of the inputs.</param>
    /// <param name="output">Shape of the one result.</param>
    IReadOnlyList<ViewRegion> Regions(IReadOnlyList<Shape> inputs, Shape output);

    /// <summary>
    /// The kernel that does the rest when the regions that are not in <paramref name="copied"/> are already in place: copies the inputs in
    /// <paramref name="copied"/> and fills the border. It is bound with the layouts of those inputs, in that order, and the whole result.
    /// </summary>
    /// <param name="copied">Indexes of the inputs that still have to be copied, ascending.</param>
    /// <returns>Null when nothing is left to do.</returns>
    KernelTemplate? Rest(IReadOnlyList<int> copied);
}
