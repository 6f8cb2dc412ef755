using CompileModel.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CompileModel.Tests.RuntimeTemplate;

/// <summary>Every vector operation of the core library exists in .NET with the same name and parameters: a misspelt one would be an endless loop.</summary>
public class IntrinsicSignatureTests
{
    // Names of tuple elements are no part of a signature.
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    [Fact]
    public void EachIsOneOfDotnet()
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["BARE"]);
        var trees = Repository.Sources("runtime-template/CoreLib").Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), parse, f));
        var core = CSharpCompilation.Create("core", trees, [], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        var dotnet = CSharpCompilation.Create("dotnet", [], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

        var types = Types(core.Assembly.GlobalNamespace).Where(t => t.IsStatic || t.IsAbstract)
            .Where(t => t.ContainingNamespace.ToDisplayString().StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal)).ToArray();
        var wrong = from type in types
                    let same = dotnet.GetTypeByMetadataName(MetadataName(type))
                    let known = same is null ? [] : Methods(same).ToHashSet()
                    from method in Methods(type)
                    where !known.Contains(method)
                    select $"{MetadataName(type)}: .NET has no {method}";
        Assert.True(types.Sum(t => Methods(t).Count()) > 2000);
        Rules.Hold(wrong.Distinct());
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol parent) => parent.GetMembers().SelectMany(m => m switch
    {
        INamedTypeSymbol type => [type, .. Types(type)],
        INamespaceSymbol space => Types(space),
        _ => Enumerable.Empty<INamedTypeSymbol>(),
    });

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{MetadataName(outer)}+{type.MetadataName}" : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";

    /// <summary>Name and parameter types of the methods of a type and of those it inherits from.</summary>
    private static IEnumerable<string> Methods(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null && t.ContainingNamespace.Name != "System"; t = t.BaseType)
        {
            foreach (var method in t.GetMembers().OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary && m.DeclaredAccessibility == Accessibility.Public))
                yield return $"{method.Name}({string.Join(", ", method.Parameters.Select(p => p.Type.ToDisplayString(Format)))})";
        }
    }
}
