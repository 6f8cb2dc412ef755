using System;
using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>
/// Text on its way to a file descriptor: it is gathered in one buffer, which a line end, an overflow or <see cref="Fail"/> writes out.
/// There is one buffer for the program, so one line is written at a time.
/// </summary>
internal readonly unsafe struct Line
{
    /// <summary>Printing is not hot: one copy of each method keeps the program small.</summary>
    private const MethodImplOptions Small = MethodImplOptions.NoInlining;

    private const int Capacity = 1024;
    private static Buffer s_buffer;
    private static int s_length;
    private static int s_column;

    private readonly int _file;

    public Line(int file) => _file = file;

    private struct Buffer
    {
        public fixed byte Data[Capacity];
    }

    [MethodImpl(Small)]
    public Line Character(int character)
    {
        if (s_length == Capacity)
            Flush();
        s_buffer.Data[s_length++] = (byte)character;
        s_column++;
        return this;
    }

    [MethodImpl(Small)]
    public Line Text(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
            Character(text[i]);
        return this;
    }

    [MethodImpl(Small)]
    public Line Text(byte* text)
    {
        for (; *text != 0; text++)
            Character(*text);
        return this;
    }

    [MethodImpl(Small)]
    public Line Number(long value)
    {
        if (value < 0)
            Character('-');
        Digits(value < 0 ? 0ul - (ulong)value : (ulong)value, 1);
        return this;
    }

    /// <summary>Writes at least <paramref name="count"/> decimal digits.</summary>
    [MethodImpl(Small)]
    public Line Digits(ulong value, int count)
    {
        byte* digits = stackalloc byte[24];
        int length = 0;
        do
        {
            digits[length++] = (byte)('0' + value % 10);
            value /= 10;
        }
        while (value != 0 || length < count);
        while (length > 0)
            Character(digits[--length]);
        return this;
    }

    /// <summary>Writes about six significant digits, see <see cref="NumberText"/>.</summary>
    [MethodImpl(Small)]
    public Line Float(double value)
    {
        NumberText.Float(this, value);
        return this;
    }

    [MethodImpl(Small)]
    public Line Fixed(double value, int decimals)
    {
        NumberText.Fixed(this, value, decimals);
        return this;
    }

    /// <summary>Fills with spaces up to a column, and with one at least.</summary>
    [MethodImpl(Small)]
    public Line Column(int column)
    {
        do
            Character(' ');
        while (s_column < column);
        return this;
    }

    /// <summary>The column that the next character goes to; the first is 0.</summary>
    public int Position => s_column;

    [MethodImpl(Small)]
    public void End()
    {
        Character('\n');
        s_column = 0;
        Flush();
    }

    [MethodImpl(Small)]
    public void Fail()
    {
        End();
#if BARE
        Libc.exit(1);
#else
        Environment.Exit(1);
#endif
    }

    [MethodImpl(Small)]
    private void Flush()
    {
        fixed (byte* data = s_buffer.Data)
        {
            for (int done = 0; done < s_length;)
            {
                nint written = Libc.write(_file, data + done, (nuint)(s_length - done));
                if (written <= 0)
                    break;
                done += (int)written;
            }
        }

        s_length = 0;
    }
}
