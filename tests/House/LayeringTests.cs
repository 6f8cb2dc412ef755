using System.Text.RegularExpressions;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.House;

/// <summary>Who may use whom, read from the sources: the table below is the architecture (docs/ARCHITECTURE.md).</summary>
public partial class LayeringTests
{
    /// <summary>Each folder of compiler/ and the folders it may use.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Diagnostics"] = [],
        ["Text"] = ["Diagnostics"],
        ["IR"] = ["Diagnostics", "Text"],
        ["Reference"] = ["Diagnostics", "Text", "IR"],
        ["Frontend"] = ["Diagnostics", "Text", "IR"],
        ["Targets"] = ["Diagnostics", "Text", "IR"],
        ["Kernels"] = ["Diagnostics", "Text", "IR", "Reference", "Frontend", "Targets"],
        ["Passes"] = ["Diagnostics", "Text", "IR", "Reference", "Frontend", "Targets", "Kernels"],
        ["Emit"] = ["Diagnostics", "Text", "IR", "Reference", "Frontend", "Targets", "Kernels", "Passes"],
        ["Publish"] = ["Diagnostics", "Text", "IR", "Reference", "Frontend", "Targets", "Kernels", "Passes", "Emit"],
        ["Quantization"] = ["Diagnostics", "Text", "IR", "Reference", "Frontend", "Targets", "Kernels", "Passes", "Emit", "Publish"],
        ["Cli"] = ["Diagnostics", "Text", "IR", "Reference", "Frontend", "Targets", "Kernels", "Passes", "Emit", "Publish", "Quantization"],
    };

    /// <summary>Packages that one folder hides from the rest.</summary>
    private static readonly (string Package, string Folder)[] Hidden =
        [("Google.Protobuf", "Frontend"), ("System.CommandLine", "Cli"), ("Spectre.Console", "Cli")];

    [Fact]
    public void EveryFolderIsInTheTable() =>
        Assert.Equal(
            Allowed.Keys.Order(StringComparer.Ordinal),
            Repository.Sources("compiler").Select(Folder).Where(f => !f.EndsWith(".cs", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void FoldersUseOnlyWhatLiesBelow()
    {
        var wrong = from file in Repository.Sources("compiler")
                    let folder = Folder(file)
                    from used in Uses(File.ReadAllText(file))
                    where used != folder && Allowed.ContainsKey(used) && !Allowed[folder].Contains(used)
                    select $"{Repository.Relative(file)} uses {used}";
        Rules.Hold(wrong);
    }

    [Fact]
    public void PackagesStayInTheirFolder()
    {
        var wrong = from file in Repository.Sources("compiler")
                    let text = File.ReadAllText(file)
                    from hidden in Hidden
                    where Folder(file) != hidden.Folder && text.Contains(hidden.Package, StringComparison.Ordinal)
                    select $"{Repository.Relative(file)} uses {hidden.Package}";
        Rules.Hold(wrong);
    }

    private static string Folder(string file) => Repository.Relative(file).Split('/')[1];

    /// <summary>Folders named in using lines and in qualified names, comments left out ("Text." is too common a word, "Quantization." a class of IR: both are seen in using lines only).</summary>
    private static IEnumerable<string> Uses(string source)
    {
        var code = CommentPattern().Replace(source, "");
        return QualifiedPattern().Matches(code).Concat(NestedPattern().Matches(code)).Select(m => m.Groups[1].Value);
    }

    [GeneratedRegex(@"CompileModel\.(\w+)")]
    private static partial Regex QualifiedPattern();

    [GeneratedRegex(@"(?<![\w.""])(Diagnostics|IR|Reference|Frontend|Targets|Kernels|Passes|Emit|Publish|Cli)\.[A-Z]\w*[.;<({ ]")]
    private static partial Regex NestedPattern();

    [GeneratedRegex(@"//.*$|""(?:[^""\\\n]|\\.)*""", RegexOptions.Multiline)]
    private static partial Regex CommentPattern();
}
