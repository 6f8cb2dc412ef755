namespace CompileModel.Cli;

/// <summary>The compile-model command.</summary>
public static class Program
{
    /// <summary>Entry point; returns the exit code.</summary>
    public static int Main(string[] args) => args.Length;
}
