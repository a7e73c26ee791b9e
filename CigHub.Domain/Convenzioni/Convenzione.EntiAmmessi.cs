using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <content>The Enti that may adhere.</content>
public sealed partial class Convenzione
{
    /// <summary>The largest number of Enti in the list of those that may adhere.</summary>
    public const int MaxEntiAmmessi = 2000;

    /// <summary>The code of the error for an Ente that the Convenzione does not admit.</summary>
    public const string CodiceEnteNonAmmesso = "convenzione.ente-non-ammesso";

    /// <summary>The Enti that may begin an adhesion, by name. Null means that every Ente may.</summary>
    public IReadOnlyList<EnteAmmesso>? EntiAmmessi { get; private set; }

    /// <summary>
    /// Checks that the Ente may begin an adhesion. An Affidamento that has begun goes on, even when its Ente is taken off the list.
    /// </summary>
    public Result AmmetteEnte(Guid enteId) => EntiAmmessi?.Any(e => e.EnteId == enteId) != false
        ? Result.Ok
        : new Error(
            CodiceEnteNonAmmesso,
            "L'Ente non è tra quelli ammessi a questa Convenzione: scegli il Lotto di un'altra. Se gli atti di gara lo ammettono, chiedi "
            + "all'amministratore dell'ufficio di aggiungerlo agli Enti ammessi.");

    /// <summary>Adds Enti to those that may adhere. The first ones end the time in which every Ente may.</summary>
    public Result Ammetti(IEnumerable<EnteAmmesso> enti)
    {
        var presenti = EntiAmmessi ?? [];
        var nuovi = enti.DistinctBy(e => e.EnteId).ExceptBy(presenti.Select(e => e.EnteId), e => e.EnteId).ToList();
        if (nuovi.Count == 0)
        {
            return new Error(
                "convenzione.enti-gia-ammessi", "Questi Enti sono già tra gli ammessi: non c'è niente da aggiungere.", ElencoDiEnti.Campo);
        }

        if (presenti.Count + nuovi.Count > MaxEntiAmmessi)
        {
            return new Error(
                "convenzione.troppi-enti-ammessi",
                $"Gli Enti ammessi possono essere al massimo {Plural.Number(MaxEntiAmmessi)}: se possono aderire tutti, lascia la Convenzione senza elenco.",
                ElencoDiEnti.Campo);
        }

        EntiAmmessi = [.. presenti.Concat(nuovi).OrderBy(e => e.Denominazione, StringComparer.InvariantCultureIgnoreCase)];
        return Result.Ok;
    }

    /// <summary>
    /// Takes one Ente off those that may adhere. The last one stays, because without a list every Ente might adhere: see
    /// <see cref="AmmettiTutti"/>.
    /// </summary>
    public Result NonAmmettere(Guid enteId)
    {
        var restano = EntiAmmessi?.Where(e => e.EnteId != enteId).ToList() ?? [];
        if (restano.Count == (EntiAmmessi?.Count ?? 0))
        {
            return new Error("convenzione.ente-non-in-elenco", "Questo Ente non è più tra gli ammessi: ricarica la pagina.");
        }

        if (restano.Count == 0)
        {
            return new Error(
                "convenzione.ultimo-ente-ammesso",
                "È l'ultimo Ente dell'elenco, e senza elenco potrebbero aderire tutti: aggiungi prima un altro Ente, oppure ammetti tutti gli Enti.");
        }

        EntiAmmessi = restano;
        return Result.Ok;
    }

    /// <summary>Drops the list, so that every Ente may adhere again.</summary>
    public Result AmmettiTutti()
    {
        if (EntiAmmessi is null)
        {
            return new Error("convenzione.senza-elenco", "A questa Convenzione possono già aderire tutti gli Enti: ricarica la pagina.");
        }

        EntiAmmessi = null;
        return Result.Ok;
    }
}
