namespace CompileModel.IR.Operators;

/// <summary>How a resize maps an output coordinate to an input coordinate; names and formulas of ONNX Resize.</summary>
public enum CoordinateMode
{
    /// <summary>(x + 0.5) / scale - 0.5.</summary>
    HalfPixel,

    /// <summary>Half pixel, corrected for an output extent that was rounded.</summary>
    HalfPixelSymmetric,

    /// <summary>Half pixel, 0 for an output extent of 1.</summary>
    PytorchHalfPixel,

    /// <summary>Corner elements are mapped to corner elements.</summary>
    AlignCorners,

    /// <summary>x / scale.</summary>
    Asymmetric,

    /// <summary>(x + 0.5) / scale.</summary>
    TfHalfPixelForNearest,

    /// <summary>Through a region of interest.</summary>
    TfCropAndResize,
}
