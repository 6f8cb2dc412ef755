using System.Text;
using Spectre.Console;

namespace CompileModel.Bench.Report;

/// <summary>Writes sheets to the terminal and as Markdown.</summary>
internal static class Sheets
{
    /// <summary>Prints a sheet.</summary>
    public static void Print(Sheet sheet)
    {
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(sheet.Title));
        for (int i = 0; i < sheet.Headers.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(sheet.Headers[i])).NoWrap();
            table.AddColumn(i < sheet.Names ? column : column.RightAligned());
        }
        foreach (var row in sheet.Rows) table.AddRow([.. row.Select(Markup.Escape)]);
        Terminal.Console().Write(table);
    }

    /// <summary>Markdown of several sheets.</summary>
    public static string ToMarkdown(IEnumerable<Sheet> sheets)
    {
        var text = new StringBuilder();
        foreach (var sheet in sheets)
        {
            text.Append($"### {sheet.Title}\n\n| {string.Join(" | ", sheet.Headers)} |\n|");
            for (int i = 0; i < sheet.Headers.Count; i++) text.Append(i < sheet.Names ? " --- |" : " ---: |");
            text.Append('\n');
            foreach (var row in sheet.Rows) text.Append($"| {string.Join(" | ", row)} |\n");
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Puts text between the two marks of a section in a file, or appends the section to the file.</summary>
    public static void Write(string path, string section, string text)
    {
        string begin = $"<!-- {section} -->", end = $"<!-- end of {section} -->", old = File.Exists(path) ? File.ReadAllText(path) : "";
        if (!old.Contains(begin, StringComparison.Ordinal)) old += $"{begin}\n{end}\n";
        int from = old.IndexOf(begin, StringComparison.Ordinal) + begin.Length, to = old.IndexOf(end, from, StringComparison.Ordinal);
        File.WriteAllText(path, $"{old[..from]}\n\n{text}{old[to..]}");
    }
}
