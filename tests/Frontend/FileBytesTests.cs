using CompileModel.Frontend;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Frontend;

/// <summary>Files of the user that are none: pipes and links.</summary>
public sealed class FileBytesTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>A shell's <c>&lt;(...)</c> is read once, from its beginning to its end.</summary>
    [Fact]
    public async Task APipeIsRead()
    {
        byte[] model = [1, 2, 3];
        Command.Run("mkfifo", [folder["pipe"]]).Succeeded();
        var writer = Task.Run(() => File.WriteAllBytes(folder["pipe"], model), TestContext.Current.CancellationToken);
        Assert.Equal(model, FileBytes.Read(folder["pipe"]));
        await writer;
    }

    [Fact]
    public void ALinkHasTheLengthOfTheFileBehindIt()
    {
        File.WriteAllBytes(folder["file"], new byte[1234]);
        File.CreateSymbolicLink(folder["link"], "file");
        Assert.Equal(1234, FileBytes.Length(folder["link"]));
    }
}
