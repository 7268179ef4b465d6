namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>A kind of mistake in software: what it is called, what it lets an attacker do, and how bad it usually is.</summary>
/// <param name="Name">How a description begins.</param>
/// <param name="Effect">What the attacker does.</param>
/// <param name="ExploitType">What its exploits are called besides where they work from; null when nothing.</param>
/// <param name="Vectors">Usual vectors.</param>
internal sealed record WeaknessKind(string Name, string Effect, string? ExploitType, CvssVector[] Vectors)
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<WeaknessKind> All { get; } =
    [
        new("Use of memory after it was freed", "run code of their own", "Code execution", Usual("NLNRUHHH", "NLNRUHHH", "LLNRUHHH", "NLNRCHHH", "NHNRUHHH")),
        new("A write beyond the end of a buffer", "run code of their own", "Code execution", Usual("NLNRUHHH", "LLNRUHHH", "LLNRUHHH", "NLNNUHHH", "NLNRCHHH")),
        new("Confusion of the types of objects", "run code of their own", "Code execution", Usual("NLNRUHHH", "NHNRUHHH", "LLNRUHHH", "NLNRUHHN")),
        new("An overflow in the calculation of a size", "run code of their own or stop the program", "Code execution", Usual("LLNRUHHH", "NLNRUHHH", "NLNNUNNH", "LHNRUHHH")),
        new("A read beyond the end of a buffer", "read memory of the program", "Disclosure", Usual("NLNRUHNN", "LLNRUHNN", "NLNRULNN", "LLLNUHNN", "LLNRULNN")),
        new("A missing check of the caller's privileges", "gain higher privileges", "Elevation", Usual("LLLNUHHH", "LLLNUHHH", "LHLNUHHH", "LLLNCHHH", "LLHNUHHH")),
        new("A race between check and use", "gain higher privileges", "Elevation", Usual("LHLNUHHH", "LHLNUHHH", "LHLNUNNH", "LHLNUHNN")),
        new("A path that leaves its folder", "read or replace files", "Disclosure", Usual("NLNNUHNN", "NLLNUHNN", "NLLNULLN", "LLNRUHHH")),
        new("A command built from unchecked input", "run commands", "Code execution", Usual("NLLNUHHH", "NLHNUHHH", "NLNNUHHH", "ALLNUHHH")),
        new("Insufficient separation of trusted and foreign content", "show false content or act as the user", "Spoofing", Usual("NLNRUNLN", "NLNRCLLN", "NLNRUNHN", "NLLRCLLN")),
        new("Unlimited use of memory or time", "stop the program", "Denial of service", Usual("NLNNUNNH", "NLNRUNNH", "LLLNUNNH", "NHNNUNNH", "ALNNUNNH")),
        new("Memory that is not cleared before it is handed out", "learn what was there before", "Disclosure", Usual("LLLNUHNN", "LLLNULNN", "NLNNULNN", "NHNNULNN", "LHLNULNN")),
        new("A protection that can be passed by", "get around a security feature", null, Usual("PLNNUHHH", "LLLNUNLN", "LLHNUNHN", "NLNNUNLN", "NLNRULLL")),
        new("An incomplete check of certificates", "listen to or change protected traffic", null, Usual("NHNNUHNN", "NHNNUHHN", "NHNRUHHH", "AHNNUHLN")),
    ];

    private static CvssVector[] Usual(params string[] letters) => [.. letters.Select(CvssVector.Of)];
}
