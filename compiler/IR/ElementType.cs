namespace CompileModel.IR;

/// <summary>
/// Element types of tensors; the numbers are those of ONNX TensorProto.DataType. Values of 8-, 4- and 2-bit types take one byte each: codes of floats and unsigned integers as a
/// byte, signed integers sign-extended.
/// </summary>
public enum ElementType : byte
{
#pragma warning disable CS1591 // the names say it
    Float32 = 1, UInt8 = 2, Int8 = 3, UInt16 = 4, Int16 = 5, Int32 = 6, Int64 = 7, String = 8, Bool = 9, Float16 = 10, Float64 = 11,
    UInt32 = 12, UInt64 = 13, BFloat16 = 16,
    Float8E4M3FN = 17, Float8E4M3FNUZ = 18, Float8E5M2 = 19, Float8E5M2FNUZ = 20, UInt4 = 21, Int4 = 22, Float4E2M1 = 23, Float8E8M0 = 24, UInt2 = 25, Int2 = 26,
#pragma warning restore CS1591
}
