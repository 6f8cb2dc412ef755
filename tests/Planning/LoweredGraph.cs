using System.Collections.Immutable;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels;
using CompileModel.Passes.Planning;

namespace CompileModel.Tests.Planning;

/// <summary>Builds graphs of kernel calls for tests of the memory plan.</summary>
internal sealed class LoweredGraph
{
    private readonly List<Node> nodes = [];
    private readonly List<Value> inputs = [];
    private readonly List<GraphOutput> outputs = [];
    private readonly Dictionary<Value, Tensor> constants = [];

    public Value Input(params int[] shape)
    {
        inputs.Add(new($"in{inputs.Count}", new(ElementType.Float32, Shape.Of(shape))));
        return inputs[^1];
    }

    public Value Constant(string name, params float[] data)
    {
        var tensor = Tensor.Of(Shape.Of(data.Length), data);
        var value = new Value(name, tensor.Type);
        constants.Add(value, tensor);
        return value;
    }

    public Value Call(string name, KernelTemplate template, int[] shape, params Value[] operands)
    {
        var type = new TensorType(ElementType.Float32, Shape.Of(shape));
        var value = new Value(name, type);
        nodes.Add(new(new KernelCall(template, [type]), [.. operands], [value], []));
        return value;
    }

    public Value Compute(string name, int[] shape, params Value[] operands) => Call(name, new FakeCompute(true, false), shape, operands);

    public Value Reshape(string name, int[] shape, Value operand)
    {
        var value = new Value(name, new(ElementType.Float32, Shape.Of(shape)));
        nodes.Add(new(new ReshapeTo(new(shape)), [operand], [value], []));
        return value;
    }

    public LoweredGraph Output(Value value)
    {
        outputs.Add(new($"out{outputs.Count}", value));
        return this;
    }

    public MemoryPlan Plan()
    {
        var graph = new Graph("test", Stage.Lowered, inputs, outputs, nodes, constants.ToImmutableDictionary());
        Verifier.Verify(graph, "test");
        return MemoryPlanner.Plan(graph);
    }
}
