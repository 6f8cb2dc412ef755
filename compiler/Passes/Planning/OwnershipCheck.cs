using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Kernels;

namespace CompileModel.Passes.Planning;

/// <summary>The execution of <see cref="MemoryPlanVerifier"/>: one cell of the map is the smallest element size; it holds the number of a value.</summary>
internal sealed class OwnershipCheck
{
    /// <summary>Marks elements that an operand left in place.</summary>
    private const int InPlace = -1;

    private readonly MemoryPlan plan;
    private readonly int cell;
    private readonly Dictionary<(StorageBase, int), int[]> maps = [];
    private readonly Dictionary<Value, int> numbers = [];

    /// <summary>Values with the same content somewhere (a union-find forest over value numbers).</summary>
    private readonly int[] shared;

    /// <summary>Last step that reads a value of a content class; the number of steps for outputs.</summary>
    private readonly int[] lastRead;

    public OwnershipCheck(MemoryPlan plan)
    {
        this.plan = plan;
        cell = plan.Storages.Keys.Select(v => v.Element.Size()).Append(4).Min();
        foreach (var value in plan.Storages.Keys) numbers.Add(value, numbers.Count + 1);
        shared = [.. Enumerable.Range(0, numbers.Count + 1)];
        lastRead = new int[numbers.Count + 1];
        maps.Add((StorageBase.Arena, 0), new int[(plan.ArenaBytes + cell - 1) / cell]);
        for (int i = 0; i < plan.Graph.Outputs.Length; i++) maps.Add((StorageBase.Output, i), new int[plan.Graph.Outputs[i].Value.Type.Bytes / cell]);
    }

    /// <summary>Executes the plan.</summary>
    public void Run()
    {
        DeclareSharing();
        FindLastReads();
        var steps = plan.Steps.ToDictionary(s => s.Node);
        int number = 0;
        foreach (var node in plan.Graph.Nodes)
        {
            if (steps.TryGetValue(node, out var step)) Execute(step, number++);
            else CheckView(node);
        }
        Require(number == plan.Steps.Count, "the steps are not in the order of the nodes");
        foreach (var output in plan.Graph.Outputs)
        {
            Require(plan.Storages[output.Value] is { Base: StorageBase.Output, Layout.IsDense: true }, $"output {output.Value} does not lie in its buffer");
            Read(output.Value, $"output '{output.Name}'");
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition) throw new InternalCompilerException($"memory plan: {message}");
    }

    private int Class(int number)
    {
        while (shared[number] != number) number = shared[number];
        return number;
    }

    private void DeclareSharing()
    {
        foreach (var node in plan.Graph.Nodes)
        {
            if (MemoryPlanVerifier.IsReshape(node)) shared[Class(numbers[node.Output])] = Class(numbers[node.Input(0)]);
            foreach (var region in PlaceViews.Regions(node).Where(r => MemoryPlanVerifier.SharesPlace(plan, node, r)))
                shared[Class(numbers[node.Output])] = Class(numbers[node.Input(region.Operand)]);
        }
    }

    private void FindLastReads()
    {
        for (int i = 0; i < plan.Steps.Count; i++)
            foreach (var (value, _) in plan.Steps[i].Inputs) lastRead[Class(numbers[value])] = i;
        foreach (var output in plan.Graph.Outputs) lastRead[Class(numbers[output.Value])] = plan.Steps.Count;
    }

    private void Execute(PlannedStep step, int index)
    {
        string what = $"{step.Template.Family} -> %{step.Node.Output.Name}";
        for (int i = 0; i < step.Inputs.Count; i++)
        {
            Require(step.Inputs[i].Storage.Layout.IsDense || step.Template.AcceptsView(i), $"{what}: operand {i} is strided");
            Read(step.Inputs[i].Value, what);
        }
        for (int o = 0; o < step.Outputs.Count; o++)
        {
            Require(step.Outputs[o].Storage.Layout.IsDense || step.Template.AcceptsView(step.Inputs.Count + o), $"{what}: result {o} is strided");
            Write(step, o, index, what);
        }
    }

    private void Write(PlannedStep step, int o, int index, string what)
    {
        var (value, storage) = step.Outputs[o];
        var map = maps.GetValueOrDefault((storage.Base, storage.Index)) ?? throw new InternalCompilerException($"memory plan: {what}: writes to {storage}");

        // Elements that operands left in place are not written by what remains of the node.
        Value[] kept = step.Template == ((KernelCall)step.Node.Operator).Template ? []
            : [.. PlaceViews.Regions(step.Node).Where(r => MemoryPlanVerifier.SharesPlace(plan, step.Node, r)).Select(r => step.Node.Input(r.Operand))];
        foreach (var operand in kept)
        {
            Read(operand, what);
            Mark(operand, InPlace);
        }
        var aliased = step.Inputs.Select((input, i) => (input, i))
            .Where(p => p.input.Storage == storage && step.Template.MayAlias(p.i, o)).Select(p => Class(numbers[p.input.Value])).ToHashSet();
        int number = numbers[value];
        var harmless = new HashSet<int> { 0 };
        foreach (var (start, length) in Runs(storage))
        {
            Require(start >= 0 && start + length <= map.Length, $"{what}: {storage} ends outside of its memory");
            var span = map.AsSpan(checked((int)start), length);
            for (int i = 0; i < length;)
            {
                int owner = span[i];
                int run = span[i..].IndexOfAnyExcept(owner);
                if (run < 0) run = length - i;
                if (owner != InPlace && !harmless.Contains(owner))
                {
                    int content = Class(owner);
                    bool read = lastRead[content] > index || (lastRead[content] == index && !aliased.Contains(content) && step.Inputs.Any(x => Class(numbers[x.Value]) == content));
                    Require(!read || owner == number, $"{what}: overwrites %{Name(owner)}, which is read later");
                    harmless.Add(owner);
                }
                if (owner != InPlace) span.Slice(i, run).Fill(number);
                i += run;
            }
        }
        foreach (var operand in kept) Mark(operand, numbers[operand]);
    }

    private void Mark(Value value, int number)
    {
        var storage = plan.Storages[value];
        foreach (var (start, length) in Runs(storage)) maps[(storage.Base, storage.Index)].AsSpan((int)start, length).Fill(number);
    }

    private void Read(Value value, string what)
    {
        var storage = plan.Storages[value];
        if (storage.Base == StorageBase.Weights) Require(storage.Offset % ArenaAllocator.Alignment == 0, $"{what}: {storage} is not aligned");
        if (!maps.TryGetValue((storage.Base, storage.Index), out var map)) return;
        int content = Class(numbers[value]), known = -1;
        foreach (var (start, length) in Runs(storage))
        {
            Require(start >= 0 && start + length <= map.Length, $"{what}: {storage} ends outside of its memory");
            var span = map.AsSpan(checked((int)start), length);
            for (int i = 0; i < length;)
            {
                int owner = span[i];
                // Asked for each run of each value: a message is made where it is needed.
                if (owner != known && Class(owner) != content) Require(false, $"{what}: reads %{value.Name}, finds %{Name(owner)}");
                known = owner;
                int run = span[i..].IndexOfAnyExcept(owner);
                i = run < 0 ? length : i + run;
            }
        }
    }

    private void CheckView(Node node)
    {
        string what = $"view %{node.Output.Name}";
        if (MemoryPlanVerifier.IsReshape(node))
        {
            var (from, to) = (plan.Storages[node.Input(0)], plan.Storages[node.Output]);
            Require(from.Base == to.Base && from.Index == to.Index && from.Offset == to.Offset
                && LayoutViews.Reshape(from.Layout, to.Layout.Dims) is { } same && Runs(to with { Layout = same }).SequenceEqual(Runs(to)), $"{what} lies elsewhere than its operand");
        }
        else
        {
            var regions = PlaceViews.Regions(node);
            Require(regions.Count > 0 && regions.All(r => MemoryPlanVerifier.SharesPlace(plan, node, r)), $"{what} is not in place");
        }
    }

    private string Name(int number) => numbers.FirstOrDefault(n => n.Value == number).Key?.Name ?? "nothing";

    /// <summary>The contiguous runs of a value, in cells.</summary>
    private IEnumerable<(long Start, int Length)> Runs(Storage storage)
    {
        var layout = storage.Layout;
        int unit = layout.Type.Size() / cell;
        if (layout.Count == 0) yield break;
        if (layout.IsDense)
        {
            yield return (storage.Offset / cell, layout.Count * unit);
            yield break;
        }
        int inner = layout.Rank;
        int length = 1;
        while (inner > 0 && (layout.Dims[inner - 1] == 1 || layout.Strides[inner - 1] == length)) length *= layout.Dims[--inner];
        var index = new int[inner];
        while (true)
        {
            long start = 0;
            for (int i = 0; i < inner; i++) start += (long)index[i] * layout.Strides[i];
            yield return (storage.Offset / cell + start * unit, length * unit);
            int axis = inner - 1;
            while (axis >= 0 && ++index[axis] == layout.Dims[axis]) index[axis--] = 0;
            if (axis < 0) yield break;
        }
    }
}
