// The attributes that the C# compiler and the native compiler know by name. Each is declared only so far as it is used.
namespace System
{
    public enum AttributeTargets
    {
        All = 0x7fff,
        Class = 4,
        Struct = 8,
        Method = 0x40,
        Field = 0x100,
        Delegate = 0x1000,
    }

    public sealed class AttributeUsageAttribute(AttributeTargets validOn) : Attribute
    {
        public AttributeTargets ValidOn => validOn;
        public bool AllowMultiple { get; set; }
        public bool Inherited { get; set; }
    }

    public sealed class FlagsAttribute : Attribute;
    public sealed class ParamArrayAttribute : Attribute;
}

namespace System.Reflection
{
    public sealed class DefaultMemberAttribute(string memberName) : Attribute
    {
        public string MemberName => memberName;
    }
}

namespace System.Runtime
{
    internal sealed class RuntimeExportAttribute(string entry) : Attribute
    {
        public string EntryPoint => entry;
    }

    internal sealed class RuntimeImportAttribute(string library, string entry) : Attribute
    {
        public string DllName => library;
        public string EntryPoint => entry;
    }
}

namespace System.Runtime.InteropServices
{
    public enum LayoutKind
    {
        Sequential = 0,
        Explicit = 2,
        Auto = 3,
    }

    public sealed class StructLayoutAttribute(LayoutKind kind) : Attribute
    {
        public LayoutKind Value => kind;
        public int Size;
        public int Pack;
    }

    public sealed class FieldOffsetAttribute(int offset) : Attribute
    {
        public int Value => offset;
    }

    public sealed class DllImportAttribute(string library) : Attribute
    {
        public string Value => library;
        public string EntryPoint;
        public bool ExactSpelling;
    }

    public sealed class InAttribute : Attribute;

    public sealed class SuppressGCTransitionAttribute : Attribute;

    public sealed class UnmanagedCallersOnlyAttribute : Attribute
    {
        public string EntryPoint;
        public Type[] CallConvs;
    }

    public static class UnmanagedType;
}

namespace System.Runtime.CompilerServices
{
    [Flags]
    public enum MethodImplOptions
    {
        NoInlining = 8,
        NoOptimization = 64,
        AggressiveInlining = 256,
        AggressiveOptimization = 512,
        InternalCall = 4096,
    }

    public sealed class MethodImplAttribute(MethodImplOptions options) : Attribute
    {
        public MethodImplOptions Value => options;
    }

    public sealed class IntrinsicAttribute : Attribute;
    public sealed class SkipLocalsInitAttribute : Attribute;
    public sealed class IsReadOnlyAttribute : Attribute;
    public sealed class IsByRefLikeAttribute : Attribute;
    public sealed class IsUnmanagedAttribute : Attribute;
    public sealed class ExtensionAttribute : Attribute;
    public sealed class CompilerGeneratedAttribute : Attribute;
    public sealed class ScopedRefAttribute : Attribute;
    public sealed class UnsafeValueTypeAttribute : Attribute;

    public sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName => featureName;
    }

    public sealed class FixedBufferAttribute(Type elementType, int length) : Attribute
    {
        public Type ElementType => elementType;
        public int Length => length;
    }

    public sealed class RefSafetyRulesAttribute(int version) : Attribute
    {
        public int Version => version;
    }

    public sealed class ObsoleteAttribute : Attribute;

    public static class IsVolatile;

    public static class RuntimeFeature
    {
        public const string UnmanagedSignatureCallingConvention = nameof(UnmanagedSignatureCallingConvention);
        public const string ByRefFields = nameof(ByRefFields);
        public const string NumericIntPtr = nameof(NumericIntPtr);
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    public sealed class UnscopedRefAttribute : Attribute;
}
