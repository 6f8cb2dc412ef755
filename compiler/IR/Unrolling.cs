namespace CompileModel.IR;

/// <summary>When the trips of a loop become copies of its body.</summary>
internal static class Unrolling
{
    /// <summary>Copies of nodes that are no more than the loop around them.</summary>
    private const int Nodes = 24;

    /// <summary>More trips than this were never meant to be copied.</summary>
    private const int MostTrips = 4096;

    /// <summary>Trips that are unrolled even where a loop is possible: what is known of each trip is used, and values need not be copied between trips.</summary>
    public static int Few(Graph body) => Math.Max(1, Nodes / Math.Max(1, body.Nodes.Length));

    /// <summary>Stops a loop that would be unrolled without end.</summary>
    /// <exception cref="InferenceException">There are too many trips.</exception>
    public static void Check(long trip)
    {
        if (trip >= MostTrips)
            throw new InferenceException(Diagnostics.DiagnosticCodes.UnsupportedTensor, $"the loop must be unrolled, since its states are sequences or change their shapes, and makes more than {MostTrips} trips");
    }
}
