using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>Imports the windows for spectra.</summary>
/// <param name="make">Makes the operator from the element type and whether it is periodic.</param>
public abstract class WindowImporter(Func<ElementType, bool, WindowFunction> make) : Importer(1, 1)
{
    /// <inheritdoc/>
    public override int Since => 17;

    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(make(node.Has("output_datatype") ? node.ElementType("output_datatype") : ElementType.Float32, node.Flag("periodic", true)), [.. node.Inputs]);
}
