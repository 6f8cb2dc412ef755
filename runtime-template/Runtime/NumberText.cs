using System;
using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>Floating-point numbers as decimal text.</summary>
internal static class NumberText
{
    /// <summary>Writes six significant digits without trailing zeros, in scientific form below 1e-4 and from 1e9 on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Float(Line line, double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        if ((bits & 0x7fffffffffffffff) > 0x7ff0000000000000)
        {
            line.Text("nan"u8);
            return;
        }

        if (bits >> 63 != 0)
            line.Character('-');
        value = Math.Abs(value);
        if (value == 0)
        {
            line.Character('0');
            return;
        }

        if (bits << 1 == 0xffe0000000000000)
        {
            line.Text("inf"u8);
            return;
        }

        int exponent = Scale(ref value);
        long digits = (long)(value * 100_000 + 0.5);
        if (digits == 1_000_000)
        {
            digits = 100_000;
            exponent++;
        }

        int count = 6;
        while (count > 1 && digits % 10 == 0)
        {
            digits /= 10;
            count--;
        }

        Place(line, digits, count, exponent);
    }

    /// <summary>Writes a value of at most a trillion with a number of decimals from 1 to 6.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Fixed(Line line, double value, int decimals)
    {
        long unit = 1;
        for (int i = 0; i < decimals; i++)
            unit *= 10;
        if (value < 0)
            line.Character('-');
        long scaled = (long)(Math.Abs(value) * unit + 0.5);
        line.Number(scaled / unit).Character('.').Digits((ulong)(scaled % unit), decimals);
    }

    /// <summary>Brings a positive value into [1, 10) and tells the power of ten that was taken out.</summary>
    private static int Scale(ref double value)
    {
        int exponent = 0;
        for (; value >= 1e16; exponent += 16)
            value /= 1e16;
        for (; value >= 10; exponent++)
            value /= 10;
        for (; value < 1e-16; exponent -= 16)
            value *= 1e16;
        for (; value < 1; exponent--)
            value *= 10;
        return exponent;
    }

    /// <summary>Writes digits d1..dn with the value d1.d2..dn * 10^exponent.</summary>
    private static void Place(Line line, long digits, int count, int exponent)
    {
        bool scientific = exponent < -4 || exponent > 8;
        int point = scientific ? 1 : exponent + 1;
        if (point <= 0)
        {
            line.Text("0."u8).Digits((ulong)digits, count - point);
        }
        else
        {
            long unit = 1;
            for (int i = point; i < count; i++)
                unit *= 10;
            for (int i = count; i < point; i++)
                digits *= 10;
            line.Number(digits / unit);
            if (unit > 1)
                line.Character('.').Digits((ulong)(digits % unit), count - point);
        }

        if (scientific)
            line.Text(exponent < 0 ? "e-"u8 : "e+"u8).Digits((ulong)Math.Abs(exponent), 2);
    }
}
