namespace CompileModel.Bench.Cycles.InOrder;

/// <summary>An instruction as the pipeline sees it.</summary>
public sealed record Instruction
{
    /// <summary>Assembler text.</summary>
    public required string Text { get; init; }

    /// <summary>Registers it reads when it issues.</summary>
    public IReadOnlyList<int> Sources { get; init; } = [];

    /// <summary>Registers it writes.</summary>
    public IReadOnlyList<int> Results { get; init; } = [];

    /// <summary>The result that it adds to, read late when the instruction before came from the same rule; -1 when there is none.</summary>
    public int Accumulator { get; init; } = -1;

    /// <summary>The rule it came from: results are forwarded within one.</summary>
    public VectorRule? Rule { get; init; }

    /// <summary>The address register that it moves, ready for the next cycle; -1 when there is none.</summary>
    public int MovedBase { get; init; } = -1;

    /// <summary>Its latencies.</summary>
    public Cost Cost { get; init; } = new(1);

    /// <summary>How many of the two 64-bit vector pipes it takes.</summary>
    public int VectorPipes { get; init; }

    /// <summary>How long it keeps the load and store pipe.</summary>
    public int LoadStoreCycles { get; init; }

    /// <summary>Whether no 128-bit arithmetic issues in its cycle.</summary>
    public bool KeepsQuadOut { get; init; }

    /// <summary>Whether it is an integer multiplication: one a cycle.</summary>
    public bool Multiplies { get; init; }

    /// <summary>Whether it reads the condition flags.</summary>
    public bool ReadsFlags { get; init; }

    /// <summary>Whether it sets them.</summary>
    public bool SetsFlags { get; init; }

    /// <summary>Whether nothing issues after it in its cycle.</summary>
    public bool EndsCycle { get; init; }
}
