using Spectre.Console;

namespace CompileModel.Cli;

/// <summary>Shows on a terminal what is going on; silent in pipes and files.</summary>
internal static class Progress
{
    /// <summary>Runs work that names its steps.</summary>
    public static T Run<T>(string title, Func<Action<string>, T> work)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive) return work(_ => { });
        return console.Status().Spinner(Spinner.Known.Dots).Start(Markup.Escape(title), status => work(step => status.Status(Markup.Escape($"{title}: {step}"))));
    }
}
