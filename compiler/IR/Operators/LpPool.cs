namespace CompileModel.IR.Operators;

/// <summary>P-norm over windows. https://onnx.ai/onnx/operators/onnx__LpPool.html</summary>
/// <param name="Kernel">Extents of the window.</param>
/// <param name="Strides">One a spatial axis; empty for 1.</param>
/// <param name="Dilations">One a spatial axis; empty for 1.</param>
/// <param name="Pads">Begins, then ends; empty for 0.</param>
/// <param name="CeilMode">Rounds the output extents up.</param>
/// <param name="AutoPad">Automatic padding; replaces Pads.</param>
/// <param name="P">Order of the norm.</param>
public sealed record LpPool(Ints Kernel, Ints Strides, Ints Dilations, Ints Pads, bool CeilMode, AutoPad AutoPad, int P)
    : PoolOperator(Kernel, Strides, Dilations, Pads, CeilMode, AutoPad);
