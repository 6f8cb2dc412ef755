namespace CompileModel.Publish;

/// <summary>A project to be compiled to an executable.</summary>
/// <param name="ProjectFolder">The complete project, see <see cref="ProjectFiles"/>.</param>
/// <param name="Name">Name of the executable.</param>
/// <param name="Target">What is built for.</param>
public sealed record PublishRequest(string ProjectFolder, string Name, PublishTarget Target);
