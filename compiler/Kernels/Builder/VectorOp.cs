namespace CompileModel.Kernels.Builder;

/// <summary>Lane-wise operations that an ISA spells in C#. Comparisons give masks; And, Or, Xor, Not work on masks and integers.</summary>
public enum VectorOp
{
    /// <summary>a + b</summary>
    Add,
    /// <summary>a - b</summary>
    Subtract,
    /// <summary>a * b</summary>
    Multiply,
    /// <summary>a / b (integers: truncated, scalar only)</summary>
    Divide,
    /// <summary>the smaller; NaN when a is NaN</summary>
    Min,
    /// <summary>the larger; NaN when a is NaN</summary>
    Max,
    /// <summary>bitwise and</summary>
    And,
    /// <summary>bitwise or</summary>
    Or,
    /// <summary>bitwise exclusive or</summary>
    Xor,
    /// <summary>a &lt; b, false for NaN</summary>
    Less,
    /// <summary>a &lt;= b, false for NaN</summary>
    LessOrEqual,
    /// <summary>a &gt; b, false for NaN</summary>
    Greater,
    /// <summary>a &gt;= b, false for NaN</summary>
    GreaterOrEqual,
    /// <summary>a == b, false for NaN</summary>
    Equal,
    /// <summary>|a|</summary>
    Abs,
    /// <summary>-a</summary>
    Negate,
    /// <summary>correctly rounded square root</summary>
    Sqrt,
    /// <summary>largest integer not above</summary>
    Floor,
    /// <summary>smallest integer not below</summary>
    Ceiling,
    /// <summary>nearest integer, ties to even</summary>
    Round,
    /// <summary>nearest integer towards zero</summary>
    Truncate,
    /// <summary>bitwise or mask complement</summary>
    Not,
    /// <summary>float32 to int32, nearest, ties to even; out of range is target-defined</summary>
    ToInt32Nearest,
    /// <summary>float32 to int32, towards zero; out of range is target-defined</summary>
    ToInt32Truncate,
    /// <summary>int32 to float32, nearest</summary>
    ToFloat32,
    /// <summary>the bits of a float32 as int32</summary>
    BitsToInt32,
    /// <summary>int32 bits as a float32</summary>
    BitsToFloat32,
    /// <summary>the bits of a float64 as int64 (scalar only)</summary>
    BitsToInt64,
    /// <summary>int64 bits as a float64 (scalar only)</summary>
    BitsToFloat64,
    /// <summary>the remainder of a truncated division, with the sign of a (scalar only)</summary>
    Remainder,
    /// <summary>a shifted left by b bits (integers, scalar only)</summary>
    ShiftLeftBy,
    /// <summary>a shifted right by b bits (integers, scalar only)</summary>
    ShiftRightBy,
}
