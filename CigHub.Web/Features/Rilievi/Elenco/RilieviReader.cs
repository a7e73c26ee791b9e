using System.Runtime.CompilerServices;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Domain.Rilievi;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>One thing on which a rilievo stands, as the page shows it.</summary>
/// <param name="Indirizzo">The page on which it can be looked at. Null when the reader has none.</param>
/// <param name="Breve">The words without what people typed. Null when that is the whole text.</param>
public sealed record ProvaShown(string Testo, string? Indirizzo, string? Breve = null);

/// <summary>One judgement about a rilievo, from its event.</summary>
public sealed record GiudizioShown(DateTime Utc, string Chi, StatoRilievo Stato, string Motivo);

/// <summary>One rilievo as the pages show it.</summary>
/// <param name="Prove">The evidence, at most <see cref="RilieviReader.MaxProve"/> of it.</param>
/// <param name="AltreProve">The number of things on which it stands and that are not listed.</param>
/// <param name="Storia">The judgements, the newest first.</param>
public sealed record RilievoRow(
    Guid Id, string Regola, string Criterio, string Ente, string? Convenzione, DateOnly Giorno, string Frase, StatoRilievo Stato, bool Attuale,
    IReadOnlyList<ProvaShown> Prove, int AltreProve, IReadOnlyList<GiudizioShown> Storia)
{
    /// <summary>The evidence in one line, for a sheet.</summary>
    public string ProveInRiga => string.Join("; ", Prove.Select(p => p.Testo)) + Altre;

    /// <summary>The words about the evidence that is not listed, to follow the rest.</summary>
    public string Altre => AltreProve > 0 ? $"; altre {AltreProve}" : "";
}

/// <summary>A page of rilievi, with the choices that its filters offer.</summary>
/// <param name="CalcolatoIl">The instant of the last computation, UTC. Null when there was none.</param>
/// <param name="Enti">The Enti that the reader may choose. Empty for who sees one Ente.</param>
public sealed record RilieviView(
    ListPage<RilievoRow> Pagina, DateTime? CalcolatoIl, IReadOnlyList<(Guid Id, string Nome)> Convenzioni, IReadOnlyList<(Guid Id, string Nome)> Enti);

/// <summary>Reads rilievi, newest first, of the Enti that the scope may see. The two pages share it.</summary>
public sealed class RilieviReader(CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi)
{
    public const int PerPagina = 25, MaxProve = 12;

    private const int AtOnce = 500;

    public async Task<RilieviView> Page(FamigliaRilievi famiglia, RilieviFilter filter, bool conEventi, CancellationToken ct)
    {
        var trovati = Scelti(famiglia, filter);
        var righe = await trovati.OrderByDescending(r => r.Giorno).ThenByDescending(r => r.Id)
            .Skip((filter.Pagina - 1) * PerPagina).Take(PerPagina).AsNoTracking().ToListAsync(ct);
        var convenzioni = await db.Convenzioni.AsNoTracking().OrderBy(c => c.Titolo).Select(c => new { c.Id, c.Titolo }).ToListAsync(ct);
        var enti = ambito.TuttiGliEnti
            ? await db.Enti.AsNoTracking().OrderBy(e => e.Denominazione).Select(e => new { e.Id, e.Denominazione }).ToListAsync(ct)
            : [];
        return new RilieviView(
            new ListPage<RilievoRow>(await Rows(righe, conEventi, ct), await trovati.CountCapped(ct)), await UltimoCalcolo(ct),
            [.. convenzioni.Select(c => (c.Id, c.Titolo))], [.. enti.Select(e => (e.Id, e.Denominazione))]);
    }

    /// <summary>Returns the first rows of a choice, for a sheet.</summary>
    public async Task<IReadOnlyList<RilievoRow>> All(FamigliaRilievi famiglia, RilieviFilter filter, int most, bool conEventi, CancellationToken ct) =>
        await Rows(
            await Scelti(famiglia, filter).OrderByDescending(r => r.Giorno).ThenByDescending(r => r.Id).Take(most).AsNoTracking().ToListAsync(ct),
            conEventi, ct);

    /// <summary>Returns all rilievi of a kind, newest first, a few hundred in memory at a time.</summary>
    public async IAsyncEnumerable<RilievoRow> InOrder(FamigliaRilievi famiglia, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var skip = 0; ; skip += AtOnce)
        {
            var found = await Scelti(famiglia, new RilieviFilter()).OrderByDescending(r => r.Giorno).ThenByDescending(r => r.Id)
                .Skip(skip).Take(AtOnce).AsNoTracking().ToListAsync(ct);
            foreach (var row in await Rows(found, conEventi: true, ct))
            {
                yield return row;
            }

            if (found.Count < AtOnce)
            {
                yield break;
            }
        }
    }

    /// <summary>Returns the instant of the last computation that included the data of the scope, UTC, or null when there was none.</summary>
    public async Task<DateTime?> UltimoCalcolo(CancellationToken ct)
    {
        var (nessuno, ente) = (Guid.Empty.ToString(), ambito.EnteId);
        return await db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte])
            .Where(e => e.OggettoId == nessuno && e.OggettoTipo == Oggetti.Rilievo && e.Azione == Azioni.RilieviCalcolati)
            .Where(e => e.EnteId == null || e.EnteId == ente)
            .OrderByDescending(e => e.Seq).Select(e => (DateTime?)e.Utc).FirstOrDefaultAsync(ct);
    }

    private IQueryable<Rilievo> Scelti(FamigliaRilievi famiglia, RilieviFilter filter)
    {
        var tutti = db.Rilievi.Where(r => r.Famiglia == famiglia);
        tutti = ambito is { TuttiGliEnti: false, EnteId: { } mio } ? tutti.Where(r => r.EnteId == mio) : tutti;
        tutti = filter.Regola is { } regola ? tutti.Where(r => r.Regola == regola) : tutti;
        tutti = filter.Stato is { } stato ? tutti.Where(r => r.Stato == stato) : tutti;
        tutti = filter.ConvenzioneId is { } convenzione ? tutti.Where(r => r.ConvenzioneId == convenzione) : tutti;
        return filter.EnteId is { } ente ? tutti.Where(r => r.EnteId == ente) : tutti;
    }

    private async Task<IReadOnlyList<RilievoRow>> Rows(IReadOnlyList<Rilievo> rilievi, bool conEventi, CancellationToken ct)
    {
        // An empty list of ids would make the database pass over the whole table of Affidamenti.
        if (rilievi.Count == 0)
        {
            return [];
        }

        var (enti, convenzioni) = (rilievi.Select(r => r.EnteId).ToHashSet(), rilievi.Select(r => r.ConvenzioneId).OfType<Guid>().ToHashSet());
        var nomiEnti = await db.Enti.AsNoTracking().Where(e => enti.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Denominazione, ct);
        var titoli = await db.Convenzioni.AsNoTracking().Where(c => convenzioni.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Titolo, ct);
        var prove = await Prove([.. rilievi.SelectMany(r => r.Prove.Take(MaxProve)).Distinct()], conEventi, ct);
        var storie = await Storie([.. rilievi.Where(r => r.Stato != StatoRilievo.DaEsaminare).Select(r => r.Id.ToString())], ct);
        return
        [
            .. from r in rilievi
               let regola = RegoleNote.PerNome(r.Regola)
               let sue = r.Prove
               select new RilievoRow(
                   r.Id, regola?.Titolo ?? r.Regola, regola?.Criterio ?? "", nomiEnti[r.EnteId],
                   r.ConvenzioneId is { } c ? titoli.GetValueOrDefault(c) : null, r.Giorno, r.Frase, r.Stato, r.Attuale,
                   [.. sue.Take(MaxProve).Select(p => prove.GetValueOrDefault(p)).OfType<ProvaShown>()], Math.Max(0, sue.Count - MaxProve),
                   [.. storie[r.Id]]),
        ];
    }

    /// <summary>Returns evidence as the pages show it. What the Affidamento's own page tells has no line of its own.</summary>
    private async Task<Dictionary<Prova, ProvaShown>> Prove(IReadOnlyList<Prova> prove, bool conEventi, CancellationToken ct)
    {
        var affidamenti = prove.Where(p => p.Tipo == TipoProva.Affidamento).Select(p => p.Riferimento).OfType<Guid>().ToList();
        var ruoli = prove.Where(p => p.Tipo == TipoProva.Ruolo).Select(p => p.Riferimento).OfType<Guid>().ToList();
        var righe = await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().Where(a => affidamenti.Contains(a.Id))
            .Select(a => new { a.Id, a.Anno, a.Progressivo, a.Stato, a.Oggetto, a.DenominazioneOe, a.ImportoAppalto.Centesimi }).ToListAsync(ct);
        var persone = await db.Appartenenze.AsNoTracking().Where(a => ruoli.Contains(a.Id)).Select(a => new { a.Id, a.PersonaId }).ToListAsync(ct);
        var viste = righe.ToDictionary(
            a => Prova.Affidamento(a.Id),
            a => new ProvaShown(
                $"{new NumeroAffidamento(a.Anno, a.Progressivo)} {a.Oggetto} · {a.DenominazioneOe} · {Domain.Common.Importo.DaCentesimi(a.Centesimi):E}",
                AppRoutes.AffidamentoDi(a.Id, a.Stato), $"Affidamento {new NumeroAffidamento(a.Anno, a.Progressivo)}"));
        foreach (var persona in conEventi ? persone : [])
        {
            viste[new Prova(TipoProva.Ruolo, persona.Id.ToString())] =
                new ProvaShown("Il ruolo, nella pagina della persona", AppRoutes.PersonaDi(persona.PersonaId));
        }

        foreach (var seq in prove.Select(p => p.Seq).OfType<long>())
        {
            viste[Prova.Evento(seq)] = new ProvaShown($"evento {seq} del registro", conEventi ? AppRoutes.EventoDi(seq) : null);
        }

        return viste;
    }

    private async Task<ILookup<Guid, GiudizioShown>> Storie(IReadOnlyList<string> rilievi, CancellationToken ct)
    {
        var righe = rilievi.Count == 0 ? [] : await db.Registro.AsNoTracking()
            .Where(e => rilievi.Contains(e.OggettoId) && e.OggettoTipo == Oggetti.Rilievo && e.Esito == "ok")
            .OrderByDescending(e => e.Seq).Select(e => e.Byte).ToListAsync(ct);
        List<Evento> eventi = [.. righe.Select(r => Evento.Leggi(r)).Where(e => e.IsSuccess).Select(e => e.Value)];
        var chi = await nomi.DiChiAgisce(eventi, ct);
        return eventi.ToLookup(
            e => Guid.Parse(e.Oggetto.Id),
            e => new GiudizioShown(
                e.Utc, chi[e.Seq], e.Azione == Azioni.RilievoChiarito ? StatoRilievo.Chiarito : StatoRilievo.Trasmesso,
                TolerantReader.Text(e.Dati, "motivo") ?? ""));
    }
}
