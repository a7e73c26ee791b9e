using System.Text;

namespace CigHub.Domain.Codici;

/// <summary>The kind of thing to do after an error of the portal.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum Rimedio
{
    /// <summary>The scheda has a mistake, which the RUP corrects before the next request.</summary>
    Correggere = 1,

    /// <summary>A service is down or still at work, so waiting is enough.</summary>
    Aspettare = 2,

    /// <summary>The CIG may exist, so the portal's list comes first.</summary>
    Verificare = 3,

    /// <summary>The office cannot mend it, so somebody else has to be asked.</summary>
    Chiedere = 4,
}

/// <summary>The help for one error code of ANAC: its cause, what to do and whom to ask.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Codice">ANAC's code, for example <c>ERR98</c>.</param>
/// <param name="Testo">ANAC's own sentence.</param>
/// <param name="AChi">The person or office to ask.</param>
/// <param name="Fonte">The source of this help, with its date.</param>
public sealed record AiutoErrore(string Codice, string Testo, string Causa, string CheFare, Rimedio Rimedio, string AChi, string Fonte)
{
    /// <summary>Maximum length of the sentence, of the cause and of what to do, in characters.</summary>
    public const int MaxTesto = 600;

    /// <summary>Maximum length of the source and of the person to ask, in characters.</summary>
    public const int MaxRiga = 200;
}

/// <summary>The help for the errors that an AD4 can get, as shipped with CigHub. The office may change it and add to it.</summary>
/// <remarks>
/// Source: ANAC's list <c>errori.json</c> of 30/06/2026, of which only the codes of an AD4 are kept, and ANAC's public threads, named at
/// each code.
/// </remarks>
public static class AiutiForniti
{
    private static readonly Lazy<IReadOnlyList<AiutoErrore>> _forniti = new(Carica);

    /// <summary>The shipped help, in the order of ANAC's list.</summary>
    public static IReadOnlyList<AiutoErrore> Tutti => _forniti.Value;

    private static List<AiutoErrore> Carica()
    {
        const int Campi = 7;
        using var risorsa = typeof(AiutiForniti).Assembly.GetManifestResourceStream("Errori/aiuti.tsv")
            ?? throw new InvalidOperationException("The help for errors is not in the assembly.");
        using var lettore = new StreamReader(risorsa, Encoding.UTF8);
        var aiuti = new List<AiutoErrore>();
        while (lettore.ReadLine() is { } riga)
        {
            var campi = riga.Split('\t');
            aiuti.Add(campi.Length == Campi
                ? new AiutoErrore(campi[0], campi[2], campi[3], campi[4], Remedy(campi[1]), campi[5], campi[6])
                : throw new FormatException("A line of the help for errors has seven fields."));
        }

        return aiuti;
    }

    private static Rimedio Remedy(string lettera) => lettera switch
    {
        "C" => Rimedio.Correggere,
        "A" => Rimedio.Aspettare,
        "V" => Rimedio.Verificare,
        "S" => Rimedio.Chiedere,
        _ => throw new FormatException($"Unknown remedy «{lettera}»."),
    };
}

/// <summary>The words on screen for the remedies, in Italian.</summary>
public static class RimedioWords
{
    public static string Nome(this Rimedio rimedio) => rimedio switch
    {
        Rimedio.Correggere => "Correggi la scheda",
        Rimedio.Aspettare => "Aspetta",
        Rimedio.Verificare => "Guarda prima nell'elenco del portale",
        Rimedio.Chiedere => "Chiedi aiuto",
        _ => throw new ArgumentOutOfRangeException(nameof(rimedio), rimedio, null),
    };
}
