namespace CompileModel.IR;

/// <summary>An operator whose results follow from the types of its operands alone, whatever the data: always a constant once types are known.</summary>
public interface ITypesOnly;
