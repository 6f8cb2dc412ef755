namespace CompileModel.IR.Operators;

/// <summary>Products of operands summed over the indexes that the result does not name. https://onnx.ai/onnx/operators/onnx__Einsum.html</summary>
/// <param name="Equation">Indexes of the operands, an arrow, indexes of the result: <c>bij,bjk->bik</c>; without the arrow those that occur once, sorted.</param>
public sealed record Einsum(string Equation) : Operator
{
    /// <summary>Index names of the operands and of the result, an ellipsis replaced by digits, and the extent of each name.</summary>
    public (string[] Operands, string Result, Dictionary<char, int> Extents) Parse(IReadOnlyList<Shape> shapes)
    {
        string[] sides = Equation.Replace(" ", "").Split("->");
        string[] operands = sides[0].Split(',');
        InferenceContext.Check(sides.Length <= 2 && operands.Length == shapes.Count, $"equation '{Equation}' does not have {shapes.Count} operands");
        string ellipsis = "";
        for (int i = 0; i < operands.Length; i++)
        {
            int hidden = shapes[i].Rank - operands[i].Replace("...", "").Length;
            InferenceContext.Check(hidden == 0 || (hidden > 0 && hidden < 10 && operands[i].Contains("...")), $"'{operands[i]}' does not fit {shapes[i]}");
            // Hidden axes align at the right: the last one is always '9'.
            string names = "0123456789"[(10 - hidden)..];
            if (names.Length > ellipsis.Length) ellipsis = names;
            operands[i] = operands[i].Replace("...", names);
        }
        string all = string.Concat(operands);
        string result = sides.Length == 2 ? sides[1].Replace("...", ellipsis) : ellipsis + new string([.. all.Where(char.IsLetter).GroupBy(c => c).Where(g => g.Count() == 1).Select(g => g.Key).Order()]);
        var extents = new Dictionary<char, int>();
        for (int i = 0; i < operands.Length; i++)
            for (int k = 0; k < operands[i].Length; k++)
            {
                int extent = shapes[i][k], known = extents.GetValueOrDefault(operands[i][k], 1);
                InferenceContext.Check(known == 1 || extent == 1 || known == extent, $"index '{operands[i][k]}' stands for {known} and {extent}");
                extents[operands[i][k]] = Math.Max(known, extent);
            }
        InferenceContext.Check(result.All(extents.ContainsKey), $"the result '{result}' names an unknown index");
        return (operands, result, extents);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (_, result, extents) = Parse([.. Enumerable.Range(0, context.Inputs).Select(i => context[i].Shape)]);
        return [new(context[0].Element, Shape.Of(result.Select(c => extents[c])))];
    }
}
