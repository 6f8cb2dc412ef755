using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.MatMul;
using CompileModel.Kernels.Tiling;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>Tiles where factors are broadcast, by the caches of the profile; and how the work of a product is cut.</summary>
public class BroadcastTileTests
{
    private static readonly TargetProfile Target = TargetProfiles.Load("x86-64-v4");

    [Fact]
    public void TallTilesReadPanelsLessOften() => Assert.Equal((14, 2), Shape(TileModel.Choose(Target, 1, 196, 512, 512)));

    [Fact]
    public void RowsThatEvictEachOtherMakeLowTiles()
    {
        // 1024 floats are as many bytes as one way of the first-level cache has.
        Assert.True(TileModel.Choose(Target, 1, 196, 512, 1024).Rows < Target.Caches[0].Ways);
        Assert.True(TileModel.Choose(Target, 1, 196, 512, 1024, pitch: 1040).Rows > Target.Caches[0].Ways);
    }

    // One thread, equal parts, and parts that share a tile of rows.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void ResultsDoNotDependOnTheParts(int parts)
    {
        const int Rows = 45, Depth = 19, Columns = 150;
        foreach (var name in KernelBatch.RunnableTargets)
        {
            var batch = new KernelBatch(TargetProfiles.Load(name));
            var shape = new ProductShape(1, Rows, Columns, Depth, 1);
            var packing = CompileModel.Kernels.Gemm.PanelPacking.Of(CompileModel.Kernels.Isas.Isa.ForProfile(batch.Target.Isas), Columns, shape.Vectors(batch.Target));
            var data = new Random(1);
            float[] Floats(int count) => [.. Enumerable.Range(0, count).Select(_ => data.Next(-8, 9) / 8f)];
            var (a, w) = (Floats(Rows * Depth), Floats(Depth * Columns));
            var packed = packing.Pack(1, Depth, (_, k, n) => w[k * Columns + n]).Span<float>().ToArray();
            var kernel = batch.Add(new MatMulTemplate([], false, packing.Vectors, Expression.Identity),
                [Layout.Dense(ElementType.Float32, [Rows, Depth]), Layout.Dense(ElementType.Float32, [packed.Length])], Layout.Dense(ElementType.Float32, [Rows, Columns]));
            var result = (float[])kernel.Run([a, packed], parts)[0];
            for (var i = 0; i < result.Length; i++)
                Assert.Equal(Enumerable.Range(0, Depth).Sum(k => (double)a[i / Columns * Depth + k] * w[k * Columns + i % Columns]), result[i], 1e-5);
        }
    }

    [Fact]
    public void ShortCallsAreNotShared()
    {
        static bool Pays(int rows) => SharingModel.Pays(Target, new MatMulTemplate([], false, 2, Expression.Identity),
            [Layout.Dense(ElementType.Float32, [rows, 64]), Layout.Dense(ElementType.Float32, [64, 64])], [Layout.Dense(ElementType.Float32, [rows, 64])]);
        Assert.False(Pays(1));
        Assert.True(Pays(1000));
    }

    private static (int Rows, int Vectors) Shape(TileChoice tile) => (tile.Rows, tile.Vectors);
}
