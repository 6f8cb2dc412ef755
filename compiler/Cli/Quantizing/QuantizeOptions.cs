using System.CommandLine;
using CompileModel.Diagnostics;
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

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Quantize);
        command.Options.Add(Calibration);
        command.Options.Add(Preprocess);
        command.Options.Add(Estimator);
        command.Options.Add(Export);
        command.Options.Add(Search.AcceptOnlyFromAmong("on", "off"));
    }

    /// <summary>What the user asked for; null when nothing is to be quantised.</summary>
    /// <exception cref="CompilationException">CM5001, CM4001, CM4007: options do not fit together.</exception>
    public QuantizeRequest? Request(ParseResult result)
    {
        var (kind, samples, preprocess, estimator, export) = (result.GetValue(Quantize), result.GetValue(Calibration)!, result.GetValue(Preprocess), result.GetValue(Estimator), result.GetValue(Export));
        if (kind is null)
            return samples.Length == 0 && preprocess is null && estimator is null && export is null ? null
                : throw new CompilationException(DiagnosticCodes.BadOption, "--calibration, --preprocess, --range-estimator and --export-qdq are options of quantisation", hint: "add --quantize int8, or leave them out");
        if (kind != "int8") throw new CompilationException(DiagnosticCodes.BadOption, $"--quantize {kind}: int8 is the only type", hint: "--quantize int8");
        if (samples.Length == 0) throw new CompilationException(DiagnosticCodes.NoSamples, "quantisation needs samples", hint: "give files or folders with --calibration");
        return new(samples, preprocess is null ? null : Preprocessing.Parse(preprocess), RangeEstimators.Parse(estimator ?? RangeEstimators.Default), export) { IsFastest = result.GetValue(Search) == "on" };
    }
}
