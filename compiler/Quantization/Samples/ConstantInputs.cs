using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Quantization.Samples;

/// <summary>Watches for samples that hold one value only: a range cannot come of them alone.</summary>
/// <param name="inputs">The inputs of the model.</param>
/// <param name="count">Number of samples.</param>
internal sealed class ConstantInputs(IReadOnlyList<(string Name, TensorType Type)> inputs, int count)
{
    private readonly HashSet<int> seen = [];
    private readonly double?[] values = new double?[inputs.Count];
    private readonly bool[] varies = new bool[inputs.Count];
    private string first = "";

    /// <summary>Looks at a sample. One all of whose inputs are constant is worth a warning, an input that is the same constant in all of them too.</summary>
    /// <exception cref="CompilationException">CM4006: this was the last sample, and none of the inputs ever varied.</exception>
    public void Look(int index, CalibrationSample sample, DiagnosticBag remarks)
    {
        if (!seen.Add(index)) return;
        if (first.Length == 0) first = sample.Name;
        bool isConstant = true;
        for (int i = 0; i < values.Length; i++)
        {
            var tensor = sample.Inputs[i];
            if (tensor.Count == 0) continue;
            double value = tensor.AsDouble(0);
            int size = tensor.Element.Size();
            bool same = tensor.Bytes[size..].SequenceEqual(tensor.Bytes[..^size]);
            isConstant &= same;
            varies[i] |= !same || (values[i] is { } other && other != value);
            values[i] = value;
        }
        if (isConstant && inputs.Any(i => i.Type.Shape.Count > 1))
            remarks.Warning(DiagnosticCodes.ConstantSample, $"every element is {Text(sample.Inputs[0].AsDouble(0))}", new(sample.Name), "leave the file out unless such inputs do occur");
        if (seen.Count == count) Check(remarks);
    }

    private void Check(DiagnosticBag remarks)
    {
        var stuck = Enumerable.Range(0, inputs.Count).Where(i => !varies[i] && inputs[i].Type.Shape.Count > 1).ToArray();
        if (stuck.Length > 0 && !varies.Contains(true))
            throw new CompilationException(DiagnosticCodes.ConstantSample, $"all samples hold the constant {Text(values[stuck[0]] ?? 0)} only", new(first), "calibrate on data as the model will see them");
        foreach (int i in stuck)
            remarks.Warning(DiagnosticCodes.ConstantSample, $"input '{inputs[i].Name}' is the constant {Text(values[i] ?? 0)} in every sample", new(first), "its range comes from that value alone");
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
