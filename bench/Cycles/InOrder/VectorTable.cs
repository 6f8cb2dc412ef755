using System.Collections.Frozen;

namespace CompileModel.Bench.Cycles.InOrder;

/// <summary>
/// Latencies of vector and floating-point arithmetic, from Arm's software optimization guide of Cortex-A55 and from what is publicly known of Cortex-A53. Not every line is certain for
/// A53: multiply-accumulate (8 cycles, 4 into the next accumulation) and loads are the ones that kernels hang on.
/// </summary>
public static class VectorTable
{
    /// <summary>The lines, each mnemonic in one; what no line names takes two cycles.</summary>
    public static readonly IReadOnlyList<VectorRule> Rules =
    [
        new("fmla fmls fmadd fmsub fnmadd fnmsub", new(8, 4), new(4, 4)),
        new("fmul fnmul fadd fsub fabd fmax fmin fmaxnm fminnm fmaxp fminp fmaxnmp fminnmp faddp fmulx frecpe frsqrte frecps frsqrts", new(4), new(4)),
        new("fcvt fcvtn fcvtl fcvtns fcvtas fcvtms fcvtps fcvtzs fcvtzu scvtf ucvtf frintn frinta frintm frintp frintz frintx frinti", new(4), new(4)),
        new("fdiv fsqrt", new(13, 0, 9), new(13, 0, 9), new(22, 0, 18), new(22, 0, 18)),
        new("sdot udot usdot sudot smmla ummla usmmla", new(4, 1), new(4, 1)),
        new("mla mls smlal smlsl umlal umlsl sadalp uadalp sqrdmlah sqrdmlsh", new(4, 1), new(4, 1)),
        new("mul smull umull sqdmull sqrdmulh sqdmulh", new(4), new(3)),
        new("addv saddlv uaddlv smaxv umaxv sminv uminv fmaxv fminv fmaxnmv fminnmv", new(4), new(3)),
        new("sshl ushl srshl urshl sqshl uqshl sqrshl uqrshl srshr urshr rshrn shrn sqshrn uqshrn sqrshrn uqrshrn sqshrun sqrshrun", new(4), new(3)),
        new("sqadd uqadd sqsub uqsub sqxtn uqxtn sqxtun", new(4), new(3)),
        new("umov smov", new(5), new(3)),
    ];

    private static readonly FrozenDictionary<string, VectorRule> ByMnemonic =
        Rules.SelectMany(r => r.Mnemonics.Split(' ').Select(m => (m, r))).ToFrozenDictionary(p => p.m, p => p.r);

    /// <summary>Instructions outside the table whose result also holds part of what it held before.</summary>
    private static readonly FrozenSet<string> Merging = ("ins bit bif bsl sri sli tbx xtn2 sqxtn2 sqxtun2 uqxtn2 shrn2 rshrn2 sqshrn2 sqrshrn2 sqrshrun2 fcvtn2 addhn2 "
        + "ssra usra srsra ursra saba uaba sabal uabal fmlal fmlsl fcmla bfdot bfmmla sqdmlal sqdmlsl").Split(' ').ToFrozenSet();

    /// <summary>Whether the instruction reads the register it writes.</summary>
    public static bool Accumulates(string mnemonic) => Merging.Contains(mnemonic)
        || (Find(mnemonic) is { } rule && (rule.A55.Forwarded > 0) && mnemonic is not ("fmadd" or "fmsub" or "fnmadd" or "fnmsub"));

    /// <summary>The line of an instruction, or null.</summary>
    public static VectorRule? Find(string mnemonic) => ByMnemonic.TryGetValue(mnemonic, out var rule) || ByMnemonic.TryGetValue(mnemonic.TrimEnd('2'), out rule) ? rule : null;
}
