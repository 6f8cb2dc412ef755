using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace CompileModel.Tests.Support;

/// <summary>
/// Compares a text with Name.verified.EXT in tests/Snapshots. What differs is written beside it as Name.received.EXT: look at the difference, and when
/// it is meant, move the received file over the verified one (or run the tests with UPDATE_SNAPSHOTS=1).
/// </summary>
internal static class Snapshot
{
    /// <summary>Fails with a short difference unless the text is the verified one.</summary>
    public static void Verify(string name, string extension, string text)
    {
        var verified = Repository.At("tests", "Snapshots", $"{name}.verified.{extension}");
        var received = Repository.At("tests", "Snapshots", $"{name}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verified, text);
            return;
        }
        File.WriteAllText(received, text);
        var changes = new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(expected, text).Lines.Where(l => l.Type != ChangeType.Unchanged)
            .Select(l => (l.Type == ChangeType.Deleted ? "- " : "+ ") + l.Text).Take(40);
        Assert.Fail($"{Repository.Relative(received)} differs from what was verified:\n{string.Join('\n', changes)}");
    }
}
