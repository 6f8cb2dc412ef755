using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.Emit;

namespace CompileModel.Cli;

/// <summary><c>--max-ram</c>: weights, arena, inputs and outputs, scratch of one thread and the fixed part of the process stay below a size, or the compiler refuses.</summary>
internal static class MemoryLimit
{
    /// <summary>Code, stack and tables of a program, whatever the model.</summary>
    public const long FixedBytes = 768 << 10;

    private const int Rounds = 6;

    /// <summary>What a program keeps in memory.</summary>
    public static long Bytes(EmittedModel emitted)
    {
        var graph = emitted.Plan.Graph;
        return emitted.Plan.Weights.Bytes.Length + emitted.Plan.ArenaBytes + emitted.ScratchBytes + FixedBytes
            + graph.Inputs.Sum(i => i.Type.Bytes) + graph.Outputs.Sum(o => o.Value.Type.Bytes);
    }

    /// <summary>
    /// The program with about the largest budget of weights, at most <paramref name="largest"/> bytes, that keeps the limit. <paramref name="emit"/> compiles with a budget for all weights.
    /// </summary>
    /// <exception cref="CompilationException">CM5004: even the smallest program does not; says how large that is.</exception>
    public static EmittedModel Keep(long limit, string file, long largest, Func<long, EmittedModel> emit)
    {
        var emitted = emit(largest);
        if (Bytes(emitted) <= limit) return emitted;
        emitted = emit(0);
        var (fits, over) = (0L, largest);
        for (int round = 0; round < Rounds && Bytes(emitted) <= limit; round++)
        {
            long budget = (fits + over) / 2;
            var next = emit(budget);
            if (Bytes(next) <= limit) (fits, emitted) = (budget, next);
            else over = budget;
        }
        return Bytes(emitted) <= limit ? emitted : throw new CompilationException(DiagnosticCodes.MemoryLimit,
            $"the program takes {Kilobytes(Bytes(emitted))}, more than --max-ram {Kilobytes(limit)}: weights {Kilobytes(emitted.Plan.Weights.Bytes.Length)}, arena {Kilobytes(emitted.Plan.ArenaBytes)}, "
            + $"the rest {Kilobytes(Bytes(emitted) - emitted.Plan.Weights.Bytes.Length - emitted.Plan.ArenaBytes)}", new(file), "that is the smallest there is; allow that much, or take a smaller model");
    }

    /// <summary>Reads a size such as <c>65536</c>, <c>512K</c>, <c>64M</c> or <c>64MB</c>; units are powers of 1024.</summary>
    /// <exception cref="CompilationException">CM5001: it is none.</exception>
    public static long Parse(string text)
    {
        string number = text.ToUpperInvariant().TrimEnd('B').TrimEnd('I');
        int shift = number.Length == 0 ? 0 : number[^1] switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => 0 };
        return long.TryParse(shift == 0 ? number : number[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out long count) && count <= long.MaxValue >> shift
            ? count << shift
            : throw new CompilationException(DiagnosticCodes.BadOption, $"--max-ram {text} is no size", hint: "give bytes, or a number with K, M or G");
    }

    private static string Kilobytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024}K");
}
