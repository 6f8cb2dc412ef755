using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend;

/// <summary>Reads the attributes of tree ensembles in the encodings of ai.onnx.ml 1 to 5 into the tables of <see cref="TreeEnsemble"/>.</summary>
internal sealed class TreeBuilder
{
    private static readonly string[] Modes = ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ"];
    private const int Member = 6;

    private readonly List<(int Feature, int Mode, double Split, int True, int False, bool Missing)> nodes = [];
    private readonly List<int> roots = [];
    private double[] votes = [];
    private int targets;

    /// <summary>The encoding of version 5: inner nodes and leaves apart.</summary>
    public static TreeBuilder Read5(ImportContext node)
    {
        var result = new TreeBuilder();
        Ints List(string name) => node.Ints(name) ?? throw ImportContext.Bad(name, "is missing");
        Tensor Data(string name) => node.Tensor(name) ?? throw ImportContext.Bad(name, "is missing");
        Ints features = List("nodes_featureids"), holds = List("nodes_truenodeids"), fails = List("nodes_falsenodeids"), holdLeaves = List("nodes_trueleafs"), failLeaves = List("nodes_falseleafs");
        var missing = node.Ints("nodes_missing_value_tracks_true");
        node.Ignore("nodes_hitrates");
        Tensor modes = Data("nodes_modes"), splits = Data("nodes_splits"), weights = Data("leaf_weights");
        var members = node.Tensor("membership_values");
        int next = 0;
        var chains = new List<List<double>>();
        for (int i = 0; i < features.Count; i++)
        {
            var chain = new List<double> { splits.AsDouble(i) };
            if (modes.AsLong(i) == Member)
            {
                chain.Clear();
                for (; members is not null && next < members.Count && !double.IsNaN(members.AsDouble(next)); next++) chain.Add(members.AsDouble(next));
                next++;
                if (chain.Count == 0) throw ImportContext.Bad("membership_values", $"has no values for node {i}");
            }
            chains.Add(chain);
        }
        // A set is a chain of comparisons with its members.
        int[] places = [.. chains.Select((_, i) => chains.Take(i).Sum(c => c.Count))];
        int inner = chains.Sum(c => c.Count);
        for (int i = 0; i < features.Count; i++)
        {
            int Next(Ints ids, Ints leaves) => leaves[i] != 0 ? inner + ids[i] : places[ids[i]];
            int mode = modes.AsLong(i) == Member ? 4 : (int)modes.AsLong(i);
            for (int k = 0; k < chains[i].Count; k++)
                result.nodes.Add((features[i], mode, chains[i][k], Next(holds, holdLeaves), k + 1 < chains[i].Count ? places[i] + k + 1 : Next(fails, failLeaves), missing is { } m && m[i] != 0));
        }
        result.roots.AddRange(List("tree_roots").Select(r => places[r]));
        var ids = List("leaf_targetids");
        result.targets = (int)node.RequireInt("n_targets");
        result.votes = [.. Enumerable.Repeat(double.NaN, ids.Count * result.targets)];
        for (int i = 0; i < ids.Count; i++) result.votes[(i * result.targets) + ids[i]] = weights.AsDouble(i);
        return result;
    }

    /// <summary>The encodings of versions 1 and 3: leaves are nodes, votes name tree and node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="prefix">Of the attributes that hold the votes: target or class.</param>
    /// <param name="targets">Number of targets.</param>
    public static TreeBuilder Read1(ImportContext node, string prefix, int targets)
    {
        var result = new TreeBuilder { targets = targets };
        Ints List(string name) => node.Ints(name) ?? throw ImportContext.Bad(name, "is missing");
        double[] Numbers(string name) => node.Tensor(name + "_as_tensor") is { } tensor ? [.. Enumerable.Range(0, tensor.Count).Select(tensor.AsDouble)] : [.. (node.Floats(name) ?? []).Select(v => (double)v)];
        node.Ignore("nodes_hitrates", "nodes_hitrates_as_tensor");
        Ints trees = List("nodes_treeids"), ids = List("nodes_nodeids"), features = List("nodes_featureids"), holds = List("nodes_truenodeids"), fails = List("nodes_falsenodeids");
        string[] modes = node.Strings("nodes_modes") ?? throw ImportContext.Bad("nodes_modes", "is missing");
        double[] splits = Numbers("nodes_values");
        var missing = node.Ints("nodes_missing_value_tracks_true");
        int inner = modes.Count(m => m != "LEAF"), innerSeen = 0, leavesSeen = 0;
        var places = new Dictionary<(int Tree, int Node), int>();
        for (int i = 0; i < modes.Length; i++) places.Add((trees[i], ids[i]), modes[i] == "LEAF" ? inner + leavesSeen++ : innerSeen++);
        for (int i = 0; i < modes.Length; i++)
        {
            if (i == 0 || !trees.Take(i).Contains(trees[i])) result.roots.Add(places[(trees[i], ids[i])]);
            if (modes[i] == "LEAF") continue;
            int mode = Array.IndexOf(Modes, modes[i]);
            if (mode < 0) throw ImportContext.Bad("nodes_modes", $"has '{modes[i]}', which is not supported");
            result.nodes.Add((features[i], mode, splits[i], places[(trees[i], holds[i])], places[(trees[i], fails[i])], missing is { Count: > 0 } m && m[i] != 0));
        }
        result.votes = [.. Enumerable.Repeat(double.NaN, leavesSeen * targets)];
        Ints voteTrees = List(prefix + "_treeids"), voteNodes = List(prefix + "_nodeids"), voteTargets = List(prefix + "_ids");
        double[] weights = Numbers(prefix + "_weights");
        for (int i = 0; i < weights.Length; i++)
        {
            ref double vote = ref result.votes[((places[(voteTrees[i], voteNodes[i])] - inner) * targets) + (targets == 1 ? 0 : voteTargets[i])];
            vote = double.IsNaN(vote) ? weights[i] : vote + weights[i];
        }
        return result;
    }

    /// <summary>The operator.</summary>
    public TreeEnsemble Build(Floats offsets, TreeAggregate aggregate, PostTransform transform, ElementType? to)
    {
        int[] table = [.. nodes.SelectMany(n => new[] { n.Feature, n.Mode, n.True, n.False, n.Missing ? 1 : 0 })];
        double[] splits = [.. nodes.Select(n => n.Split)];
        return new(Tensor.From<int>(ElementType.Int32, Shape.Of(nodes.Count, 5), table), Tensor.From<double>(ElementType.Float64, Shape.Of(nodes.Count), splits), [.. roots],
            Tensor.From<double>(ElementType.Float64, Shape.Of(votes.Length / targets, targets), votes), offsets, aggregate, transform, to);
    }

    /// <summary>The attribute <c>post_transform</c>.</summary>
    public static PostTransform Transform(ImportContext node) =>
        node.Choice("post_transform", "NONE", ("NONE", PostTransform.None), ("SOFTMAX", PostTransform.Softmax), ("LOGISTIC", PostTransform.Logistic), ("SOFTMAX_ZERO", PostTransform.SoftmaxZero));

    /// <summary>The attribute <c>base_values</c>.</summary>
    public static Floats Offsets(ImportContext node) =>
        node.Tensor("base_values_as_tensor") is { } tensor ? new([.. Enumerable.Range(0, tensor.Count).Select(i => (float)tensor.AsDouble(i))]) : new(node.Floats("base_values") ?? []);
}
