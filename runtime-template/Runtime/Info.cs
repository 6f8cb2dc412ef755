using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>What was compiled: model, target, options, tensors and sizes.</summary>
internal static class Info
{
    private const int Column = 12;

    public static void Print()
    {
        new Line(1).Text("model:"u8).Column(Column).Text(ModelInfo.Name).End();
        new Line(1).Text("hash:"u8).Column(Column).Text(ModelInfo.Hash).End();
        new Line(1).Text("target:"u8).Column(Column).Text(ModelInfo.Target).End();
        new Line(1).Text("options:"u8).Column(Column).Text(ModelInfo.Options).End();
        new Line(1).Text("compiler:"u8).Column(Column).Text("compile-model "u8).Text(ModelInfo.ToolVersion).End();
        int inputs = ModelInfo.Inputs;
        for (int i = 0; i < inputs; i++)
            new Line(1).Text(ModelInfo.StateOutput(i) >= 0 ? "state:"u8 : "input:"u8).Column(Column).Text(ModelInfo.InputName(i)).Character(' ').Tensor(ModelInfo.InputType(i), ModelInfo.InputShape(i)).End();
        for (int i = 0; i < ModelInfo.Symbols; i++)
            new Line(1).Text("dim:"u8).Column(Column).Text(ModelInfo.SymbolName(i)).Text(" from "u8).Number(ModelInfo.SymbolLow(i)).Text(" to "u8).Number(ModelInfo.SymbolHigh(i)).End();
        int outputs = ModelInfo.Outputs;
        for (int i = 0; i < outputs; i++)
            new Line(1).Text("output:"u8).Column(Column).Text(ModelInfo.OutputName(i)).Character(' ').Tensor(ModelInfo.OutputType(i), ModelInfo.OutputShape(i)).End();
        long macs = 0;
        int layers = Model.Layers;
        for (int i = 0; i < layers; i++)
            macs += ModelInfo.LayerMacs(i);
        new Line(1).Text("layers:"u8).Column(Column).Number(layers).End();
        new Line(1).Text("MACs:"u8).Column(Column).Number(macs).End();
        new Line(1).Text("arena:"u8).Column(Column).Number(Model.ArenaBytes).Text(" bytes"u8).End();
        new Line(1).Text("scratch:"u8).Column(Column).Number(Model.ScratchBytes).Text(" bytes a thread"u8).End();
        new Line(1).Text("weights:"u8).Column(Column).Number(Model.WeightBytes).Text(" bytes"u8).End();
    }
}
