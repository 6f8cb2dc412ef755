namespace CompileModel.Quantization.Samples.Images;

/// <summary>Decodes pictures: BMP, PNG and JPEG, told apart by their first bytes. Orientation tags and colour profiles are not applied.</summary>
public static class ImageFile
{
    /// <summary>Names of files that are taken for pictures.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".bmp", ".png", ".jpg", ".jpeg"];

    /// <summary>Decodes a picture.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such picture, or end early; says why.</exception>
    public static Image Decode(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [(byte)'B', (byte)'M', ..] => BmpDecoder.Decode(bytes),
                [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngDecoder.Decode(bytes),
                [0xFF, 0xD8, ..] => new JpegDecoder(bytes).Decode(),
                [] => throw new InvalidDataException("the file is empty"),
                _ => throw new InvalidDataException("the first bytes are those of no BMP, PNG or JPEG"),
            };
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or OverflowException or EndOfStreamException)
        {
            throw new InvalidDataException("the file is truncated or broken", e);
        }
    }
}
