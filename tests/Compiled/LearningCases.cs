using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>Operators of ai.onnx.ml.</summary>
internal static class LearningCases
{
    private const string Domain = "ai.onnx.ml::";

    // Two trees: feature 0 at most 0.1, then feature 1 above -0.2; and feature 2 at least 0.3.
    private static readonly (string Name, object Value)[] Trees =
    [
        ("nodes_treeids", new[] { 0, 0, 0, 0, 0, 1, 1, 1 }), ("nodes_nodeids", new[] { 0, 1, 2, 3, 4, 0, 1, 2 }), ("nodes_featureids", new[] { 0, 1, 0, 0, 0, 2, 0, 0 }),
        ("nodes_modes", new[] { "BRANCH_LEQ", "BRANCH_GT", "LEAF", "LEAF", "LEAF", "BRANCH_GTE", "LEAF", "LEAF" }), ("nodes_values", new[] { 0.1f, -0.2f, 0, 0, 0, 0.3f, 0, 0 }),
        ("nodes_truenodeids", new[] { 1, 3, 0, 0, 0, 1, 0, 0 }), ("nodes_falsenodeids", new[] { 2, 4, 0, 0, 0, 2, 0, 0 }),
    ];

    /// <summary>All cases.</summary>
    public static IEnumerable<OperatorCase> All =>
    [
        .. from aggregate in (string[])["SUM", "AVERAGE", "MIN", "MAX"]
           select new OperatorCase($"TreeEnsembleRegressor_{aggregate}", b => b.Output(b.Node(Domain + "TreeEnsembleRegressor", [b.Input("x", 9, 3)],
               [.. Trees, .. Votes("target", [0, 1, 0, 1, 0]), ("n_targets", 2), ("aggregate_function", aggregate)]))),
        new("TreeEnsembleClassifier", b => Classes(b, "TreeEnsembleClassifier", [.. Trees, .. Votes("class", [0, 1, 2, 1, 0]), ("classlabels_int64s", new[] { 5, 7, 9 }), ("post_transform", "SOFTMAX")])),
        new("TreeEnsembleClassifier_binary", b => Classes(b, "TreeEnsembleClassifier", [.. Trees, .. Votes("class", [0, 0, 0, 0, 0]), ("classlabels_int64s", new[] { 5, 7 })])),
        new("TreeEnsembleClassifier_logistic", b => Classes(b, "TreeEnsembleClassifier", [.. Trees, .. Votes("class", [0, 0, 0, 0, 0], -0.5f), ("classlabels_int64s", new[] { 5, 7 }), ("post_transform", "LOGISTIC")])),
        new("LinearRegressor", b => b.Output(b.Node(Domain + "LinearRegressor", [b.Input("x", 4, 3)], ("coefficients", new float[] { 1, 2, 3, 4, 5, 6 }), ("intercepts", new[] { 0.5f, -1 }), ("targets", 2)))),
        new("LinearClassifier", b => Classes(b, "LinearClassifier", [("coefficients", new float[] { 1, -2, 3, -4, 5, 6, 0, 1, 1 }), ("intercepts", new[] { 0.5f, -1, 0 }), ("classlabels_ints", new[] { 3, 1, 2 }), ("post_transform", "SOFTMAX")])),
        new("Scaler", b => b.Output(b.Node(Domain + "Scaler", [b.Input("x", 4, 3)], ("offset", new[] { 0.1f, 0.2f, 0.3f }), ("scale", new[] { 1.5f, 2, 3 })))),
        new("Imputer", b => b.Output(b.Node(Domain + "Imputer", [b.Node("Where", [b.Input(ElementType.Bool, "c", 4, 3), b.Input("x", 4, 3), b.Constant([], float.NaN)])],
            ("imputed_value_floats", new[] { 1f, 2, 3 }), ("replaced_value_float", float.NaN)))),
        new("FeatureVectorizer", b => b.Output(b.Node(Domain + "FeatureVectorizer", [b.Input("x", 2, 3), b.Input("y", 2, 2)], ("inputdimensions", new[] { 3, 2 })))),
        new("ArrayFeatureExtractor", b => b.Output(b.Node(Domain + "ArrayFeatureExtractor", [b.Input("x", 3, 5), b.Ints(4, 0, 2)]))),
        new("OneHotEncoder", b => b.Output(b.Node(Domain + "OneHotEncoder", [b.Input(ElementType.Int64, "x", 2, 3)], ("cats_int64s", new[] { 2, 0, 1 }), ("zeros", 1)))),
        .. from norm in (string[])["MAX", "L1", "L2"]
           select new OperatorCase($"Normalizer_{norm}", b => b.Output(b.Node(Domain + "Normalizer", [b.Input("x", 3, 5)], ("norm", norm)))),
    ];

    private static (string Name, object Value)[] Votes(string prefix, int[] ids, float shift = 0) =>
    [
        ($"{prefix}_treeids", new[] { 0, 0, 0, 1, 1 }), ($"{prefix}_nodeids", new[] { 2, 3, 4, 1, 2 }), ($"{prefix}_ids", ids),
        ($"{prefix}_weights", new[] { 0.25f + shift, 0.5f + shift, 0.125f + shift, 0.3f + shift, 0.2f + shift }),
    ];

    private static void Classes(OnnxModelBuilder b, string op, (string Name, object Value)[] attributes)
    {
        var results = b.Node(Domain + op, [b.Input("x", 9, 3)], 2, attributes);
        b.Output(results[0], ElementType.Int64);
        b.Output(results[1]);
    }
}
