using System.CommandLine;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Quantization.Ranges;
using CompileModel.Quantization.Samples;

namespace CompileModel.Cli.Quantizing;

/// <summary>The options of post-training quantisation.</summary>
internal sealed class QuantizeOptions
{
    private Option<string?> Quantize { get; } = new("--quantize") { Description = "computes convolutions and matrix products with integers of 8 bits; takes a float model and samples", HelpName = "int8" };

    private Option<string[]> Calibration { get; } = new("--calibration")
    {
        Description = "files and folders with samples as the model will see them (docs/quantization.md), repeatable", HelpName = "PATH", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true,
    };

    private Option<string?> Preprocess { get; } = new("--preprocess") { Description = "how pictures become tensors: key=value pairs, or a file with such", HelpName = "PAIRS|FILE" };

    private Option<string?> Estimator { get; } = new("--range-estimator") { Description = "which numbers of a tensor 8 bits cover", HelpName = RangeEstimators.Names };

    private Option<string?> Export { get; } = new("--export-qdq") { Description = "writes the quantised model as ONNX", HelpName = "FILE.onnx" };

    private Option<string> Search { get; } = new("--precision-search")
    {
        Description = "on: what the target is predicted to compute faster in float32 stays float32; off: everything that can be is quantised", HelpName = "on|off", DefaultValueFactory = _ => "on",
    };

    private Option<double?> LeastSqnr { get; } = new("--min-sqnr") { Description = "least signal to noise of the results, before a softmax at the end; layers stay float32 until it is reached", HelpName = "DB" };

    private Option<double?> MostDrop { get; } = new("--max-drop") { Description = "most points of accuracy that may be lost on labelled data; the most sensitive layers stay float32 until that holds", HelpName = "POINTS" };

    private Option<string?> Labels { get; } = new("--labels") { Description = "class indexes of the samples of --evaluation, a line each or name,label", HelpName = "FILE" };

    private Option<string[]> Evaluation { get; } = new("--evaluation") { Description = "labelled samples, other than those for calibration; repeatable", HelpName = "PATH", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };

    private Option<string[]> Report { get; } = new("--report") { Description = "what quantisation does to each layer, repeatable", HelpName = "FILE.json|FILE.html", DefaultValueFactory = _ => [] };

    private Option<string?> Ranges { get; } = new("--ranges") { Description = "ranges that --save-ranges wrote, in the place of samples", HelpName = "FILE.json" };

    private Option<string?> SaveRanges { get; } = new("--save-ranges") { Description = "writes what calibration found", HelpName = "FILE.json" };

    private Option<string> Activations { get; } = new("--activations") { Description = "type of quantised activations in the exported model; programs compute with int8", HelpName = "int8|uint8", DefaultValueFactory = _ => "int8" };

    private Option<string[]> KeepFloat { get; } = new("--keep-float")
    {
        Description = "convolutions and matrix products that stay float32, by name; * and ? stand for any characters; repeatable", HelpName = "NODE", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Adds them to <c>compile</c>.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Quantize);
        command.Options.Add(Export);
        command.Options.Add(Report);
        AddCommon(command);
    }

    /// <summary>Adds those that do not end in a program.</summary>
    public void AddCommon(Command command)
    {
        command.Options.Add(Calibration);
        command.Options.Add(Preprocess);
        command.Options.Add(Estimator);
        command.Options.Add(LeastSqnr);
        command.Options.Add(MostDrop);
        command.Options.Add(Labels);
        command.Options.Add(Evaluation);
        command.Options.Add(Ranges);
        command.Options.Add(SaveRanges);
        command.Options.Add(Activations.AcceptOnlyFromAmong("int8", "uint8"));
        command.Options.Add(KeepFloat);
        command.Options.Add(Search.AcceptOnlyFromAmong("on", "off"));
    }

    /// <summary>What the user asked for; null when nothing is to be quantised.</summary>
    /// <exception cref="CompilationException">CM5001, CM4001, CM4007: options do not fit together.</exception>
    public QuantizeRequest? Request(ParseResult result)
    {
        if (result.GetValue(Quantize) is not { } kind)
        {
            return Names().FirstOrDefault(o => result.GetResult(o) is { Implicit: false }) is not { } option ? null
                : throw new CompilationException(DiagnosticCodes.BadOption, $"{option.Name} is an option of quantisation", hint: "add --quantize int8, or leave it out");
        }
        if (kind != "int8") throw new CompilationException(DiagnosticCodes.BadOption, $"--quantize {kind}: int8 is the only type", hint: "--quantize int8");
        string[] files = [.. result.GetValue(Report)!.Select(f => ReportFiles.Check(f, "--report", ".json", ".html"))];
        return Common(result) with { Export = result.GetValue(Export), HasReport = files.Length > 0, ReportFiles = files };
    }

    /// <summary>What the user asked for, by the options that do not end in a program.</summary>
    /// <exception cref="CompilationException">As above.</exception>
    public QuantizeRequest Common(ParseResult result)
    {
        var (samples, preprocess) = (result.GetValue(Calibration)!, result.GetValue(Preprocess));
        var ranges = result.GetValue(Ranges);
        if (samples.Length == 0 && ranges is null) throw new CompilationException(DiagnosticCodes.NoSamples, "quantisation needs samples", hint: "give files or folders with --calibration, or ranges of an earlier run with --ranges");
        if (ranges is not null && result.GetValue(Estimator) is not null) throw new CompilationException(DiagnosticCodes.BadOption, "--ranges holds what a --range-estimator found", hint: "leave one of them out");
        var bounds = new Bounds(result.GetValue(LeastSqnr), result.GetValue(MostDrop), result.GetValue(Labels), result.GetValue(Evaluation)!);
        if (bounds.Labels is null != (bounds.Evaluation.Count == 0) || (bounds.MostDrop is not null && bounds.Labels is null))
            throw new CompilationException(DiagnosticCodes.BadOption, "--max-drop, --labels and --evaluation belong together", hint: "give labelled samples with --evaluation and their classes with --labels");
        if (bounds.LeastSqnr is < 0 or double.NaN || bounds.MostDrop is < 0 or double.NaN) throw new CompilationException(DiagnosticCodes.BadOption, "--min-sqnr and --max-drop take numbers from 0 on");
        return new(samples, preprocess is null ? null : Preprocessing.Parse(preprocess), RangeEstimators.Parse(result.GetValue(Estimator) ?? RangeEstimators.Default), null)
        {
            IsFastest = result.GetValue(Search) == "on", Bounds = bounds, RangesFrom = ranges, SaveRanges = result.GetValue(SaveRanges), KeptFloats = result.GetValue(KeepFloat)!,
            Activations = result.GetValue(Activations) == "uint8" ? ElementType.UInt8 : ElementType.Int8,
        };
    }

    private IEnumerable<Option> Names() => [Calibration, Preprocess, Estimator, Export, LeastSqnr, MostDrop, Labels, Evaluation, Search, Report, Ranges, SaveRanges, Activations, KeepFloat];
}
