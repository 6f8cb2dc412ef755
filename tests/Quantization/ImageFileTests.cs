using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Quantization.Samples;
using CompileModel.Quantization.Samples.Images;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Quantization;

/// <summary>Pictures of all kinds show the same: red grows by 12 a column, green by 19 a row, blue by 7 with both, on 21 x 13 pixels.</summary>
public sealed class ImageFileTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "Quantization", "Images");

    [Theory]
    [InlineData("base.jpg", 24)]
    [InlineData("prog.jpg", 24)]
    [InlineData("rst.jpg", 24)]
    [InlineData("interlaced.png", 0)]
    [InlineData("plain.bmp", 0)]
    public void EveryFormatShowsTheSame(string name, int tolerance)
    {
        var image = ImageFile.Decode(File.ReadAllBytes(Path.Combine(Folder, name)));
        Assert.Equal((21, 13), (image.Width, image.Height));
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                int at = ((y * image.Width) + x) * 3;
                int[] expected = [x * 12, y * 19, (x + y) * 7];
                for (int c = 0; c < 3; c++) Assert.InRange(image.Rgb[at + c], expected[c] - tolerance, expected[c] + tolerance);
            }
        }
    }

    [Theory]
    [InlineData("base.jpg")]
    [InlineData("prog.jpg")]
    [InlineData("interlaced.png")]
    [InlineData("plain.bmp")]
    public void ATruncatedPictureIsAnErrorOfItsFile(string name)
    {
        using var folder = new TempFolder();
        byte[] whole = File.ReadAllBytes(Path.Combine(Folder, name));
        string path = folder[name];
        File.WriteAllBytes(path, whole[..(whole.Length * 3 / 4)]);
        var data = CalibrationData.Open([path], [("x", new(ElementType.Float32, Shape.Of(1, 3, 8, 8)))], new());
        var error = Assert.Throws<CompilationException>(() => data.Read(0)).Diagnostics.Single();
        Assert.Equal((DiagnosticCodes.UnreadableImage, path), (error.Code, error.Location.File));
    }

    [Theory]
    [InlineData("order=rgb layout=nchw mean=0 scale=1 crop=none", 0, 0)]
    [InlineData("order=bgr layout=nchw mean=0 scale=1 crop=none", 0, 2)]
    public void ChannelsComeInTheOrderAskedFor(string text, int channel, int component)
    {
        string path = Path.Combine(Folder, "plain.bmp");
        var data = CalibrationData.Open([path], [("x", new(ElementType.Float32, Shape.Of(1, 3, 13, 21)))], Preprocessing.Parse(text));
        var values = data.Read(0).Inputs[0].Span<float>();
        var image = ImageFile.Decode(File.ReadAllBytes(path));
        for (int p = 0; p < 21 * 13; p++) Assert.Equal(image.Rgb[(p * 3) + component], values[(channel * 21 * 13) + p], 0.01f);
    }

    [Theory]
    [InlineData("size=9x9")]
    [InlineData("mean=a")]
    [InlineData("scale=0")]
    [InlineData("colour=rgb")]
    [InlineData("order=gray")]
    [InlineData("layout=nhwc")]
    public void ASpecificationThatDoesNotFitIsAnError(string text)
    {
        var e = Assert.Throws<CompilationException>(() => CalibrationData.Open([Path.Combine(Folder, "plain.bmp")], [("x", new(ElementType.Float32, Shape.Of(1, 3, 8, 8)))], Preprocessing.Parse(text)));
        Assert.Equal(DiagnosticCodes.BadPreprocessing, e.Diagnostics.Single().Code);
    }

    [Fact]
    public void ADefaultIsTold() =>
        Assert.Contains("size=8x8 crop=center mean=127.5,127.5,127.5 scale=127.5,127.5,127.5 order=rgb layout=nchw",
            CalibrationData.Open([Path.Combine(Folder, "plain.bmp")], [("x", new(ElementType.Float32, Shape.Of(1, 3, 8, 8)))], null).Remarks.Single().Message);
}
