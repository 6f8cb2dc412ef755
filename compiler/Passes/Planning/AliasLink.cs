using CompileModel.IR;
using CompileModel.Kernels.Views;

namespace CompileModel.Passes.Planning;

/// <summary>How the anchor of a group lies in a value of another group.</summary>
/// <param name="Parent">The value it lies in.</param>
/// <param name="Region">The region that says where; null when both are the same elements (in place).</param>
/// <param name="InsideResult">The anchor is the region's operand inside the parent, which is the result; otherwise the other way round.</param>
internal sealed record AliasLink(Value Parent, ViewRegion? Region, bool InsideResult);
