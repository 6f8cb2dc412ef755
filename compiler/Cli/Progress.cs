using Spectre.Console;

namespace CompileModel.Cli;

/// <summary>Shows on a terminal what is going on; silent in pipes and files.</summary>
internal static class Progress
{
    /// <summary>Runs work that names its steps.</summary>
    public static T Run<T>(string title, Func<Action<string>, T> work)
    {
        if (Terminal() is not { } console) return work(_ => { });
        return console.Status().Spinner(Spinner.Known.Dots).Start(Markup.Escape(title), status => work(step => status.Status(Markup.Escape($"{title}: {step}"))));
    }

    /// <summary>Runs work that names its steps and tells which part of the long one is done.</summary>
    public static T RunWithBar<T>(string title, Func<Action<string>, Action<double>, T> work)
    {
        if (Terminal() is not { } console) return work(_ => { }, _ => { });
        return console.Progress().AutoClear(true).Columns(new SpinnerColumn(Spinner.Known.Dots), new TaskDescriptionColumn(), new ProgressBarColumn(), new RemainingTimeColumn()).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: 1);
            return work(step => task.Description(Markup.Escape($"{title}: {step}")), part => task.Value(part));
        });
    }

    private static IAnsiConsole? Terminal()
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return Console.IsErrorRedirected || !console.Profile.Capabilities.Interactive ? null : console;
    }
}
