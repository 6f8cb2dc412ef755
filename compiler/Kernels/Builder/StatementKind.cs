namespace CompileModel.Kernels.Builder;

/// <summary>What a statement of straight-line code costs: which part of a core executes it.</summary>
public enum StatementKind
{
    /// <summary>Vector arithmetic other than multiply-adds.</summary>
    Arithmetic,

    /// <summary>Additions of vectors of integers and moves of lanes, whose results are there sooner than others.</summary>
    ShortArithmetic,

    /// <summary>A vector multiply-add into an accumulator.</summary>
    MultiplyAdd,

    /// <summary>A load of a whole vector.</summary>
    Load,

    /// <summary>A load of half a vector.</summary>
    HalfLoad,

    /// <summary>A load of an integer.</summary>
    IntegerLoad,

    /// <summary>An integer register inserted into a vector.</summary>
    Insert,

    /// <summary>A store.</summary>
    Store,

    /// <summary>Integer and pointer arithmetic.</summary>
    Integer,
}
