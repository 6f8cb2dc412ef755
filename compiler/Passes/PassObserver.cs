using CompileModel.IR;
using CompileModel.Targets;

namespace CompileModel.Passes;

/// <summary>What a user may watch while passes run: <c>--print-ir-after</c>, <c>--stop-after</c>, <c>--time-passes</c>. The defaults watch nothing.</summary>
public class PassObserver
{
    /// <summary>Called after each run of a pass.</summary>
    /// <param name="pass">Name of the pass.</param>
    /// <param name="graph">The graph after it.</param>
    /// <param name="changed">Whether the pass changed anything.</param>
    /// <param name="time">Time for finding, applying and verifying the changes.</param>
    /// <returns>False to stop the pipeline here.</returns>
    public virtual bool After(string pass, Graph graph, bool changed, TimeSpan time) => true;

    /// <summary>Called with the graph that is about to be lowered to kernels.</summary>
    public virtual void Lowering(Graph graph, TargetProfile target) { }

    /// <summary>Called when all groups up to a stage are done.</summary>
    public virtual void Reached(Stage stage, Graph graph) { }
}
