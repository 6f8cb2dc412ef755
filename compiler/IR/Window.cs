using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>Geometry of a sliding window over the spatial axes of a convolution or pooling, one number an axis; pads as ONNX: all begins, then all ends.</summary>
/// <param name="Kernel">Extents of the window.</param>
/// <param name="Strides">Steps.</param>
/// <param name="Dilations">Distance of neighbouring taps.</param>
/// <param name="Pads">Begins, then ends.</param>
public sealed record Window(Ints Kernel, Ints Strides, Ints Dilations, Ints Pads)
{
    /// <summary>Fills defaults in: strides and dilations of 1, pads by the automatic rule or 0.</summary>
    /// <param name="spatial">Input extents.</param>
    /// <param name="kernel">Window extents.</param>
    /// <param name="strides">Empty for 1.</param>
    /// <param name="dilations">Empty for 1.</param>
    /// <param name="pads">Empty for 0.</param>
    /// <param name="auto">The automatic rule.</param>
    public static Window Resolve(ReadOnlySpan<int> spatial, Ints kernel, Ints strides, Ints dilations, Ints pads, AutoPad auto)
    {
        int n = spatial.Length;
        InferenceContext.Check(kernel.Count == n, $"kernel {kernel} does not have {n} axes");
        if (strides.Count == 0) strides = Ints.Repeat(1, n);
        if (dilations.Count == 0) dilations = Ints.Repeat(1, n);
        if (pads.Count == 0 || auto != AutoPad.NotSet) pads = Ints.Repeat(0, 2 * n);
        InferenceContext.Check(strides.Count == n && dilations.Count == n && pads.Count == 2 * n, $"strides {strides}, dilations {dilations} and pads {pads} do not fit {n} axes");
        InferenceContext.Check(kernel.All(k => k > 0) && strides.All(s => s > 0) && dilations.All(d => d > 0), "kernel, strides and dilations must be positive");
        if (auto is AutoPad.SameUpper or AutoPad.SameLower)
        {
            int[] resolved = new int[2 * n];
            for (int i = 0; i < n; i++)
            {
                int output = (spatial[i] + strides[i] - 1) / strides[i];
                int total = Math.Max(0, (output - 1) * strides[i] + (kernel[i] - 1) * dilations[i] + 1 - spatial[i]);
                resolved[i] = auto == AutoPad.SameUpper ? total / 2 : total - total / 2;
                resolved[n + i] = total - resolved[i];
            }
            pads = [.. resolved];
        }
        return new(kernel, strides, dilations, pads);
    }

    /// <summary>Output extents of a convolution or pooling.</summary>
    /// <param name="spatial">Input extents.</param>
    /// <param name="ceil">Rounds up; a last window that would start in the end padding is left out.</param>
    public int[] OutputSizes(ReadOnlySpan<int> spatial, bool ceil = false)
    {
        int n = spatial.Length;
        int[] sizes = new int[n];
        for (int i = 0; i < n; i++)
        {
            int room = spatial[i] + Pads[i] + Pads[n + i] - ((Kernel[i] - 1) * Dilations[i] + 1);
            InferenceContext.Check(room >= 0, $"the window ({Kernel[i]}, dilation {Dilations[i]}) is larger than the padded input ({spatial[i]} + {Pads[i]} + {Pads[n + i]})");
            sizes[i] = (ceil ? (room + Strides[i] - 1) / Strides[i] : room / Strides[i]) + 1;
            if (ceil && (sizes[i] - 1) * Strides[i] >= spatial[i] + Pads[i]) sizes[i]--;
        }
        return sizes;
    }
}
