using CompileModel.IR;
using CompileModel.IR.Text;

namespace CompileModel.Tests.Text;

/// <summary>The textual IR prints and parses.</summary>
public sealed class GraphTextTests
{
    [Theory]
    [InlineData("""
        graph "net" Typed (%x: f32[1,4], %"odd name": f32[4]) -> ("y" = %y, "z" = %x) {
            const %w: f32[4] = [1,-0.5,inf,nan]
            const %b: bool[2] = [1,0]
            const %zeros: f32[100] = fill(0)
            %a: f32[1,4] = Clamp<Min=-inf, Max=6>(%x) from 3 "relu\u0041\"6" "Clip", 4 "b" "my.Op"
            %y: f32[1,4] = Add(%a, %w)
        }

        """)]
    [InlineData("""
        graph "net" Imported (%x: f32[1,N]) -> ("y" = %y) {
            %a, _ = Split<Axis=1>(%x)
            %y = Transpose<Perm=[1,0]>(%a)
        }

        """)]
    [InlineData("""
        graph "net" Fused (%x: f32[1,4]) -> ("y" = %y) {
            %y: f32[1,4] = Elementwise<Body={1; Clamp<Min=0, Max=6>(0); Add(0,1); Relu(2)}>(%x)
        }

        """)]
    public void RoundTrips(string text)
    {
        var graph = GraphParser.Parse(text);
        Assert.Equal(text.Replace("\\u0041", "A"), GraphPrinter.Print(graph, full: true));
    }

    [Fact]
    public void LargeConstantsRoundTripInFull()
    {
        var graph = GraphParser.Parse("graph \"t\" Typed () -> (\"y\" = %c) { const %c: f32[50] = random(7) }");
        var again = GraphParser.Parse(GraphPrinter.Print(graph, full: true));
        Assert.Equal(graph.Constants.Values.Single(), again.Constants.Values.Single());
        Assert.Contains("digest(", GraphPrinter.Print(graph));
    }

    [Theory]
    [InlineData("graph \"t\" Typed () -> (\"y\" = %y) { }", "line 1, column 37: %y is not defined")]
    [InlineData("graph \"t\" Typed (%x: f32[2]) -> (\"y\" = %y) {\n %y = Nothing(%x) }", "line 2, column 14: no operator is called 'Nothing'")]
    [InlineData("graph \"t\" Typed (%x: f32[2]) -> (\"y\" = %y) { %y = Clamp<Max=1>(%x) }", "Clamp needs the attribute 'Min'")]
    [InlineData("graph \"t\" Typed (%x: f32[2]) -> (\"y\" = %y) { const %c: f32[2] = [1] }", "f32[2] needs 2 elements, got 1")]
    public void ErrorsNameThePlace(string text, string message)
    {
        var e = Assert.Throws<FormatException>(() => GraphParser.Parse(text));
        Assert.Contains(message, e.Message);
    }

    [Fact]
    public void EveryOperatorsAttributesAreReadable()
    {
        Type[] known = [typeof(bool), typeof(int), typeof(long), typeof(float), typeof(double), typeof(string), typeof(Ints), typeof(Floats), typeof(Shape), typeof(Expression), typeof(Tensor), typeof(Graph)];
        var unknown = from type in OperatorRegistry.All
                      from parameter in OperatorText.Parameters(type)
                      let kind = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType
                      where !kind.IsEnum && !known.Contains(kind) && !kind.IsAssignableTo(typeof(Operator))
                      select $"{type.Name}.{parameter.Name}: {kind.Name}";
        Support.Rules.Hold(unknown);
    }
}
