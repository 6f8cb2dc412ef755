namespace CompileModel.Publish;

/// <summary>A step of publishing that begins now.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Title">What it does, for people.</param>
public sealed record PublishStep(int Number, int Count, string Title);
