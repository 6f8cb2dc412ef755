namespace CompileModel.IR;

/// <summary>Element types of tensors; the numbers are those of ONNX TensorProto.DataType.</summary>
public enum ElementType : byte
{
#pragma warning disable CS1591 // the names say it
    Float32 = 1, UInt8 = 2, Int8 = 3, UInt16 = 4, Int16 = 5, Int32 = 6, Int64 = 7, String = 8, Bool = 9, Float16 = 10, Float64 = 11,
    UInt32 = 12, UInt64 = 13, BFloat16 = 16,
#pragma warning restore CS1591
}
