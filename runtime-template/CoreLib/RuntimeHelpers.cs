namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler uses for constant tables.</summary>
public static class RuntimeHelpers
{
    [Intrinsic] public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle field) => default;
}
