using System.Collections.Immutable;

namespace CompileModel.Diagnostics;

/// <summary>What each diagnostic means, for <c>compile-model explain</c>.</summary>
public static class Explanations
{
    /// <summary>By code, sorted.</summary>
    public static ImmutableSortedDictionary<string, Explanation> All { get; } = new Dictionary<string, Explanation>
    {
        [DiagnosticCodes.FileNotReadable] = new(
            "The file cannot be read",
            "The path does not exist, is a folder, or may not be read by you.",
            "check the path and the permissions."),
        [DiagnosticCodes.NotAModel] = new(
            "The file is not an ONNX model",
            "Its bytes are no ONNX protobuf message, or are cut off. Files of Git LFS that were not fetched are a few lines of text instead of a model.",
            "download it again, run 'git lfs pull', or export the model once more."),
        [DiagnosticCodes.EmptyGraph] = new(
            "There is nothing to compile",
            "The model has no graph, or a graph without outputs that hold data.",
            "export the model with its outputs."),
        [DiagnosticCodes.UnsupportedVersion] = new(
            "The format or an operator set is too new",
            "The file says an IR version or an operator set beyond those that the compiler was written for.",
            "export the model with an older opset_version; 'compile-model list-operators' prints the operator sets of each operator."),
        [DiagnosticCodes.UnsupportedOperator] = new(
            "An operator is not supported",
            "The message names the node and the operator. Custom domains, training operators and image decoding are not compiled; neither are strings that are not constant.",
            "compute that part outside of the model, replace the operator when exporting, or cut the model at that node. 'compile-model list-operators' prints what is supported."),
        [DiagnosticCodes.CyclicGraph] = new(
            "Nodes depend on each other in a circle",
            "A node needs, directly or through others, its own result. No order of computation exists.",
            "repair the exporter; the message names the nodes of the circle."),
        [DiagnosticCodes.UndefinedValue] = new(
            "A value comes from nowhere",
            "A node reads, or the graph gives, a name that is no input, no initializer and no result.",
            "check the model with onnx.checker; tools that cut graphs leave such names behind."),
        [DiagnosticCodes.DuplicateValue] = new(
            "A name is given twice",
            "Two nodes, inputs or initializers define the same name, so that readers cannot tell which one is meant.",
            "rename one of them in the model."),
        [DiagnosticCodes.ExternalData] = new(
            "External data do not fit",
            "A tensor lies in a file beside the model, which is missing, too short, or outside of the model's folder.",
            "copy the data files along with the model, into the same folder."),
        [DiagnosticCodes.BadTensor] = new(
            "A tensor's data do not fit its type",
            "An initializer or an attribute has more or fewer elements than its shape says, or fields of another type.",
            "export the model again."),
        [DiagnosticCodes.BadAttribute] = new(
            "An attribute is not valid",
            "It is missing, of the wrong type, out of range, or not one of this operator in the operator set that the model imports.",
            "compare the node with the operator's page at onnx.ai, in the version of the model's operator set."),
        [DiagnosticCodes.BadArity] = new(
            "A node has too few or too many operands or results",
            "The number does not fit the operator in the operator set that the model imports.",
            "compare the node with the operator's page at onnx.ai."),
        [DiagnosticCodes.UnsortedGraph] = new(
            "The nodes were not in order",
            "The standard wants every node behind those whose results it reads. They were sorted; nothing else changed.",
            "nothing, or sort the model when exporting."),
        [DiagnosticCodes.TypeMismatch] = new(
            "Element types do not fit",
            "The operator does not take operands of these element types, or wants them to be equal.",
            "add a Cast in the model where types differ."),
        [DiagnosticCodes.ShapeMismatch] = new(
            "Shapes do not fit",
            "The operands' shapes do not go together, at the extents that the inputs have. Often an extent given with --dim or --input-shape is one that the model was not made for.",
            "check the extents given; 'compile-model inspect MODEL --layers' prints the shapes up to the node."),
        [DiagnosticCodes.UnknownShape] = new(
            "A size is not known at compile time",
            "All memory is laid out at compile time, so every size needs a value or a bound. The node's result has as many elements as values of the run say, in a way that has no bound, or an open dimension reaches an operator that does not take open extents.",
            "give dimensions values with --dim NAME=VALUE, or bounds with --dim NAME=LOW..HIGH; fix an input that says shapes with --fix-input; or export the model with constant shapes."),
        [DiagnosticCodes.OpenDimension] = new(
            "A dimension has no value",
            "An input has a symbolic dimension that is not the batch. Programs are made for fixed extents or for extents within bounds.",
            "--dim NAME=VALUE for one extent, --dim NAME=LOW..HIGH for a range, or --input-shape INPUT=1,3,224,224 where the dimension has no name."),
        [DiagnosticCodes.UnsupportedTensor] = new(
            "A tensor is of a kind that is not compiled",
            "More than 8 dimensions, more than 2 GB, or strings that are not constant.",
            "reshape or split the tensor in the model; move work on strings out of it."),
        [DiagnosticCodes.BatchAssumed] = new(
            "The batch became 1",
            "The outermost dimension of an input was open and nothing was said about it: the program computes one sample at a time.",
            "nothing, or --dim NAME=VALUE for another batch, or --dim NAME=LOW..HIGH."),
        [DiagnosticCodes.BranchLeftOut] = new(
            "A branch does not fit",
            "One branch of an If cannot be computed for the given types and shapes, the other one can. The program is made without it; a run whose condition takes it ends with a message and exit code 1.",
            "fix the input that the condition depends on with --fix-input, which drops the branch; or give shapes that fit both."),
        [DiagnosticCodes.BadTarget] = new(
            "The target is not known",
            "--target takes a name of 'compile-model list-targets' or a profile file (JSON) with all required fields.",
            "list the targets, or correct the profile; docs/ has the recipe for a new one."),
        [DiagnosticCodes.NoKernel] = new(
            "A node has no kernel for the target",
            "The operator is known, but none of the kernels takes these element types, shapes or attributes. The message names the node and its types; 'compile-model inspect MODEL --target T' lists all such nodes of a model at once.",
            "cast to float32 around the node, make weights constant, or report the node with its types. docs/adding-a-kernel.md tells how a kernel is added."),
        [DiagnosticCodes.ToolMissing] = new(
            "A tool is missing",
            "Building the executable needs the .NET SDK, the ILCompiler package, a linker and musl for the target's architecture.",
            "run ./setup once; it installs what is missing and says what it cannot."),
        [DiagnosticCodes.ToolFailed] = new(
            "A tool failed",
            "The C# compiler, the ahead-of-time compiler or the linker ended with an error, which follows. With sources that compile-model wrote itself that is a defect of it.",
            "check disk space and memory first; otherwise report it with the model and the message."),
        [DiagnosticCodes.NoSamples] = new(
            "There are no samples",
            "A path given for calibration or evaluation does not exist, cannot be read, or is a folder in which no sample was found.",
            "name files or folders that hold samples: .npy, raw data (.bin, .raw, .dat), .pb, ONNX test-data folders, pictures (.bmp, .png, .jpg)."),
        [DiagnosticCodes.UnknownSampleKind] = new(
            "A file is no kind of sample",
            "Kinds are told by the extension. In folders, text files (.txt, .md, .csv, .json, LICENSE and the like) are left out with a note; any other file must be a sample.",
            "rename the file to what it is (.npy, .bin, .pb, .png, ...), or take it out of the folder."),
        [DiagnosticCodes.SampleMismatch] = new(
            "A sample does not fit the model",
            "Its element type, its shape or its number of bytes is not that of the input. Leading dimensions of 1 may be missing, one more dimension in front is a batch, and float64 and float16 become float32; nothing else is converted.",
            "write the data as the message says; 'compile-model inspect MODEL' prints the inputs."),
        [DiagnosticCodes.SampleNotFinite] = new(
            "A sample holds NaN or infinity",
            "One such value would make every range after it meaningless.",
            "repair the data, or leave the file out."),
        [DiagnosticCodes.UnreadableImage] = new(
            "A picture cannot be decoded",
            "It is truncated or broken, or of a form that is not read: BMP without compression, PNG, and JPEG (baseline and progressive, gray or three components of 8 bits) are.",
            "save the picture again as PNG or JPEG, or leave it out."),
        [DiagnosticCodes.ConstantSample] = new(
            "Samples hold one value only",
            "A range that comes of a constant says nothing about the values that the model will see. One such sample is a warning; when all of them are, it is an error.",
            "calibrate on data as the model will see them; check the exporter of the files for zeros."),
        [DiagnosticCodes.BadPreprocessing] = new(
            "How pictures become tensors",
            "As a note: which preprocessing was taken because none was given. As an error: the specification is not valid, or the input takes no pictures in that way.",
            "--preprocess \"resize=256 crop=center mean=127.5 scale=127.5 order=rgb layout=nchw\", or a file with such pairs; docs/quantization.md explains the keys."),
        [DiagnosticCodes.BadLabels] = new(
            "Labels do not fit the samples",
            "The file of labels cannot be read, or does not say one class index for each sample.",
            "write a class index a line in the order of the samples' names, or lines 'name,label'."),
        [DiagnosticCodes.CannotQuantize] = new(
            "A model is in a form that cannot be quantised",
            "Quantised models need operator set 13, and a node says something else there than in the operator set of the model.",
            "export the model with opset_version 13 or newer."),
        [DiagnosticCodes.RangeNotFinite] = new(
            "Calibration met numbers that are not finite",
            "The float model gives NaN or infinity inside for one of the samples, so that no range can be told.",
            "calibrate on data as the model will see them, preprocessed in the same way."),
        [DiagnosticCodes.StaysFloat] = new(
            "A product of a quantised model is computed with float32",
            "A convolution or matrix product reads numbers that are not quantised or quantised in a way that integer kernels do not take, or is predicted to be faster in float32.",
            "quantise its operands per tensor and its weights per tensor or output channel with 8 bits; '--precision-search off' quantises whatever it costs."),
        [DiagnosticCodes.AccuracyNotReached] = new(
            "The accuracy that was asked for is not reached",
            "With --min-sqnr or --max-drop, layers go back to float32 until the bound holds. It does not hold even where all of them are float32.",
            "ask for less, give other samples or labels, or check the float model on the labelled data first."),
        [DiagnosticCodes.BadRanges] = new(
            "A file of ranges cannot be used",
            "'--ranges' takes what '--save-ranges' wrote for the same model: a range for each tensor that becomes integers.",
            "calibrate again with '--calibration' and '--save-ranges'; ranges of another version of the model may not fit."),
        [DiagnosticCodes.FewSamples] = new(
            "Calibration with very few samples",
            "Numbers that no sample gave are clipped to the ends of the ranges. A handful of samples rarely shows what a model will see.",
            "give about 100 samples that differ as those of later use do."),
        [DiagnosticCodes.BadOption] = new(
            "An option is wrong",
            "Its form, its value, or a name in it is not valid; the message shows what was expected.",
            "compile-model COMMAND --help lists the options."),
        [DiagnosticCodes.VerificationFailed] = new(
            "The program failed while it was verified",
            "It ended with an error, or a result differs from the reference beyond the tolerance.",
            "run the program by hand with the inputs named; a difference in few elements may be the order of floating-point sums (--atol, --rtol)."),
        [DiagnosticCodes.BadTestData] = new(
            "The test data do not fit",
            "A folder of test data must hold input_N.pb and output_N.pb of the model's types and shapes, in the order of its inputs and outputs.",
            "point --data at a test_data_set folder, or at a folder of such."),
        [DiagnosticCodes.MemoryLimit] = new(
            "The program needs more memory than --max-ram allows",
            "The sum of weights, arena, inputs, outputs and scratch of the smallest form is larger than the limit.",
            "allow that much, lower the extents of the inputs, or take a smaller model."),
        [DiagnosticCodes.Internal] = new(
            "The compiler broke one of its own rules",
            "That is a defect of the compiler, not of the model.",
            "set COMPILE_MODEL_DEBUG=1 for the stack trace, and report it with the model."),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
