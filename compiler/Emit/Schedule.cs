using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Tiling;
using CompileModel.Passes.Control;
using CompileModel.Passes.Planning;
using CompileModel.Targets;

namespace CompileModel.Emit;

/// <summary>
/// Binds the kernels of a plan and of the bodies in it. Every value of a body lies at a fixed place of the model: inputs and outputs where the operands and results of
/// the outer step lie, everything else inside the step's arena.
/// </summary>
internal sealed class Schedule(KernelModule module, TargetProfile target)
{
    private readonly List<EmittedCall> calls = [];
    private int bodies, loops;

    /// <summary>All kernel calls, those of bodies included, in the order of their numbers.</summary>
    public IReadOnlyList<EmittedCall> Calls => calls;

    /// <summary>The steps of a plan.</summary>
    /// <param name="plan">A model, or a body.</param>
    /// <param name="place">From a place of the plan to one of the model.</param>
    /// <param name="obstacle">Why a run ends instead, or empty.</param>
    public EmittedBody Bind(MemoryPlan plan, Func<Storage, Storage> place, string obstacle = "")
    {
        int number = bodies++;
        if (obstacle.Length > 0) return new(number, [], obstacle);
        return new(number, [.. plan.Steps.Where(s => s.Outputs.Any(o => o.Storage.Layout.Count > 0)).Select(s => Bind(Placed(s, place))).ToArray()]);
    }

    private static PlannedStep Placed(PlannedStep step, Func<Storage, Storage> place) => step with
    {
        Inputs = [.. step.Inputs.Select(i => (i.Value, place(i.Storage)))], Outputs = [.. step.Outputs.Select(o => (o.Value, place(o.Storage)))],
    };

    private EmittedStep Bind(PlannedStep step) => step.Template switch
    {
        BranchTemplate branch => Bind(step, branch),
        RepeatTemplate loop => Bind(step, loop),
        _ => Call(step),
    };

    private EmittedStep.Branch Bind(PlannedStep step, BranchTemplate branch)
    {
        int thenInputs = branch.Then.Graph.Inputs.Length;
        Storage[] inputs = [.. step.Inputs.Select(i => i.Storage)], outputs = [.. step.Outputs.Select(o => o.Storage)];
        return new(step.Node, Address(inputs[0]),
            Bind(branch.Then, Inside(inputs[1..(1 + thenInputs)], outputs[..^1], outputs[^1]), branch.ThenObstacle), Bind(branch.Else, Inside(inputs[(1 + thenInputs)..], outputs[..^1], outputs[^1]), branch.ElseObstacle));
    }

    private EmittedStep.Loop Bind(PlannedStep step, RepeatTemplate loop)
    {
        var op = loop.Operator;
        var inputs = new Queue<Storage>(step.Inputs.Select(i => i.Storage));
        var outputs = new Queue<Storage>(step.Outputs.Select(o => o.Storage));
        static Storage[] Take(Queue<Storage> from, int count) => [.. Enumerable.Range(0, count).Select(_ => from.Dequeue())];

        string? limit = loop.HasLimit ? Address(inputs.Dequeue()) : null, condition = loop.HasCondition ? Address(inputs.Dequeue()) : null;
        Storage[] first = Take(inputs, op.States), scanned = Take(inputs, op.InputAxes.Count), outer = [.. inputs];
        Storage[] states = Take(outputs, op.States), collected = Take(outputs, op.OutputAxes.Count), trip = Take(outputs, 1), slices = Take(outputs, op.InputAxes.Count),
            next = Take(outputs, op.Body.Outputs.Length), arena = Take(outputs, 1);
        int number = loops++;
        var body = Bind(loop.Body, Inside([.. trip, .. states, .. slices, .. outer], next, arena[0]));
        return new(step.Node, number, body, op.Trips, limit, condition, op.Checked ? Address(next[0]) : null, Address(trip[0]),
            [.. states.Zip(first, Copy)], [.. slices.Select((s, k) => Slice(s, scanned[k], op.InputAxes[k], op.InputBackwards[k]))],
            [.. states.Zip(next[op.FirstNext..], Copy)], [.. collected.Select((c, k) => Slice(next[op.FirstNext + op.States + k], c, op.OutputAxes[k], op.OutputBackwards[k]))]);
    }

    /// <summary>Places of a body in terms of the step around it.</summary>
    private static Func<Storage, Storage> Inside(Storage[] inputs, Storage[] outputs, Storage arena) => storage =>
    {
        var outer = storage.Base switch { StorageBase.Arena => arena, StorageBase.Input => inputs[storage.Index], _ => outputs[storage.Index] };
        return storage with { Base = outer.Base, Index = outer.Index, Offset = outer.Offset + storage.Offset };
    };

    private static EmittedStep.Copy Copy(Storage to, Storage from) => new(Address(to), Address(from), from.Extent);

    private static EmittedStep.Slice Slice(Storage part, Storage whole, int axis, int backwards)
    {
        long inner = whole.Layout.Dims.Skip(axis + 1).Aggregate((long)whole.Layout.Type.Size(), (a, b) => a * b), runs = whole.Layout.Dims.Take(axis).Aggregate(1L, (a, b) => a * b);
        return new(Address(part), Address(whole), inner, runs, inner * whole.Layout.Dims[axis], backwards != 0);
    }

    private EmittedStep.Call Call(PlannedStep step)
    {
        Layout[] inputs = [.. step.Inputs.Select(i => i.Storage.Layout)], outputs = [.. step.Outputs.Select(o => o.Storage.Layout)];
        var routine = step.Template.Bind(target, inputs, outputs);
        module.Require(routine);
        var arguments = step.Inputs.Concat(step.Outputs).Zip(routine.Parameters, (operand, p) => Pointer(operand.Storage, p)).ToArray();
        var constants = step.Inputs.Where(i => i.Storage.Base == StorageBase.Weights).Select(i => i.Value).ToHashSet();
        calls.Add(new(step.Node, step.Template, routine, arguments, constants, SharingModel.Pays(target, step.Template, inputs, outputs),
            new(step.Node.Title, step.Template.Family, step.Template.Macs(inputs, outputs))));
        return new(calls.Count - 1);
    }

    private static string Pointer(Storage storage, RoutineParameter parameter)
    {
        string type = parameter.ToString().Split(' ')[0], address = Address(storage);
        return storage.Offset == 0 ? $"({type}){address}" : $"({type})({address})";
    }

    private static string Address(Storage storage)
    {
        string at = storage.Base switch
        {
            StorageBase.Arena => "m->Arena",
            StorageBase.Weights => "m->Weights",
            StorageBase.Input => $"m->Inputs[{storage.Index}]",
            _ => $"m->Outputs[{storage.Index}]",
        };
        return storage.Offset == 0 ? at : $"{at} + {storage.Offset}";
    }
}
