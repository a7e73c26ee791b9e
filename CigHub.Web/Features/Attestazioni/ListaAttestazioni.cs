using CigHub.Web.Data.Attestazioni;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Attestazioni;

/// <summary>One place where attestazioni are kept elsewhere.</summary>
/// <param name="Nome">The stored name of the place.</param>
/// <param name="Attiva">Says whether the settings name it.</param>
/// <param name="Ultima">The newest attestazione that is there, of those looked at. Null when there is none.</param>
public sealed record PostoAltrove(string Nome, string Titolo, bool Attiva, Attestazione? Ultima);

/// <summary>The content of the page of the attestazioni.</summary>
/// <param name="Totale">The number of the newest attestazione.</param>
/// <param name="Chiave">The public key that signs today. Null when there is none.</param>
/// <param name="ChiaviDiPrima">The replaced keys, the oldest first.</param>
/// <param name="Guasto">The reason for which nothing can be signed. Null when it can.</param>
public sealed record AttestazioniView(
    IReadOnlyList<Attestazione> Righe, int Totale, string? Chiave, IReadOnlyList<KnownKey> ChiaviDiPrima, string? Guasto, IReadOnlyList<PostoAltrove> Altrove)
{
    public string TitoloDi(string nome) => Altrove.FirstOrDefault(a => a.Nome == nome)?.Titolo ?? nome;
}

/// <summary>Returns the attestazioni, the newest first, with the keys and with the places where they are kept elsewhere.</summary>
public sealed class ListaAttestazioni(AttestazioniStore store, KeyRing keys, IEnumerable<IDestinazione> places) : IQuery
{
    /// <summary>The number of the newest attestazioni among which the last one at each place is looked for.</summary>
    private const int LookedAt = 200;

    public static Permission Requires => Permission.LeggiRegistro;

    public Task<AttestazioniView?> Run(int pagina, int perPagina)
    {
        var last = store.Last;
        var recent = store.Before(last, LookedAt);
        var known = keys.Known;
        return Task.FromResult<AttestazioniView?>(new(
            store.Before(last - ((pagina - 1) * perPagina), perPagina),
            last,
            known is [.., var present] ? present.Chiave : null,
            [.. known.SkipLast(1)],
            keys.Fault,
            [.. places.Select(p => new PostoAltrove(
                p.Nome, p.Titolo, p.IsOn,
                recent.FirstOrDefault(a => a.Consegne.Any(c => c.Destinazione == p.Nome && c.Stato == StatoConsegna.Inviata))))]));
    }
}
