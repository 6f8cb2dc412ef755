namespace CompileModel.Quantization.Samples;

/// <summary>What happens to a picture whose aspect ratio is not the input's.</summary>
public enum CropMode
{
    /// <summary>The middle is taken, as much as fits.</summary>
    Center,

    /// <summary>It is stretched.</summary>
    None,

    /// <summary>All of it is kept, and the rest filled.</summary>
    Pad,
}
