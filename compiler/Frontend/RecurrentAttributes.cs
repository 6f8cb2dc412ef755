using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend;

/// <summary>Attributes that RNN, GRU and LSTM have in common.</summary>
internal static class RecurrentAttributes
{
    /// <summary>The order of the steps.</summary>
    public static RecurrentDirection Direction(ImportContext node) =>
        node.Choice("direction", "forward", ("forward", RecurrentDirection.Forward), ("reverse", RecurrentDirection.Reverse), ("bidirectional", RecurrentDirection.Bidirectional));

    /// <summary>The activation functions of both directions, as many as the defaults each; those of a direction that is not there are identities.</summary>
    /// <exception cref="ImportException">A function is not known, or there are too few.</exception>
    public static Expression[] Activations(ImportContext node, RecurrentDirection direction, params string[] defaults)
    {
        int count = direction == RecurrentDirection.Bidirectional ? 2 * defaults.Length : defaults.Length;
        string[] names = node.Strings("activations") is { Length: > 0 } given ? given : [.. Enumerable.Range(0, count).Select(i => defaults[i % defaults.Length])];
        if (names.Length != count) throw ImportContext.Bad("activations", $"must name {count} functions");
        Queue<float> alphas = new(node.Floats("activation_alpha") ?? []), betas = new(node.Floats("activation_beta") ?? []);
        var functions = names.Select(n => Function(n, alphas, betas)).ToList();
        return [.. functions, .. Enumerable.Repeat(Expression.Identity, (2 * defaults.Length) - count)];
    }

    /// <summary>The bound of what activations read; 0 for none. Also marks the attributes that shapes say anyway.</summary>
    public static float Clip(ImportContext node)
    {
        node.Ignore("hidden_size", "output_sequence");
        return node.Float("clip", 0);
    }

    // Each function that has parameters takes its own from the front of the lists.
    private static Expression Function(string name, Queue<float> alphas, Queue<float> betas)
    {
        float Alpha(float otherwise) => alphas.Count > 0 ? alphas.Dequeue() : otherwise;
        float Beta(float otherwise) => betas.Count > 0 ? betas.Dequeue() : otherwise;
        switch (name.ToUpperInvariant())
        {
            case "RELU": return Of(new Relu());
            case "TANH": return Of(new Tanh());
            case "SIGMOID": return Of(new Sigmoid());
            case "SOFTSIGN": return Of(new Softsign());
            case "SOFTPLUS": return Of(new Softplus());
            case "ELU": return Of(new Elu(Alpha(1)));
            case "LEAKYRELU": return Of(new LeakyRelu(Alpha(0.01f)));
            case "THRESHOLDEDRELU": return Of(new ThresholdedRelu(Alpha(1)));
            case "AFFINE": return Of(new Affine(Alpha(1), Beta(0)));
            case "HARDSIGMOID": return Of(new HardSigmoid(Alpha(0.2f), Beta(0.5f)));
            case "SCALEDTANH":
                float outer = Alpha(1);
                return Of(new Affine(Beta(1), 0), new Tanh(), new Affine(outer, 0));
            default: throw ImportContext.Bad("activations", $"names '{name}', which is not an activation function of ONNX");
        }
    }

    private static Expression Of(params ElementwiseOperator[] steps) => steps.Aggregate(Expression.Identity, (e, op) => e.Then(op));
}
