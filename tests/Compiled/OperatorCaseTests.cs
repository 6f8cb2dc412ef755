using CompileModel.Tests.OnnxRuntime;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>The cases themselves: names are unique and ONNX Runtime takes each one.</summary>
public class OperatorCaseTests
{
    [Fact]
    public void EveryCaseRunsInOnnxRuntime()
    {
        var wrong = new List<string>();
        foreach (var one in ElementwiseCases.All.Concat(MovementCases.All).Concat(ArithmeticCases.All).Concat(RecurrentCases.All).Concat(QuantizedCases.All).Concat(MicrosoftCases.All).Concat(LearningCases.All))
        {
            var model = OperatorCase.Join([one]);
            try
            {
                OrtSession.RunOnce(model.ToArray(), TestInputs.For(model, 1));
            }
            catch (InvalidOperationException e)
            {
                wrong.Add($"{one.Name}: {e.Message}");
            }
        }
        Rules.Hold(wrong);
    }

    [Fact]
    public void NamesAreUnique() =>
        Rules.Hold(ElementwiseCases.All.Concat(MovementCases.All).Concat(ArithmeticCases.All).Concat(RecurrentCases.All).Concat(QuantizedCases.All).Concat(MicrosoftCases.All).Concat(LearningCases.All).GroupBy(c => c.Name).Where(g => g.Count() > 1).Select(g => g.Key));
}
