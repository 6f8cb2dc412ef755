using CompileModel.IR;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// Weights in the order the micro-kernel reads them: panels of columns, each k-major; the last panel is as narrow as whole vectors allow, its
/// missing columns are 0.
/// </summary>
/// <param name="Columns">columns that exist</param>
/// <param name="Lanes">lanes of a vector</param>
/// <param name="Vectors">vectors of a full panel</param>
public sealed record PanelPacking(int Columns, int Lanes, int Vectors)
{
    /// <summary>The packing for an instruction set; a single panel is never wider than needed.</summary>
    public static PanelPacking Of(Isa isa, int columns, int vectors)
    {
        var lanes = isa.Lanes(ElementType.Float32);
        return new PanelPacking(columns, lanes, Math.Min(vectors, (columns + lanes - 1) / lanes));
    }

    /// <summary>Columns of a full panel.</summary>
    public int Width => Vectors * Lanes;

    /// <summary>Number of panels, the last one included.</summary>
    public int Panels => (Columns + Width - 1) / Width;

    /// <summary>Vectors of the last panel.</summary>
    public int LastVectors => (Columns - (Panels - 1) * Width + Lanes - 1) / Lanes;

    /// <summary>Columns in the last vector of the last panel.</summary>
    public int LastLanes => Columns % Lanes == 0 ? Lanes : Columns % Lanes;

    /// <summary>Whether all panels are full.</summary>
    public bool IsUniform => Columns % Width == 0;

    /// <summary>Columns with padding.</summary>
    public int PaddedColumns => (Panels - 1) * Width + LastVectors * Lanes;

    /// <summary>Floats of the packed matrix, or units of factors for each column of it.</summary>
    public int Floats(int depth) => PaddedColumns * depth;

    /// <summary>Packs groups of matrices; <paramref name="at"/> gives the weight of (group, k, column).</summary>
    public Tensor Pack(int groups, int depth, Func<int, int, int, float> at)
    {
        var packed = Tensor.Zeros(ElementType.Float32, Shape.Of(groups, Floats(depth)));
        var data = packed.Fill<float>();
        var i = 0;
        for (var g = 0; g < groups; g++)
        {
            for (var p = 0; p < Panels; p++)
            {
                var width = p == Panels - 1 ? LastVectors * Lanes : Width;
                for (var k = 0; k < depth; k++)
                {
                    for (var j = 0; j < width; j++, i++)
                        data[i] = p * Width + j < Columns ? at(g, k, p * Width + j) : 0;
                }
            }
        }
        return packed;
    }

    /// <summary>Packs groups of matrices of bytes, the factors of a unit side by side; runs of factors are padded to whole units. <paramref name="at"/> gives the weight of (group, k, column).</summary>
    public Tensor PackBytes(int groups, int runs, int run, int unit, Func<int, int, int, sbyte> at) => PackUnits(ElementType.Int8, groups, runs, run, unit, false, at);

    /// <summary>The same for 16-bit integers; where units are <see cref="ProductArithmetic.IsSplit"/>, columns lie side by side.</summary>
    public Tensor PackWords(ProductArithmetic words, int groups, int depth, Func<int, int, int, short> at)
        => PackUnits(ElementType.Int16, groups, 1, depth, words.Unit, words.IsSplit, at);

    private Tensor PackUnits<T>(ElementType type, int groups, int runs, int run, int unit, bool isColumnsFirst, Func<int, int, int, T> at) where T : unmanaged
    {
        var units = (run + unit - 1) / unit;
        var packed = Tensor.Zeros(type, Shape.Of(groups, Floats(runs * units) * unit));
        var data = packed.Fill<T>();
        var i = 0;
        for (var g = 0; g < groups; g++)
        {
            for (var p = 0; p < Panels; p++)
            {
                var width = p == Panels - 1 ? LastVectors * Lanes : Width;
                for (var k = 0; k < runs * units; k++)
                {
                    for (var j = 0; j < width * unit; j++, i++)
                    {
                        var (inPanel, inUnit) = isColumnsFirst ? (j % width, j / width) : (j / unit, j % unit);
                        var (column, inRun) = (p * Width + inPanel, k % units * unit + inUnit);
                        data[i] = column < Columns && inRun < run ? at(g, k / units * run + inRun, column) : default;
                    }
                }
            }
        }
        return packed;
    }

    /// <summary>A bias with the padding of every group.</summary>
    public Tensor PackBias<T>(int groups, ReadOnlySpan<T> bias) where T : unmanaged
    {
        var packed = Tensor.Zeros(typeof(T) == typeof(float) ? ElementType.Float32 : ElementType.Int32, Shape.Of(groups, PaddedColumns));
        var data = packed.Fill<T>();
        for (var g = 0; g < groups; g++)
            bias.Slice(g * Columns, Columns).CopyTo(data.Slice(g * PaddedColumns, Columns));
        return packed;
    }
}
