using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>One operator in one situation, added to a model beside many others.</summary>
/// <param name="Name">Unique; prefix of the case's inputs and outputs.</param>
/// <param name="AddTo">Adds inputs, nodes and outputs.</param>
internal sealed record OperatorCase(string Name, Action<OnnxModelBuilder> AddTo)
{
    /// <summary>One model that holds all cases side by side.</summary>
    public static OnnxModelBuilder Join(IEnumerable<OperatorCase> cases)
    {
        var model = new OnnxModelBuilder { Opset = 20, IrVersion = 9 };
        foreach (var one in cases)
        {
            model.Prefix = one.Name + "_";
            one.AddTo(model);
        }
        return model;
    }
}
