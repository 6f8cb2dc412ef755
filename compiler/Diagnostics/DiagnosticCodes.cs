namespace CompileModel.Diagnostics;

/// <summary>
/// Every diagnostic code, one constant each; numbers are never reused.
/// 1xxx model file, 2xxx types and shapes, 3xxx target and tools, 4xxx quantisation, 5xxx tuning and options, 9xxx internal.
/// </summary>
public static class DiagnosticCodes
{
    /// <summary>The file cannot be read.</summary>
    public const string FileNotReadable = "CM1001";

    /// <summary>The bytes are not an ONNX model.</summary>
    public const string NotAModel = "CM1002";

    /// <summary>The model holds no graph or the graph holds nothing.</summary>
    public const string EmptyGraph = "CM1003";

    /// <summary>IR version or opset beyond what is understood.</summary>
    public const string UnsupportedVersion = "CM1004";

    /// <summary>Operators that are unknown or not supported.</summary>
    public const string UnsupportedOperator = "CM1005";

    /// <summary>Nodes depend on each other in a circle.</summary>
    public const string CyclicGraph = "CM1006";

    /// <summary>A node reads a value that nothing produces.</summary>
    public const string UndefinedValue = "CM1007";

    /// <summary>Two producers of one value.</summary>
    public const string DuplicateValue = "CM1008";

    /// <summary>External data missing, too short or out of the model's folder.</summary>
    public const string ExternalData = "CM1009";

    /// <summary>An initializer whose data does not fit its type and shape.</summary>
    public const string BadTensor = "CM1010";

    /// <summary>An attribute is missing, of the wrong type or out of range.</summary>
    public const string BadAttribute = "CM1011";

    /// <summary>A node has too few or too many inputs or outputs.</summary>
    public const string BadArity = "CM1012";

    /// <summary>The nodes are not in topological order and were sorted.</summary>
    public const string UnsortedGraph = "CM1013";

    /// <summary>Element types an operator does not take.</summary>
    public const string TypeMismatch = "CM2001";

    /// <summary>Shapes an operator does not take.</summary>
    public const string ShapeMismatch = "CM2002";

    /// <summary>A shape or a size that the compiler needs is not known at compile time.</summary>
    public const string UnknownShape = "CM2003";

    /// <summary>A dimension without a value; names the option that fixes it.</summary>
    public const string OpenDimension = "CM2004";

    /// <summary>Rank, size or type that the backend does not compile.</summary>
    public const string UnsupportedTensor = "CM2005";

    /// <summary>A batch dimension was left open and became 1.</summary>
    public const string BatchAssumed = "CM2006";

    /// <summary>A branch does not fit the types of its operands; a run that takes it ends with an error.</summary>
    public const string BranchLeftOut = "CM2008";

    /// <summary>The target or its profile is not known or not valid.</summary>
    public const string BadTarget = "CM3001";

    /// <summary>A node has no kernel for the target.</summary>
    public const string NoKernel = "CM3002";

    /// <summary>A tool of the publishing chain is missing.</summary>
    public const string ToolMissing = "CM3003";

    /// <summary>A tool of the publishing chain failed.</summary>
    public const string ToolFailed = "CM3004";

    /// <summary>No samples, or a file or folder of such is missing or empty.</summary>
    public const string NoSamples = "CM4001";

    /// <summary>A file is of no kind that holds samples.</summary>
    public const string UnknownSampleKind = "CM4002";

    /// <summary>A sample's type, shape or size is not the input's.</summary>
    public const string SampleMismatch = "CM4003";

    /// <summary>A sample holds values that are not finite.</summary>
    public const string SampleNotFinite = "CM4004";

    /// <summary>A picture cannot be decoded.</summary>
    public const string UnreadableImage = "CM4005";

    /// <summary>Samples hold one value only.</summary>
    public const string ConstantSample = "CM4006";

    /// <summary>How pictures become tensors was said wrongly, or not at all.</summary>
    public const string BadPreprocessing = "CM4007";

    /// <summary>Labels that cannot be read or do not fit the samples.</summary>
    public const string BadLabels = "CM4008";

    /// <summary>A model is in a form that cannot be quantised.</summary>
    public const string CannotQuantize = "CM4014";

    /// <summary>Calibration met numbers that are not finite.</summary>
    public const string RangeNotFinite = "CM4015";

    /// <summary>A product of a quantised model is computed with float32.</summary>
    public const string StaysFloat = "CM4016";

    /// <summary>The accuracy that was asked for is not reached.</summary>
    public const string AccuracyNotReached = "CM4017";

    /// <summary>A file of ranges cannot be used.</summary>
    public const string BadRanges = "CM4018";

    /// <summary>Calibration with very few samples.</summary>
    public const string FewSamples = "CM4019";

    /// <summary>An option is wrong.</summary>
    public const string BadOption = "CM5001";

    /// <summary>Outputs differ from the reference.</summary>
    public const string VerificationFailed = "CM5002";

    /// <summary>Test data missing or not fitting the model.</summary>
    public const string BadTestData = "CM5003";

    /// <summary>The program cannot be made as small as was asked for.</summary>
    public const string MemoryLimit = "CM5004";

    /// <summary>The compiler broke one of its own rules.</summary>
    public const string Internal = "CM9001";
}
