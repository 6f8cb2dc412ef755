namespace CompileModel.Frontend;

/// <summary>
/// Turns one ONNX operator, in every opset it is supported for, into nodes of the IR, attributes resolved with the defaults of the opset.
/// Found by scanning the assembly; one class an operator in Frontend/Operators.
/// </summary>
public interface IImporter
{
    /// <summary>ONNX operator type.</summary>
    string OpType { get; }

    /// <summary>Operator domain; the default one is empty.</summary>
    string Domain { get; }

    /// <summary>First opset that is understood.</summary>
    int Since { get; }

    /// <summary>Last opset of the domain that is understood.</summary>
    int Until { get; }

    /// <summary>Fewest operands of a node.</summary>
    int MinInputs { get; }

    /// <summary>Most operands of a node.</summary>
    int MaxInputs { get; }

    /// <summary>Most results of a node.</summary>
    int MaxOutputs { get; }

    /// <summary>Imports one node: reads attributes and operands of <paramref name="node"/> and calls <see cref="ImportContext.Emit"/> or <see cref="ImportContext.EmitConstant"/> once.</summary>
    /// <exception cref="ImportException">An attribute or the form of the node is not understood.</exception>
    void Import(ImportContext node);
}
