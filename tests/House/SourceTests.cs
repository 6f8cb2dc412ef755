using System.Text.RegularExpressions;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.House;

/// <summary>House rules that sources keep.</summary>
public partial class SourceTests
{
    private const int LongestFile = 300;

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new()
    {
    };

    private static IEnumerable<string> AllSources => Repository.Sources("compiler").Concat(Repository.Sources("runtime-template")).Concat(Repository.Sources("bench")).Concat(Repository.Sources("tests"))
        .Where(f => !f.Contains(".verified.", StringComparison.Ordinal) && !f.Contains(".received.", StringComparison.Ordinal));

    [Fact]
    public void FilesAreShort()
    {
        var wrong = from file in AllSources
                    let lines = File.ReadLines(file).Count()
                    where lines > LongestFile && !file.Contains("/CoreLib/Intrinsics/", StringComparison.Ordinal) && !LongFiles.ContainsKey(Repository.Relative(file))
                    select $"{Repository.Relative(file)}: {lines} lines";
        Rules.Hold(wrong);
    }

    [Fact]
    public void SourcesAreAscii()
    {
        var wrong = from file in AllSources
                    from line in File.ReadLines(file).Index()
                    where line.Item.Any(c => c > 126 || (c < 32 && c != '\t'))
                    select $"{Repository.Relative(file)}:{line.Index + 1}";
        Rules.Hold(wrong);
    }

    [Fact]
    public void NothingIsLeftUnfinished()
    {
        var wrong = from file in AllSources
                    where !file.EndsWith("SourceTests.cs", StringComparison.Ordinal)
                    from line in File.ReadLines(file).Index()
                    where UnfinishedPattern().IsMatch(line.Item)
                    select $"{Repository.Relative(file)}:{line.Index + 1}: {line.Item.Trim()}";
        Rules.Hold(wrong);
    }

    [Fact]
    public void NamespacesFollowFolders()
    {
        var wrong = from file in Repository.Sources("compiler").Concat(Repository.Sources("bench")).Concat(Repository.Sources("tests"))
                    let parts = Repository.Relative(file).Split('/')
                    let top = parts[0] switch { "tests" => ["Tests"], "bench" => ["Bench"], _ => Array.Empty<string>() }
                    let expected = string.Join('.', (string[])["CompileModel", .. top, .. parts[1..^1]])
                    let actual = NamespacePattern().Match(File.ReadAllText(file))
                    where !file.Contains("/Fixtures/", StringComparison.Ordinal) && !file.Contains("/Snapshots/", StringComparison.Ordinal)
                    where actual.Success && actual.Groups[1].Value != expected
                    select $"{Repository.Relative(file)}: {actual.Groups[1].Value}, expected {expected}";
        Rules.Hold(wrong);
    }

    [Fact]
    public void AFileHasOnePublicTypeOfItsName()
    {
        var wrong = from file in Repository.Sources("compiler").Concat(Repository.Sources("bench"))
                    let types = TypePattern().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct().ToArray()
                    let name = Path.GetFileNameWithoutExtension(file)
                    where types.Length > 1 || (types.Length == 1 && types[0] != name && !name.StartsWith(types[0] + ".", StringComparison.Ordinal))
                    select $"{Repository.Relative(file)}: {string.Join(", ", types)}";
        Rules.Hold(wrong);
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex UnfinishedPattern();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"^(?:public |internal )(?:(?:static|sealed|abstract|unsafe|readonly|partial|ref) )*(?:class|struct|interface|enum|record struct|record class|record|delegate \S+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypePattern();
}
