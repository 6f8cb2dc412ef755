using CompileModel.IR;

namespace CompileModel.Passes;

/// <summary>
/// One rewrite of the graph, named by a verb phrase. Looks for its pattern everywhere and returns all changes as one patch; the pass manager applies
/// it, verifies the result and runs the pass again where its group asks for a fixed point.
/// </summary>
public interface IPass
{
    /// <summary>Name on the command line and in logs.</summary>
    string Name => GetType().Name;

    /// <summary>Describes the changes.</summary>
    /// <returns>A patch of <paramref name="graph"/>; null or an empty patch when there is nothing to do.</returns>
    Patch? Run(Graph graph);
}
