namespace CompileModel.Frontend;

/// <summary>The seed of a node that draws random numbers.</summary>
internal static class RandomSeed
{
    /// <summary>From the attribute <c>seed</c>, or from the node's name, so that nodes without one draw different numbers.</summary>
    public static long Of(ImportContext node)
    {
        if (node.Has("seed")) return node.Node.Attributes.First(a => a.Name == "seed").Value is long whole ? node.Int("seed", whole) : BitConverter.SingleToInt32Bits(node.Float("seed", 0));
        long hash = 1469598103934665603;
        foreach (char c in node.Origin.ToString()) hash = unchecked((hash ^ c) * 1099511628211);
        return hash;
    }
}
