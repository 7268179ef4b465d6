namespace TvmEmulator.Compression;

/// <summary>The CRC of two texts joined, from the CRC of each: polynomial arithmetic modulo the CRC's polynomial, as zlib's <c>crc32_combine</c> does it.</summary>
internal static class Crc32Join
{
    // Bit-reversed as everywhere in CRC-32: the highest bit is x^0.
    private const uint Polynomial = 0xEDB88320;
    private const uint One = 0x80000000;

    // x^(2^n) for n = 0..31; the powers repeat after that, because x^(2^32) = x.
    private static readonly uint[] Squares = MakeSquares();

    /// <summary>The CRC of first and second text together.</summary>
    public static uint Combine(uint first, uint second, long secondLength) => Multiply(ShiftBy(secondLength), first) ^ second;

    /// <summary>x^(8 * bytes): what appending that many bytes does to a CRC.</summary>
    private static uint ShiftBy(long bytes)
    {
        var power = One;
        for (var n = 3; bytes != 0; bytes >>= 1, n++)
        {
            if ((bytes & 1) != 0)
                power = Multiply(Squares[n & 31], power);
        }

        return power;
    }

    private static uint Multiply(uint a, uint b)
    {
        var product = 0u;
        for (var bit = One; bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0)
                product ^= b;
            b = (b & 1) != 0 ? (b >> 1) ^ Polynomial : b >> 1;
        }

        return product;
    }

    private static uint[] MakeSquares()
    {
        var squares = new uint[32];
        squares[0] = One >> 1;
        for (var n = 1; n < squares.Length; n++)
            squares[n] = Multiply(squares[n - 1], squares[n - 1]);
        return squares;
    }
}
