namespace CompileModel.IR.Operators;

/// <summary>Maximum over windows; result 1 holds where it was found, as a number in the whole input. https://onnx.ai/onnx/operators/onnx__MaxPool.html</summary>
/// <param name="Kernel">Extents of the window.</param>
/// <param name="Strides">One a spatial axis; empty for 1.</param>
/// <param name="Dilations">One a spatial axis; empty for 1.</param>
/// <param name="Pads">Begins, then ends; empty for 0.</param>
/// <param name="CeilMode">Rounds the output extents up.</param>
/// <param name="AutoPad">Automatic padding; replaces Pads.</param>
/// <param name="ColumnMajor">Numbers of result 1 count the first spatial axis fastest.</param>
public sealed record MaxPool(Ints Kernel, Ints Strides, Ints Dilations, Ints Pads, bool CeilMode, AutoPad AutoPad, bool ColumnMajor)
    : PoolOperator(Kernel, Strides, Dilations, Pads, CeilMode, AutoPad);
