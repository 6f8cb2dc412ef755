using System.CommandLine;
using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.Frontend;

namespace CompileModel.Cli;

/// <summary>The argument and options that every command on a model takes.</summary>
internal sealed class ModelOptions
{
    /// <summary>The ONNX file.</summary>
    public Argument<string> Model { get; } = new("model") { Description = "the ONNX file" };

    /// <summary>Values of symbolic dimensions.</summary>
    public Option<string[]> Dims { get; } = new("--dim") { Description = "value of a symbolic dimension, or bounds between which it is known at run time only; repeatable", HelpName = "NAME=VALUE|LOW..HIGH", DefaultValueFactory = _ => [] };

    /// <summary>Whole input shapes.</summary>
    public Option<string[]> InputShapes { get; } = new("--input-shape") { Description = "shape of an input, repeatable", HelpName = "NAME=1,3,32..224,224", DefaultValueFactory = _ => [] };

    /// <summary>Lengths of inputs that are sequences.</summary>
    public Option<string[]> Lengths { get; } = new("--length") { Description = "number of items of an input that is a sequence, or 0 or 1 for an optional, repeatable", HelpName = "NAME=N", DefaultValueFactory = _ => [] };

    /// <summary>Inputs that become constants.</summary>
    public Option<string[]> FixedInputs { get; } = new("--fix-input") { Description = "makes an input a constant of the program, repeatable", HelpName = "NAME=16000 or NAME=1,2,3", DefaultValueFactory = _ => [] };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Model);
        command.Options.Add(Dims);
        command.Options.Add(InputShapes);
        command.Options.Add(Lengths);
        command.Options.Add(FixedInputs);
    }

    /// <summary>Reads the dimension options.</summary>
    /// <exception cref="CompilationException">CM5001: one is not of the form it must have.</exception>
    public ImportOptions Import(ParseResult result)
    {
        const string dimForm = "NAME=VALUE or NAME=LOW..HIGH", shapeForm = "NAME=1,3,224,224 or NAME=1,3,32..224,224";
        var dims = new Dictionary<string, long>();
        var lowerBounds = new Dictionary<string, long>();
        foreach (string text in result.GetValue(Dims)!)
        {
            var (name, value) = Split("--dim", text, dimForm);
            (dims[name], long? low) = Extent("--dim", text, value, dimForm);
            if (low is { } bound) lowerBounds[name] = bound;
        }
        var shapes = new Dictionary<string, long[]>();
        var inputLowerBounds = new Dictionary<(string, int), long>();
        foreach (string text in result.GetValue(InputShapes)!)
        {
            var (name, value) = Split("--input-shape", text, shapeForm);
            var extents = value.Length == 0 ? [] : value.Split(',').Select(v => Extent("--input-shape", text, v, shapeForm)).ToArray();
            shapes[name] = [.. extents.Select(e => e.High)];
            for (int i = 0; i < extents.Length; i++)
                if (extents[i].Low is { } bound) inputLowerBounds[(name, i)] = bound;
        }
        var lengths = new Dictionary<string, long>();
        foreach (string text in result.GetValue(Lengths)!)
        {
            var (name, value) = Split("--length", text, "NAME=N");
            lengths[name] = Number("--length", text, value, "NAME=N");
        }
        var numbers = new Dictionary<string, double[]>();
        foreach (string text in result.GetValue(FixedInputs)!)
        {
            var (name, value) = Split("--fix-input", text, "NAME=1,2,3");
            numbers[name] = [.. value.Split(',').Select(v => double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number
                : throw new CompilationException(DiagnosticCodes.BadOption, $"--fix-input {text}: '{v}' is not a number"))];
        }
        return new() { Dims = dims, LowerBounds = lowerBounds, InputShapes = shapes, InputLowerBounds = inputLowerBounds, Lengths = lengths, FixedValues = numbers };
    }

    /// <summary>A number, or two with <c>..</c> between them.</summary>
    private static (long High, long? Low) Extent(string option, string text, string value, string form)
    {
        int at = value.IndexOf("..", StringComparison.Ordinal);
        return at < 0 ? (Number(option, text, value, form), null) : (Number(option, text, value[(at + 2)..], form), Number(option, text, value[..at], form));
    }

    private static (string Name, string Value) Split(string option, string text, string form)
    {
        int at = text.LastIndexOf('=');
        return at > 0 ? (text[..at], text[(at + 1)..]) : throw Bad(option, text, form);
    }

    private static long Number(string option, string text, string value, string form) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number is >= 0 and <= int.MaxValue ? number : throw Bad(option, text, form);

    private static CompilationException Bad(string option, string text, string form) =>
        new(DiagnosticCodes.BadOption, $"{option} {text} is not of the form {form} with numbers from 0 to {int.MaxValue}");
}
