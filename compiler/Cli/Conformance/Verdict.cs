namespace CompileModel.Cli.Conformance;

/// <summary>What became of a case, best first: a change towards the end of the list is a change for the worse.</summary>
public enum Verdict
{
    /// <summary>Compiled, ran, and every output is within the tolerance.</summary>
    Pass,

    /// <summary>Compiled and ran; the outputs have the right types but are random numbers, which cannot be compared.</summary>
    Random,

    /// <summary>The compiler says that it does not take the model, and why.</summary>
    Refused,

    /// <summary>The test data are none that a program with tensors can be fed.</summary>
    NoTensors,

    /// <summary>It ran, and an output differs.</summary>
    Differs,

    /// <summary>The compiler or the program broke.</summary>
    Broken,
}
