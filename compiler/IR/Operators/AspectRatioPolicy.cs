namespace CompileModel.IR.Operators;

/// <summary>How the sizes of a resize are adapted.</summary>
public enum AspectRatioPolicy
{
    /// <summary>Not at all.</summary>
    Stretch,

    /// <summary>One scale for all axes, no extent larger than wanted.</summary>
    NotLarger,

    /// <summary>One scale for all axes, no extent smaller than wanted.</summary>
    NotSmaller,
}
