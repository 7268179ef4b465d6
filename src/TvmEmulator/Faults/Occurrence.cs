using System.Text.Json;

namespace TvmEmulator.Faults;

/// <summary>Which of the requests that fit a rule it acts on, by their ordinal number.</summary>
internal abstract record Occurrence
{
    /// <summary>All of them.</summary>
    public static Occurrence Always { get; } = new Every(1);

    /// <summary>Whether a request is one of them.</summary>
    /// <param name="ordinal">Its number, from 1 on.</param>
    /// <param name="draw">Gives a number from 0 to 1, without 1, that follows from seed, rule and ordinal.</param>
    public abstract bool Includes(long ordinal, Func<long, double> draw);

    /// <summary>Writes it as the member of a match that it is read from; nothing for <see cref="Always"/>.</summary>
    public abstract void WriteTo(Utf8JsonWriter json);

    /// <summary>The one with this number.</summary>
    public sealed record Nth(long Number) : Occurrence
    {
        public override bool Includes(long ordinal, Func<long, double> draw) => ordinal == Number;

        public override void WriteTo(Utf8JsonWriter json) => json.WriteNumber("nth", Number);
    }

    /// <summary>So many from the beginning.</summary>
    public sealed record First(long Number) : Occurrence
    {
        public override bool Includes(long ordinal, Func<long, double> draw) => ordinal <= Number;

        public override void WriteTo(Utf8JsonWriter json) => json.WriteNumber("first", Number);
    }

    /// <summary>One of so many, the last of each row.</summary>
    public sealed record Every(long Number) : Occurrence
    {
        public override bool Includes(long ordinal, Func<long, double> draw) => ordinal % Number == 0;

        public override void WriteTo(Utf8JsonWriter json)
        {
            if (this != Always)
                json.WriteNumber("every", Number);
        }
    }

    /// <summary>A share of them, from 0 to 1; the same ones in every run.</summary>
    public sealed record WithProbability(decimal Share) : Occurrence
    {
        public override bool Includes(long ordinal, Func<long, double> draw) => draw(ordinal) < (double)Share;

        public override void WriteTo(Utf8JsonWriter json) => json.WriteNumber("probability", Share);
    }
}
