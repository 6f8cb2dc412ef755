namespace CompileModel.IR.Operators;

/// <summary>x for x &gt;= 0, Alpha * (exp(x) - 1) below, for floats. https://onnx.ai/onnx/operators/onnx__Elu.html</summary>
/// <param name="Alpha">Negative limit of the result, negated.</param>
public sealed record Elu(float Alpha) : FloatUnaryOperator;
