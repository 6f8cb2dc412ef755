using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CompileModel.Bench.Cycles.InOrder;

/// <summary>Reads assembler text, as llvm-mc and objdump write it, into what the pipeline of one core needs to know.</summary>
/// <param name="core">The core.</param>
public sealed partial class Decoder(InOrderCore core)
{
    private const int IntegerLoadLatency = 3, MultiplyLatency = 3, DivideLatency = 12, DividerBusy = 10, SystemRegisterLatency = 4, InsertLatency = 3, LaneLatency = 2;

    private static readonly FrozenSet<string> Branches = Set("b br blr bl ret cbz cbnz tbz tbnz");
    private static readonly FrozenSet<string> Comparisons = Set("cmp cmn tst ccmp ccmn fcmp fcmpe fccmp fccmpe");
    private static readonly FrozenSet<string> SettingFlags = Set("adds subs ands bics negs adcs sbcs");
    private static readonly FrozenSet<string> ReadingFlags = Set("csel cset csinc csetm csneg csinv cinc cinv cneg fcsel adc sbc adcs sbcs ccmp ccmn fccmp fccmpe");
    private static readonly FrozenSet<string> Multiplications = Set("mul madd msub mneg smull umull smaddl umaddl smsubl umsubl smulh umulh");
    private static readonly FrozenSet<string> MergingIntegers = Set("movk bfi bfxil bfm");
    private static readonly FrozenSet<string> Hints = Set("nop bti paciasp autiasp hint yield dmb dsb isb");

    private readonly ConcurrentDictionary<string, Instruction> known = new();

    /// <summary>The instruction of a line of text.</summary>
    public Instruction Decode(string text) => known.GetOrAdd(text, Read);

    private Instruction Read(string text)
    {
        int space = text.IndexOfAny([' ', '\t']);
        string op = space < 0 ? text : text[..space], operands = space < 0 ? "" : text[space..].Trim();
        var plain = new Instruction { Text = text };
        if (Hints.Contains(op)) return plain;
        if (op.StartsWith("b.", StringComparison.Ordinal) || Branches.Contains(op))
            return plain with { Sources = Registers.In(operands), ReadsFlags = op.StartsWith("b.", StringComparison.Ordinal), EndsCycle = true };
        if (op.StartsWith("ld", StringComparison.Ordinal) || op.StartsWith("st", StringComparison.Ordinal) || op == "prfm") return Memory(plain, op, operands);
        int[] named = Registers.In(operands);
        if (Comparisons.Contains(op)) return plain with { Sources = named, SetsFlags = true, ReadsFlags = ReadingFlags.Contains(op), VectorPipes = op[0] == 'f' ? 1 : 0 };
        var usual = plain with { SetsFlags = SettingFlags.Contains(op), ReadsFlags = ReadingFlags.Contains(op) };
        string first = operands.Split(',')[0];
        int[] results = Registers.In(first), sources = named[results.Length..];
        return Registers.HasVector(operands) ? Vector(usual, op, operands, first, results, sources) : Integer(usual, op, results, sources);
    }

    private static Instruction Integer(Instruction i, string op, int[] results, int[] sources)
    {
        i = i with { Results = results, Sources = MergingIntegers.Contains(op) ? [.. sources, .. results] : sources };
        if (Multiplications.Contains(op)) return i with { Cost = new(MultiplyLatency), Multiplies = true };
        if (op is "sdiv" or "udiv") return i with { Cost = new(DivideLatency, 0, DividerBusy) };
        return op == "mrs" ? i with { Cost = new(SystemRegisterLatency) } : i;
    }

    private Instruction Vector(Instruction i, string op, string operands, string first, int[] results, int[] sources)
    {
        bool quad = Registers.HasQuad(operands);
        if (op is "mov" or "ins" && LanePattern().IsMatch(first))
        {
            // Only one lane changes. From a general register it goes through the integer side and leaves both vector pipes free.
            bool fromGeneral = !Registers.HasVector(operands[first.Length..]);
            return i with { Results = results, Sources = [.. sources, .. results], Cost = new(fromGeneral ? InsertLatency : LaneLatency), VectorPipes = fromGeneral ? 0 : 1 };
        }
        var rule = VectorTable.Find(op);
        var cost = rule is null ? new Cost(LaneLatency) : quad ? core.Column(rule).Quad : core.Column(rule).Double;
        if (!Registers.HasVector(first)) cost = new(core.ToGeneralLatency);
        else if (op is "dup" or "mov" or "fmov" && !Registers.HasVector(operands[first.Length..]) && Registers.In(operands[first.Length..]).Length > 0) cost = new(InsertLatency);
        else if (op is "tbl" or "tbx") cost = new(LaneLatency + sources.Length);
        return i with
        {
            Results = results, Sources = sources, Rule = rule, Cost = cost, VectorPipes = quad ? 2 : 1,
            Accumulator = VectorTable.Accumulates(op) ? results[0] : -1,
        };
    }

    private Instruction Memory(Instruction i, string op, string operands)
    {
        // A list of vectors stands in braces; a register or two otherwise. What follows is the address.
        var lane = SingleLanePattern().Match(operands);
        int bracket = operands.IndexOf('[', lane.Success ? lane.Length : Math.Max(0, operands.IndexOf('}')));
        string data = bracket < 0 ? operands : operands[..bracket], address = bracket < 0 ? "" : operands[bracket..];
        int[] registers = Registers.In(data), addresses = Registers.In(address);
        bool vector = Registers.HasVector(data), single = lane.Success;
        int bytes = vector && Registers.HasLanes(data) && Registers.HasQuad(data) ? 16 : 8, count = Math.Max(1, registers.Length);
        i = i with { Sources = addresses, MovedBase = MovedBasePattern().IsMatch(address) && addresses.Length > 0 ? addresses[0] : -1, LoadStoreCycles = 1 };
        if (op == "prfm") return i;
        if (op.StartsWith("st", StringComparison.Ordinal)) return i with { Sources = [.. registers, .. addresses], LoadStoreCycles = Math.Max(1, count * bytes / 16) };
        if (!vector) return i with { Results = registers, Cost = new(IntegerLoadLatency), LoadStoreCycles = registers.Length > 1 ? core.PairLoadCycles : 1 };
        i = i with { Results = registers, Cost = new(core.VectorLoadLatency), LoadStoreCycles = single ? count : count * bytes / 8 };
        if (single) return i with { Sources = [.. registers, .. addresses] };
        i = i with { KeepsQuadOut = !core.QuadLoadPairs && bytes == 16 };
        bool interleaved = op is "ld2" or "ld3" or "ld4";
        return interleaved ? i with { Cost = new(i.Cost.Latency + 2), LoadStoreCycles = i.LoadStoreCycles + (count / 2) } : i;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();

    [GeneratedRegex(@"^v\d+\.[bhsd]\[\d+\]$")]
    private static partial Regex LanePattern();

    [GeneratedRegex(@"^\{[^}]*\}\[\d+\]")]
    private static partial Regex SingleLanePattern();

    [GeneratedRegex(@"\](,|!)")]
    private static partial Regex MovedBasePattern();
}
