using System;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>
/// Dimensions that are known at run time only. Their values follow the model's inputs as int32 scalars, 0 until an input file or an option says them; the extents of the results
/// follow the outputs likewise.
/// </summary>
internal static unsafe class Extents
{
    /// <summary>Most dimensions of a tensor: what callers reserve for a shape.</summary>
    public const int MaxRank = 8;

    /// <summary>Shape of an input in this run; the largest one where nothing is said yet.</summary>
    public static ReadOnlySpan<int> Input(byte** inputs, int input, int* shape)
    {
        ReadOnlySpan<int> bound = ModelInfo.InputShape(input);
        if (ModelInfo.Symbols == 0)
            return bound;
        for (int axis = 0; axis < bound.Length; axis++)
        {
            int symbol = ModelInfo.InputSymbols(input)[axis];
            int value = symbol < 0 ? 0 : *Value(inputs, symbol);
            shape[axis] = value == 0 ? bound[axis] : value;
        }

        return new ReadOnlySpan<int>(shape, bound.Length);
    }

    /// <summary>Shape of an output in this run.</summary>
    public static ReadOnlySpan<int> Output(byte** outputs, int output, int* shape)
    {
        ReadOnlySpan<int> bound = ModelInfo.OutputShape(output);
        if (ModelInfo.OutputExtents == 0)
            return bound;
        for (int axis = 0; axis < bound.Length; axis++)
        {
            int extent = ModelInfo.OutputExtent(output)[axis];
            shape[axis] = extent < 0 ? bound[axis] : *(int*)outputs[ModelInfo.Outputs + extent];
        }

        return new ReadOnlySpan<int>(shape, bound.Length);
    }

    /// <summary>Takes one dimension of an input file; false when the model cannot have it.</summary>
    public static bool Take(byte** inputs, int input, int axis, long size)
    {
        int symbol = ModelInfo.Symbols == 0 ? -1 : ModelInfo.InputSymbols(input)[axis];
        if (symbol < 0)
            return size == ModelInfo.InputShape(input)[axis];
        return Take(inputs, symbol, size);
    }

    /// <summary>Takes <c>NAME=VALUE</c> from the command line.</summary>
    public static void TakeOption(byte** inputs, byte* text)
    {
        for (int symbol = 0; symbol < ModelInfo.Symbols; symbol++)
        {
            ReadOnlySpan<byte> name = ModelInfo.SymbolName(symbol);
            if (!Bytes.StartsWith(text, name) || text[name.Length] != '=')
                continue;
            if (!Take(inputs, symbol, Bytes.ParseCount(text + name.Length + 1)))
                Failure.Begin("--dim "u8).Text(text).Text(" is not between "u8).Number(ModelInfo.SymbolLow(symbol)).Text(" and "u8).Number(ModelInfo.SymbolHigh(symbol)).Fail();
            return;
        }

        Failure.Begin("--dim '"u8).Text(text).Text("' is not NAME=VALUE of a dimension that is open; --info lists them"u8).Fail();
    }

    /// <summary>Derives the one dimension that a file without a header leaves open.</summary>
    public static void TakeSize(byte** inputs, int input, long bytes)
    {
        int open = -1;
        long rest = Tensors.ElementBytes(ModelInfo.InputType(input));
        for (int axis = 0; axis < ModelInfo.InputShape(input).Length; axis++)
        {
            int symbol = ModelInfo.InputSymbols(input)[axis];
            if (symbol >= 0 && *Value(inputs, symbol) == 0)
                open = open == -1 ? symbol : -2;
            else
                rest *= symbol < 0 ? ModelInfo.InputShape(input)[axis] : *Value(inputs, symbol);
        }

        if (open >= 0 && rest > 0 && bytes % rest == 0)
            Take(inputs, open, bytes / rest);
    }

    /// <summary>Whatever nothing was said about gets its largest value.</summary>
    public static void Close(byte** inputs)
    {
        for (int symbol = 0; symbol < ModelInfo.Symbols; symbol++)
        {
            if (*Value(inputs, symbol) == 0)
                *Value(inputs, symbol) = ModelInfo.SymbolHigh(symbol);
        }
    }

    private static bool Take(byte** inputs, int symbol, long size)
    {
        int* value = Value(inputs, symbol);
        if (size < ModelInfo.SymbolLow(symbol) || size > ModelInfo.SymbolHigh(symbol) || (*value != 0 && *value != size))
            return false;
        *value = (int)size;
        return true;
    }

    private static int* Value(byte** inputs, int symbol) => (int*)inputs[ModelInfo.Inputs + symbol];
}
