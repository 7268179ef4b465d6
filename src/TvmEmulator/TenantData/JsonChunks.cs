using System.Text.Json;

namespace TvmEmulator.TenantData;

/// <summary>
/// Takes a text of rows apart: line by line, when each line is an object, or in one piece, when it is a document such as a page that was saved from
/// the API. Memory is that of the longest line, or of the document.
/// </summary>
internal sealed class JsonChunks(Stream stream)
{
    /// <summary>The longest line: 1 MiB.</summary>
    public const int MostLineBytes = 1 << 20;

    /// <summary>The longest document: 512 MiB.</summary>
    public const int MostDocumentBytes = 512 << 20;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isBegun;
    private bool _isAtEnd;

    /// <summary>Whether the text is a document; known after the first chunk.</summary>
    public bool IsDocument { get; private set; }

    /// <summary>The line on which the last chunk begins, from 1 on.</summary>
    public int Line { get; private set; }

    /// <summary>The next chunk with its line feed, if it has one; good until the next call.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">It is too long, or cannot be unpacked.</exception>
    public bool TryRead(out ReadOnlySpan<byte> chunk)
    {
        if (!_isBegun)
            Begin();

        Line++;
        var length = IsDocument ? ReadDocument() : ReadLine();
        chunk = _buffer.AsSpan(_start, length);
        _start += length;
        return length > 0;
    }

    /// <summary>Whether a chunk is nothing but blanks and a byte order mark.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> chunk) => WithoutMark(chunk).IndexOfAnyExcept(" \t\r\n"u8) < 0;

    /// <summary>A chunk without the byte order mark that the first one may begin with.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> chunk) => chunk.StartsWith(ByteOrderMark) ? chunk[ByteOrderMark.Length..] : chunk;

    private void Begin()
    {
        _isBegun = true;
        while (_end < _buffer.Length && More(_buffer.Length))
        {
        }

        IsDocument = LooksLikeDocument(WithoutMark(_buffer.AsSpan(0, _end)));
    }

    private int ReadLine()
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return searched + found + 1;

            searched = _end - _start;
            if (searched > MostLineBytes)
                throw new InvalidDataException($"is longer than {MostLineBytes} bytes");
            if (!More(2 * MostLineBytes))
                return searched;
        }
    }

    private int ReadDocument()
    {
        while (More(MostDocumentBytes))
        {
        }

        if (!_isAtEnd)
            throw new InvalidDataException($"is a document of more than {MostDocumentBytes} bytes; lines with an object each may be any number");
        return _end - _start;
    }

    /// <summary>Reads on, in a larger buffer if need be. Answers false at the end, and when the buffer is full and as large as it may get.</summary>
    private bool More(int most)
    {
        if (_isAtEnd)
            return false;

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length && _buffer.Length < most)
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, most));
        if (_end == _buffer.Length)
            return false;

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
        return !_isAtEnd;
    }

    /// <summary>An array, or an object with an array of rows in it, which may go on beyond what is looked at.</summary>
    private static bool LooksLikeDocument(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartArray)
                    return reader.CurrentDepth == 0 || reader.CurrentDepth == 1;
                if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0)
                    return false;
                if (reader.TokenType == JsonTokenType.PropertyName && !reader.ValueTextEquals("value"u8) && !reader.TrySkip())
                    return false;
            }
        }
        catch (JsonException)
        {
            // What is wrong is told where the line is read.
        }

        return false;
    }
}
