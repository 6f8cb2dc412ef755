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
    public Option<string[]> Dims { get; } = new("--dim") { Description = "value of a symbolic dimension, repeatable", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [] };

    /// <summary>Whole input shapes.</summary>
    public Option<string[]> InputShapes { get; } = new("--input-shape") { Description = "shape of an input, repeatable", HelpName = "NAME=1,3,224,224", DefaultValueFactory = _ => [] };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Model);
        command.Options.Add(Dims);
        command.Options.Add(InputShapes);
    }

    /// <summary>Reads the dimension options.</summary>
    /// <exception cref="CompilationException">CM5001: one is not of the form it must have.</exception>
    public ImportOptions Import(ParseResult result)
    {
        var dims = new Dictionary<string, long>();
        foreach (string text in result.GetValue(Dims)!)
        {
            var (name, value) = Split("--dim", text, "NAME=VALUE");
            dims[name] = Number("--dim", text, value, "NAME=VALUE");
        }
        var shapes = new Dictionary<string, long[]>();
        foreach (string text in result.GetValue(InputShapes)!)
        {
            var (name, value) = Split("--input-shape", text, "NAME=1,3,224,224");
            shapes[name] = value.Length == 0 ? [] : [.. value.Split(',').Select(v => Number("--input-shape", text, v, "NAME=1,3,224,224"))];
        }
        return new() { Dims = dims, InputShapes = shapes };
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
