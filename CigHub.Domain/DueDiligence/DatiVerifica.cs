using CigHub.Domain.Common;

namespace CigHub.Domain.DueDiligence;

/// <summary>The data of one check about a supplier, as a person records them.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Giorno">The day of the check.</param>
/// <param name="Scadenza">The last day of validity, inclusive. Null for a check that does not expire.</param>
/// <param name="Nota">What was found, or why the check is not due. Empty when there is nothing to add.</param>
public sealed record DatiVerifica(TipoVerifica Tipo, ChiVerifica Chi, EsitoDueDiligence Esito, DateOnly Giorno, DateOnly? Scadenza, string Nota)
{
    /// <summary>The days of validity of a DURC (art. 7 D.M. 30 gennaio 2015).</summary>
    public const int GiorniDurc = 120;

    /// <summary>The months of validity of an antimafia information (art. 86 c. 2 D.Lgs. 159/2011) and of an entry in the white list.</summary>
    public const int MesiAntimafia = 12;

    /// <summary>
    /// Checks that the data do not contradict one another or the law: no check of a day to come, an end for what expires, and no later than
    /// the law allows.
    /// </summary>
    /// <param name="oggi">The day on which the check is recorded.</param>
    public Result Controlla(DateOnly oggi)
    {
        List<Error> errori = [];
        if (Giorno > oggi)
        {
            errori.Add(new("due-diligence.giorno-futuro", "La verifica non può essere di un giorno che deve ancora venire: correggi la data.", nameof(Giorno)));
        }

        if (Esito != EsitoDueDiligence.Regolare && Nota.Length == 0)
        {
            errori.Add(new(
                "due-diligence.senza-nota",
                Esito == EsitoDueDiligence.NonDovuta
                    ? "Scrivi perché la verifica non è dovuta, per esempio «Importo sotto 150.000 €, art. 83 D.Lgs. 159/2011»."
                    : "Scrivi che cosa non è regolare e che cosa si è deciso.",
                nameof(Nota)));
        }

        if (Scadenza < Giorno)
        {
            errori.Add(new(
                "due-diligence.scadenza-prima", "La scadenza viene prima del giorno della verifica: correggi una delle due date.", nameof(Scadenza)));
        }
        else if (Esito == EsitoDueDiligence.Regolare && UltimoGiorno is { } ultimo)
        {
            if (Scadenza is null)
            {
                errori.Add(new(
                    "due-diligence.senza-scadenza", $"Scrivi fino a quando vale: «{Tipo.Nome()}» scade sempre. Il giorno è scritto nel documento.",
                    nameof(Scadenza)));
            }
            else if (Scadenza > ultimo)
            {
                errori.Add(new("due-diligence.scadenza-oltre", $"«{Tipo.Nome()}» {Durata}: al più tardi fino al {ultimo:dd'/'MM'/'yyyy}.", nameof(Scadenza)));
            }
        }

        return errori.Count == 0 ? Result.Ok : Result.Refused(errori);
    }

    private DateOnly? UltimoGiorno => Tipo switch
    {
        TipoVerifica.Durc => Giorno.AddDays(GiorniDurc),
        TipoVerifica.Antimafia => Giorno.AddMonths(MesiAntimafia),
        _ => null,
    };

    private string Durata => Tipo == TipoVerifica.Durc
        ? $"vale {Plural.Of(GiorniDurc, "giorno", "giorni")} (art. 7 D.M. 30 gennaio 2015)"
        : $"vale {Plural.Of(MesiAntimafia, "mese", "mesi")} (art. 86 D.Lgs. 159/2011)";
}
