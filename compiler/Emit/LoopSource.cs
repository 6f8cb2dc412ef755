using CompileModel.Text;

namespace CompileModel.Emit;

/// <summary>Writes the method of a loop: its states, what it cuts and collects, and when it ends.</summary>
internal static class LoopSource
{
    /// <summary>The method, called <c>LoopN</c>.</summary>
    public static void Write(CodeWriter w, EmittedStep.Loop loop, string name)
    {
        w.Line().Line($"/// <summary>The loop '{name}'.</summary>").Block($"private static void Loop{loop.Number}(Memory* m)", () =>
        {
            foreach (var copy in loop.First) Copy(w, copy);
            w.Line($"long trips = {(loop.Limit is { } limit ? $"*(long*)({limit})" : loop.Trips < 0 ? "long.MaxValue" : loop.Trips)};");
            if (IsChecked(loop)) w.Line($"bool goes = {(loop.Condition is { } condition ? $"*({condition}) != 0" : "true")};");
            w.Block($"for (long i = 0; {(IsChecked(loop) ? "goes && " : "")}i < trips; i++)", () =>
            {
                w.Line($"*(long*)({loop.Trip}) = i;");
                foreach (var s in loop.Cut) w.Line($"Moves.Copy({s.Part}, {s.Bytes}, {Whole(s)}, {s.Step}, {s.Bytes}, {s.Runs});");
                w.Line($"Body{loop.Body.Number}(m);");
                foreach (var copy in loop.Advance) Copy(w, copy);
                foreach (var s in loop.Collect) w.Line($"Moves.Copy({Whole(s)}, {s.Step}, {s.Part}, {s.Bytes}, {s.Bytes}, {s.Runs});");
                if (loop.Next is { } next) w.Line($"goes = *({next}) != 0;");
            });
        });
    }

    private static bool IsChecked(EmittedStep.Loop loop) => loop.Condition is not null || loop.Next is not null;

    private static string Whole(EmittedStep.Slice slice) => $"{slice.Whole} + {(slice.IsBackwards ? "(trips - 1 - i)" : "i")} * {slice.Bytes}";

    private static void Copy(CodeWriter w, EmittedStep.Copy copy) => w.Line($"Moves.Copy({copy.To}, 0, {copy.From}, 0, {copy.Bytes}, 1);");
}
