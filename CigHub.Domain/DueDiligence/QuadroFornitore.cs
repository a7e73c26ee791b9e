using CigHub.Domain.Persone;

namespace CigHub.Domain.DueDiligence;

/// <summary>The state of one kind of check on a day, with the recorded check on which it stands.</summary>
/// <param name="Verifica">The recorded check. Null when none counts.</param>
public sealed record GiudizioPerTipo(TipoVerifica Tipo, StatoVerifica Stato, VerificaFornitore? Verifica);

/// <summary>The due diligence about one supplier on a day, kind by kind.</summary>
public sealed record QuadroFornitore(FornitoreDichiarato Fornitore, IReadOnlyList<GiudizioPerTipo> Verifiche)
{
    /// <summary>The state of the whole: complete only when every kind is, otherwise the worst of them.</summary>
    public StatoVerifica Stato => Verifiche.Max(v => v.Stato);

    /// <summary>The kinds that are not complete, in words: «DURC scaduta, FVOE mancante».</summary>
    public IReadOnlyList<GiudizioPerTipo> DaFare => [.. Verifiche.Where(v => v.Stato != StatoVerifica.Completa)];

    /// <summary>
    /// Judges the recorded checks about a supplier as they stood on a day. A check counts when it was made and recorded by then, so that nobody
    /// completes a past day afterwards.
    /// </summary>
    /// <param name="registrate">The checks about the supplier, of the Lotto and of the Affidamento in question.</param>
    public static QuadroFornitore Valuta(DateOnly giorno, FornitoreDichiarato fornitore, IEnumerable<VerificaFornitore> registrate)
    {
        var note = registrate.Where(v => v.Giorno <= giorno && v.RegistrataIl <= giorno).ToLookup(v => v.Tipo);
        return new(fornitore, [.. Enum.GetValues<TipoVerifica>().Select(t => Giudica(t, note[t], giorno))]);
    }

    /// <summary>
    /// Judges one kind. For the Lotto, and for the Affidamento, the last recording counts. One of the two is enough, unless the later one says
    /// that something is not in order.
    /// </summary>
    private static GiudizioPerTipo Giudica(TipoVerifica tipo, IEnumerable<VerificaFornitore> note, DateOnly giorno)
    {
        var ultime = note.GroupBy(v => v.AffidamentoId is null).Select(g => g.OrderBy(v => v.Utc).ThenBy(v => v.Id).Last())
            .OrderByDescending(v => v.Utc).ThenByDescending(v => v.Id).ToList();
        return ultime switch
        {
            [] => new(tipo, StatoVerifica.Mancante, null),
            [{ Esito: EsitoDueDiligence.NonRegolare } ultima, ..] => new(tipo, StatoVerifica.NonRegolare, ultima),
            _ when ultime.Where(v => v.ValidaAl(giorno)).MaxBy(v => v.Scadenza ?? DateOnly.MaxValue) is { } valida =>
                new(tipo, StatoVerifica.Completa, valida),
            [var ultima, ..] => new(tipo, StatoVerifica.Scaduta, ultima),
        };
    }
}
