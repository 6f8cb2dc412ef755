namespace CompileModel.IR;

/// <summary>Element type and shape of a value.</summary>
public sealed record TensorType(ElementType Element, Shape Shape)
{
    /// <summary>Size of the dense data in bytes.</summary>
    public long Bytes => Shape.Count * Element.Size();

    /// <summary>For instance <c>f32[1,3,224,224]</c>.</summary>
    public override string ToString() => Element.ShortName() + Shape;
}
