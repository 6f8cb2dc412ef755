using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>A model that was read: its graph and what the file says about itself.</summary>
/// <param name="File">File name as the user gave it.</param>
/// <param name="Graph">The graph in stage <see cref="Stage.Imported"/>; input shapes are static.</param>
/// <param name="Hash">SHA-256 of the model file and its external data, hexadecimal.</param>
/// <param name="IrVersion">Version of the file format.</param>
/// <param name="Opsets">Operator set versions by domain; the default domain is empty.</param>
/// <param name="Producer">Name and version of the exporter, possibly empty.</param>
/// <param name="Symbols">Dimensions that stay open between bounds; the graph's input shapes have the upper ones.</param>
public sealed record OnnxModel(string File, Graph Graph, string Hash, long IrVersion, IReadOnlyDictionary<string, int> Opsets, string Producer, IReadOnlyList<BoundedSymbol> Symbols);
