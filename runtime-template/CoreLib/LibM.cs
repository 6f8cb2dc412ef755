using System.Runtime.InteropServices;

namespace System;

/// <summary>The single-precision functions of the C library's mathematics part.</summary>
internal static class LibM
{
    [DllImport("libc"), SuppressGCTransition] public static extern float expf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float logf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float sinf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float cosf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float tanf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float tanhf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float sinhf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float coshf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float asinf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float acosf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float atanf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float asinhf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float acoshf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float atanhf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float erff(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float exp2f(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float log2f(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float cbrtf(float value);
    [DllImport("libc"), SuppressGCTransition] public static extern float powf(float value, float power);
    [DllImport("libc"), SuppressGCTransition] public static extern float fmodf(float value, float divisor);
    [DllImport("libc"), SuppressGCTransition] public static extern float atan2f(float y, float x);
}
