using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>Finds the importer of an ONNX operator. All importers of the assembly take part.</summary>
public static class Importers
{
    private static readonly Dictionary<(string Domain, string OpType), IImporter> ByName = typeof(Importers).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(IImporter)))
        .Select(t => (IImporter)Activator.CreateInstance(t)!)
        .ToDictionary(i => (i.Domain, i.OpType));

    /// <summary>Every importer, sorted by domain and operator.</summary>
    public static IEnumerable<IImporter> All => ByName.Values.OrderBy(i => i.Domain, StringComparer.Ordinal).ThenBy(i => i.OpType, StringComparer.Ordinal);

    /// <summary>The importer of an operator, or null.</summary>
    public static IImporter? Find(string domain, string opType) => ByName.GetValueOrDefault((domain == "ai.onnx" ? "" : domain, opType));

    /// <summary>Imports one node: checks the operator, its opset and arity, runs the importer and checks that every attribute was understood.</summary>
    /// <exception cref="ImportException">What is wrong; the caller adds the place.</exception>
    public static void Import(ImportContext context)
    {
        var node = context.Node;
        string name = node.Domain.Length == 0 ? node.OpType : $"{node.Domain}.{node.OpType}";
        if (Find(node.Domain, node.OpType) is not { } importer)
            throw new ImportException(DiagnosticCodes.UnsupportedOperator, $"operator {name} is not supported", "compile-model list-operators names what is");
        if (context.Opset < importer.Since || context.Opset > importer.Until)
            throw new ImportException(DiagnosticCodes.UnsupportedOperator, $"{name} is supported in opset {importer.Since} to {importer.Until}, the model uses {context.Opset}");
        if (context.Inputs.Count < importer.MinInputs || context.Inputs.Count > importer.MaxInputs)
            throw new ImportException(DiagnosticCodes.BadArity, $"{name} takes {importer.MinInputs} to {importer.MaxInputs} inputs, got {context.Inputs.Count}");
        for (int i = 0; i < importer.MinInputs; i++)
            if (context.Inputs[i] is null) throw new ImportException(DiagnosticCodes.BadArity, $"input {i} of {name} must not be left out");
        if (node.Outputs.Count > importer.MaxOutputs || node.Outputs.Count == 0)
            throw new ImportException(DiagnosticCodes.BadArity, $"{name} has 1 to {importer.MaxOutputs} outputs, got {node.Outputs.Count}");
        importer.Import(context);
        context.RequireComplete();
    }
}
