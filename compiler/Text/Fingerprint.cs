namespace CompileModel.Text;

/// <summary>Short stable hashes for generated names: equal on every machine and in every run.</summary>
public static class Fingerprint
{
    /// <summary>FNV-1a of the characters.</summary>
    public static uint Of(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
