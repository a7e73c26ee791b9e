using CigHub.Domain.Persone;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.ListaAttesa;
using CigHub.Web.Features.Cruscotto.Operativo;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Cruscotto.AvvisiPosta;

/// <summary>One Affidamento of which an e-mail tells.</summary>
/// <param name="Numero">The number in words, for example CH-2026-00012.</param>
public sealed record AffidamentoDaDire(Guid AffidamentoId, string Numero);

/// <summary>A group of the Cruscotto of which an e-mail tells: an approval, a return, or a deadline.</summary>
/// <remarks>Equality: by all members, the list by reference.</remarks>
/// <param name="Chiave">The stored name of the group, without a colon. It never changes.</param>
/// <param name="Complete">Says whether the list has all of the group, and not only the first few.</param>
public sealed record CoseDaDire(string Chiave, string Titolo, IReadOnlyList<AffidamentoDaDire> Voci, bool Complete)
{
    private static readonly Dictionary<Attesa, string> _chiavi = new()
    {
        [Attesa.DaApprovare] = "da-approvare",
        [Attesa.Rifiutato] = "restituito",
        [Attesa.CigDaAnnullare] = "cig-da-annullare",
        [Attesa.SchedaInScadenza] = "scheda-in-scadenza",
        [Attesa.ConfermaInScadenza] = "conferma-in-scadenza",
        [Attesa.DopoIlCig] = "dopo-il-cig",
    };

    /// <summary>Returns the name by which CigHub remembers that it has told of an Affidamento in this group.</summary>
    public string KeyOf(AffidamentoDaDire voce) => $"{Chiave}:{voce.AffidamentoId}";

    /// <summary>Returns what waits for the actor, by the same queries as the Cruscotto. A group that cannot be read is left out.</summary>
    public static async Task<IReadOnlyList<CoseDaDire>> Of(QueryReader reader, Actor actor, CancellationToken ct)
    {
        if (actor.Ruolo == Ruolo.Responsabile)
        {
            var approvazioni = await reader.Read<ListaDiLavoro, GruppoDiLavoro>(actor, async q => await q.One(Attesa.DaApprovare, actor, ct), ct);
            return approvazioni.TryGet(out var daApprovare) ? [From(daApprovare)] : [];
        }

        var gruppi = await reader.Read<ListaDiLavoro, IReadOnlyList<GruppoDiLavoro>>(actor, async q => await q.Run(actor, soloMiei: true, ct), ct);
        var posti = await reader.Read<PostiLiberati, PostiLiberatiView>(actor, async q => await q.Run(actor.PersonaId, ct), ct);
        return
        [
            .. gruppi.TryGet(out var lavoro) ? lavoro.Where(g => _chiavi.ContainsKey(g.Attesa)).Select(From) : [],
            .. posti.TryGet(out var liberati)
                ? [new CoseDaDire(
                    "capienza-liberata", "Si è liberata capienza",
                    [.. liberati.Righe.Select(r => new AffidamentoDaDire(r.AffidamentoId, r.Numero))], Complete: true)]
                : Array.Empty<CoseDaDire>(),
        ];
    }

    private static CoseDaDire From(GruppoDiLavoro gruppo) => new(
        _chiavi[gruppo.Attesa], gruppo.Attesa.Titolo(), [.. gruppo.Voci.Select(v => new AffidamentoDaDire(v.Id, v.Numero.ToString()))],
        gruppo.Voci.Count == gruppo.Totale);
}
