namespace CompileModel.Quantization.Samples;

/// <summary>The channels of a picture in a tensor.</summary>
public enum ChannelOrder
{
    /// <summary>Red, green, blue.</summary>
    Rgb,

    /// <summary>Blue, green, red.</summary>
    Bgr,

    /// <summary>Brightness: 0.299 red + 0.587 green + 0.114 blue.</summary>
    Gray,
}
