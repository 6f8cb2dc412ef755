using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>The text of <c>--help</c>.</summary>
internal static unsafe class Help
{
    public static void Print(byte* program)
    {
        new Line(1).Text("Usage: "u8).Text(program).Text(" [options]"u8).End();
        new Line(1).Text("Runs the model '"u8).Text(ModelInfo.Name).Text("', compiled for "u8).Text(ModelInfo.Target).Text("."u8).End();
        new Line(1).End();
        new Line(1).Text("  --input [NAME=]FILE   .npy or raw little-endian data; once for each input, in any order when named"u8).End();
        if (ModelInfo.Symbols > 0)
            new Line(1).Text("  --dim NAME=VALUE      extent of an open dimension, where no input file says it (the largest)"u8).End();
        new Line(1).Text("  --stream              one inference a frame: inputs have one more, leading axis; '-' for FILE is raw frames on standard input"u8).End();
        new Line(1).Text("  --output-dir DIR      write every output to DIR/<name>.npy"u8).End();
        new Line(1).Text("  --top K               print the K largest elements of the first output"u8).End();
        new Line(1).Text("  --labels FILE         names for --top, a line an element"u8).End();
        new Line(1).Text("  --threads N           number of threads (1); it does not change the results"u8).End();
        new Line(1).Text("  --bench N             run N inferences and print min, median and max time"u8).End();
        new Line(1).Text("  --warmup W            run W inferences before those (0)"u8).End();
        new Line(1).Text("  --profile             print time and speed of each layer"u8).End();
        new Line(1).Text("  --info                print what was compiled, and for what"u8).End();
        new Line(1).Text("  --help                print this"u8).End();
        new Line(1).End();
        new Line(1).Text("Without --input the inputs are pseudo-random numbers, the same in every run."u8).End();
        int inputs = ModelInfo.Inputs;
        for (int i = 0; i < inputs; i++)
            new Line(1).Text(ModelInfo.StateOutput(i) >= 0 ? "  state  "u8 : "  input  "u8).Text(ModelInfo.InputName(i)).Character(' ').Tensor(ModelInfo.InputType(i), ModelInfo.InputShape(i)).End();
        for (int i = 0; i < ModelInfo.Symbols; i++)
            new Line(1).Text("  dim    "u8).Text(ModelInfo.SymbolName(i)).Text(" from "u8).Number(ModelInfo.SymbolLow(i)).Text(" to "u8).Number(ModelInfo.SymbolHigh(i)).End();
        int outputs = ModelInfo.Outputs;
        for (int i = 0; i < outputs; i++)
            new Line(1).Text("  output "u8).Text(ModelInfo.OutputName(i)).Character(' ').Tensor(ModelInfo.OutputType(i), ModelInfo.OutputShape(i)).End();
    }
}
