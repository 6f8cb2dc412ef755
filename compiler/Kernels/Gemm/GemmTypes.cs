using CompileModel.IR;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Gemm;

/// <summary>The element types of a product's operands.</summary>
/// <param name="Arithmetic">of A, W, the sums and the bias</param>
/// <param name="Extras">an <see cref="ElementType"/> for each further epilogue operand</param>
/// <param name="Result">of C</param>
/// <param name="Sums">what is known of sums of integers</param>
public sealed record GemmTypes(ProductArithmetic Arithmetic, Ints Extras, ElementType Result, SumFacts Sums = default)
{
    /// <summary>Everything is float32.</summary>
    public static GemmTypes Floats(Isa isa, int extras = 0) => new(ProductArithmetic.Floats(isa), Ints.Repeat((int)ElementType.Float32, extras), ElementType.Float32);

    /// <summary>The types of bound operands.</summary>
    public static GemmTypes Of(ProductArithmetic arithmetic, IReadOnlyList<Layout> extras, Layout result, SumFacts sums = default) => new(arithmetic, new Ints([.. extras.Select(e => (int)e.Type)]), result.Type, sums);

    /// <summary>Type of a further epilogue operand.</summary>
    public ElementType Extra(int index) => (ElementType)Extras[index];

    /// <summary>Whether everything is float32.</summary>
    public bool AreFloats => Arithmetic.IsFloat && Result == ElementType.Float32 && Extras.All(e => e == (int)ElementType.Float32);

    /// <summary>Whether results or further epilogue operands are bytes.</summary>
    public bool HaveBytes => Result.IsByte() || Enumerable.Range(0, Extras.Count).Any(i => Extra(i).IsByte());

    /// <summary>For names: empty when all are float32.</summary>
    public string Suffix => AreFloats ? "" : $"{Arithmetic.Name}{string.Concat(Extras.Select(e => "_" + ((ElementType)e).ShortName()))}_{Result.ShortName()}{Sums.Suffix}";
}
