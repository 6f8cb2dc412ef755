namespace CompileModel.Kernels.Gemm;

/// <summary>How the inner loop of a micro-kernel brings factors and weights together.</summary>
public enum TileForm
{
    /// <summary>A lane of a register that holds factors of a row (<see cref="LaneLoop"/>).</summary>
    Lane,

    /// <summary>Factors broadcast from memory into all lanes (<see cref="BroadcastLoop"/>).</summary>
    Broadcast,

    /// <summary>Factors along the lanes of both, products widened, and a sum of its own for each lane (<see cref="WideningLoop"/>).</summary>
    Widening,
}
