using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Numpy broadcasting.</summary>
public static class Broadcasting
{
    /// <summary>For each element of <paramref name="result"/> the row-major number of the element of <paramref name="operand"/> that it reads; null when they are the same.</summary>
    public static int[]? Map(Shape operand, Shape result)
    {
        if (operand.Equals(result)) return null;
        long[] strides = Strides(operand, result);
        int[] map = new int[checked((int)result.Count)];
        for (var i = new NdIndex(result); i.Valid; i.Next()) map[i.Flat] = (int)i.Dot(strides);
        return map;
    }

    /// <summary>Strides of an operand along the axes of the result, 0 where it is repeated.</summary>
    public static long[] Strides(Shape operand, Shape result)
    {
        long[] own = operand.Strides(), strides = new long[result.Rank];
        int lead = result.Rank - operand.Rank;
        for (int i = 0; i < operand.Rank; i++) strides[lead + i] = operand[i] == 1 ? 0 : own[i];
        return strides;
    }

    /// <summary>Values of a shape times a scale plus a bias, each broadcast to the shape or left out.</summary>
    public static double[] MultiplyAdd(double[] values, Shape shape, Tensor? scale, Tensor? bias)
    {
        int[]? scaleMap = scale is null ? null : Map(scale.Shape, shape), biasMap = bias is null ? null : Map(bias.Shape, shape);
        double[] result = new double[values.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = values[i] * (scale is null ? 1 : scale.AsDouble(scaleMap is null ? i : scaleMap[i]));
            if (bias is not null) result[i] += bias.AsDouble(biasMap is null ? i : biasMap[i]);
        }
        return result;
    }
}
