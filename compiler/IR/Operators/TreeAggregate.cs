namespace CompileModel.IR.Operators;

/// <summary>How the votes of all trees become one number.</summary>
public enum TreeAggregate
{
    /// <summary>Their sum divided by the number of trees.</summary>
    Average,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The largest.</summary>
    Max,
}
