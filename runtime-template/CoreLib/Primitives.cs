// The types every C# program is compiled against, in their smallest form: no heap, no reflection, no exceptions.
// They are grouped in one file because each is a line; what has members has a file of its own.
using System.Runtime.CompilerServices;

namespace System
{
    public unsafe class Object
    {
#pragma warning disable CS0169, CS0649 // read by the compiler and the code it makes
        private Internal.Runtime.MethodTable* _methodTable;
#pragma warning restore CS0169, CS0649
    }

    public abstract class ValueType;
    public abstract class Enum : ValueType;
    public class Exception;
    public abstract class Delegate;
    public abstract class MulticastDelegate : Delegate;
    public abstract class Attribute;
    public class Type;

    public struct Void;
    public struct Boolean;
    public struct Char;
    public struct SByte;
    public struct Byte { public const byte MaxValue = 255; }
    public struct Int16;
    public struct UInt16;
    public struct Int32 { public const int MaxValue = 0x7fffffff; public const int MinValue = -MaxValue - 1; }
    public struct UInt32 { public const uint MaxValue = 0xffffffff; }
    public struct Int64 { public const long MaxValue = 0x7fffffffffffffff; public const long MinValue = -MaxValue - 1; }
    public struct UInt64 { public const ulong MaxValue = 0xffffffffffffffff; }
    public struct Single
    {
        public const float MaxValue = 3.40282347E+38f;
        public const float MinValue = -3.40282347E+38f;
        public const float PositiveInfinity = 1f / 0f;
        public const float NegativeInfinity = -1f / 0f;
        public const float NaN = 0f / 0f;

#pragma warning disable CS1718 // only NaN differs from itself
        public static bool IsNaN(float value) => value != value;
#pragma warning restore CS1718
    }
    public struct Double
    {
        public const double PositiveInfinity = 1d / 0d;
        public const double NegativeInfinity = -1d / 0d;
        public const double NaN = 0d / 0d;

#pragma warning disable CS1718 // only NaN differs from itself
        public static bool IsNaN(double value) => value != value;
#pragma warning restore CS1718
    }

    public struct IntPtr
    {
#pragma warning disable CS0169
        private unsafe void* _value;
#pragma warning restore CS0169
    }

    public struct UIntPtr
    {
#pragma warning disable CS0169
        private unsafe void* _value;
#pragma warning restore CS0169
    }

    public struct RuntimeTypeHandle { public IntPtr Value; }
    public struct RuntimeMethodHandle { public IntPtr Value; }
    public struct RuntimeFieldHandle { public IntPtr Value; }
    public struct Nullable<T> where T : struct;

    public abstract class Array
    {
#pragma warning disable CS0169, CS0649
        private uint _numComponents;
#pragma warning restore CS0169, CS0649

        public int Length => (int)_numComponents;
    }

    internal class Array<T> : Array;

    public sealed class String
    {
#pragma warning disable CS0169, CS0649
        private int _stringLength;
        private char _firstChar;
#pragma warning restore CS0169, CS0649

        public int Length => _stringLength;
    }

    public interface IDisposable
    {
        void Dispose();
    }
}

namespace Internal.Runtime
{
    internal struct MethodTable;
}
