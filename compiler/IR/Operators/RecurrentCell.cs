namespace CompileModel.IR.Operators;

/// <summary>What one step of a recurrent network computes.</summary>
public enum RecurrentCell
{
    /// <summary>One gate: h = f(x + R h).</summary>
    Simple,

    /// <summary>Gates z, r, c: c = g(x_c + R_c (r h)), h = (1 - z) c + z h.</summary>
    Gru,

    /// <summary>As <see cref="Gru"/> with c = g(x_c + r (R_c h + b_c)): linear_before_reset.</summary>
    GruLinear,

    /// <summary>Gates i, o, f, c and a cell state.</summary>
    Lstm,

    /// <summary>As <see cref="Lstm"/> with f = 1 - i: input_forget.</summary>
    LstmCoupled,
}
