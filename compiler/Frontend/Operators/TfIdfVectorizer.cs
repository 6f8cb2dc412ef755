using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports TfIdfVectorizer over integers.</summary>
public sealed class TfIdfVectorizer() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override int Since => 9;

    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        if (node.Strings("pool_strings") is { Length: > 0 }) throw new ImportException(DiagnosticCodes.UnsupportedOperator, "n-grams of strings are not supported", "turn words into numbers before the model");
        long[] pool = node.Longs("pool_int64s") ?? throw ImportContext.Bad("pool_int64s", "is missing");
        var columns = node.Ints("ngram_indexes") ?? throw ImportContext.Bad("ngram_indexes", "is missing");
        float[] weights = node.Floats("weights") ?? [];
        if (columns.Count == 0 || columns.Distinct().Count() != columns.Count || columns.Any(c => c < 0)) throw ImportContext.Bad("ngram_indexes", "must name a column of its own for each n-gram");
        if (weights.Length > 0 && weights.Length != columns.Count) throw ImportContext.Bad("weights", "must have one number for each n-gram");
        node.Emit(new IR.Operators.TfIdfVectorizer(
            node.Choice("mode", "", ("TF", TermMode.Count), ("IDF", TermMode.Inverse), ("TFIDF", TermMode.Product)),
            (int)node.RequireInt("min_gram_length"), (int)node.RequireInt("max_gram_length"), (int)node.RequireInt("max_skip_count"),
            Tensor.OfInts(pool), node.Ints("ngram_counts") ?? throw ImportContext.Bad("ngram_counts", "is missing"), columns, Tensor.Of(IR.Shape.Of(weights.Length), weights)), node.Inputs[0]);
    }
}
