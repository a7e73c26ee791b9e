using System.Runtime.CompilerServices;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>A row of the list, with the portal's columns under the portal's names.</summary>
/// <param name="StatoPortale">The portal's «Stato», as the portal gave it.</param>
/// <param name="DescrizioneCigPadre">The object of the Lotto.</param>
/// <param name="Stato">The state in CigHub, under the portal's caption «Stato Affidamento».</param>
/// <param name="Pregresso">Says whether the adhesion was made before CigHub.</param>
public sealed record AffidamentoRow(
    Guid Id,
    int Version,
    string RegistroDiSistema,
    string Titolo,
    string Oggetto,
    Importo Importo,
    DateOnly? DataInvio,
    string StatoPortale,
    Cig CigPadre,
    string DescrizioneCigPadre,
    string CigDerivati,
    string Oe,
    string Rup,
    string Ente,
    StatoAffidamento Stato,
    bool Pregresso)
{
    public string Indirizzo => AppRoutes.AffidamentoDi(Id, Stato);

    /// <summary>The state in words, for a file or for paper, where there are no icons.</summary>
    public string StatoInParole => Pregresso ? $"{Stato.Nome()} (pregressa)" : Stato.Nome();
}

/// <summary>
/// An Affidamento together with the name from another table by which the list is sorted. Only the name that the order needs is there.
/// </summary>
public sealed class AffidamentoConNomi
{
    public required Affidamento Affidamento { get; init; }

    /// <summary>The id of the row from which the name comes.</summary>
    public Guid? NomeDi { get; init; }

    public Cig? CigPadre { get; init; }

    public string Lotto { get; init; } = "";

    public string Rup { get; init; } = "";

    public string Ente { get; init; } = "";
}

/// <summary>One page of the list, and the total number of Affidamenti that the filter finds.</summary>
/// <param name="Totale">The number of Affidamenti, counted as <see cref="CappedCount"/> says.</param>
/// <param name="SoloRecenti">Says whether the free text was looked for in the newest Affidamenti alone, because it stands in too many.</param>
public sealed record FoundAffidamenti(IReadOnlyList<AffidamentoRow> Righe, int Totale, bool SoloRecenti = false)
{
    /// <summary>The total number in words, which says so when there are more than were counted or searched.</summary>
    public string Parole =>
        SoloRecenti
            ? $"{CappedCount.Of(Totale, "affidamento", "affidamenti")}, cercati tra i {Plural.Number(AffidamentiSearch.MaxTrovati)} più recenti "
                + "con questo testo: scrivi di più per trovare gli altri"
        : CappedCount.IsOver(Totale) ? $"{CappedCount.Of(Totale, "affidamento", "affidamenti")}: restringi i filtri per vederli tutti"
        : CappedCount.Of(Totale, "affidamento", "affidamenti");
}

/// <summary>Reads the list of Affidamenti that the actor may see, filtered, sorted and paged in SQL.</summary>
public sealed class ListaAffidamenti(CigHubDbContext db, AffidamentiSearch ricerca) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public async Task<FoundAffidamenti> Run(AffidamentiFilter filtro, Guid personaId, int pagina, int perPagina, CancellationToken ct = default)
    {
        var filtrati = await ricerca.Filtrati(filtro, personaId);
        var righe = await Rows(Ordinati(filtrati, filtro.Order).Skip((pagina - 1) * perPagina).Take(perPagina)).ToListAsync(ct);
        var tutte = pagina == 1 && righe.Count < perPagina;
        return new FoundAffidamenti(righe, tutte ? righe.Count : await filtrati.CountCapped(ct), ricerca.SoloRecenti);
    }

    /// <summary>Counts the filtered list up to the given number.</summary>
    public async Task<int> Count(AffidamentiFilter filtro, Guid personaId, int fino, CancellationToken ct = default) =>
        await (await ricerca.Filtrati(filtro, personaId)).Take(fino).CountAsync(ct);

    /// <summary>Reads the first rows of the filtered list one after the other, for the exported sheet. Holds none of them.</summary>
    public async IAsyncEnumerable<AffidamentoRow> Each(
        AffidamentiFilter filtro, Guid personaId, int quante, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var riga in Rows(Ordinati(await ricerca.Filtrati(filtro, personaId), filtro.Order).Take(quante)).WithCancellation(ct))
        {
            yield return riga;
        }
    }

    /// <summary>Reads the first rows of the filtered list in the filter's order, for the print or the selection.</summary>
    public async Task<IReadOnlyList<AffidamentoRow>> Prime(AffidamentiFilter filtro, Guid personaId, int quante, CancellationToken ct = default) =>
        await Rows(Ordinati(await ricerca.Filtrati(filtro, personaId), filtro.Order).Take(quante)).ToListAsync(ct);

    /// <summary>
    /// Sorts by a column of <see cref="AffidamentiColumns"/>, then by id, so that rows with the same value keep their order and none
    /// appears on two pages.
    /// </summary>
    public IQueryable<Affidamento> Ordinati(IQueryable<Affidamento> a, ListOrder ordine) =>
        AffidamentiColumns.Tutte.Sorted(ConNomi(a, AffidamentiColumns.Tutte.SortName(ordine.Name)), ordine).Select(x => x.Affidamento);

    /// <summary>
    /// Joins the name by which the list is sorted. The SQL begins with the table of the name, in the order of its index, and reads the
    /// Affidamenti of one name after the other, so that it stops at the end of the page.
    /// </summary>
    private IQueryable<AffidamentoConNomi> ConNomi(IQueryable<Affidamento> tra, string? ordine) => ordine switch
    {
        "CigPadre" or "DescrizioneCigPadre" =>
            from l in db.Lotti.AsNoTracking()
            from a in tra
            where a.LottoId == l.Id
            select new AffidamentoConNomi { Affidamento = a, NomeDi = l.Id, CigPadre = l.CigPadre, Lotto = l.Oggetto },
        "Rup" =>
            from p in db.Persone.AsNoTracking()
            from a in tra
            where a.RupId == p.Id
            select new AffidamentoConNomi { Affidamento = a, NomeDi = p.Id, Rup = p.NomeCompleto },
        "Ente" =>
            from e in db.Enti.AsNoTracking()
            from a in tra
            where a.EnteId == e.Id
            select new AffidamentoConNomi { Affidamento = a, NomeDi = e.Id, Ente = e.Denominazione },
        _ => tra.Select(a => new AffidamentoConNomi { Affidamento = a }),
    };

    /// <summary>
    /// Reads the rows of one page. Reads the names from other tables for these rows only, and never reads the drafts, which are most of the
    /// data.
    /// </summary>
    private IAsyncEnumerable<AffidamentoRow> Rows(IQueryable<Affidamento> pagina)
    {
        var righe = (
            from a in pagina.Select(a => new
            {
                a.Id,
                a.Version,
                a.Portale.RegistroDiSistema,
                a.TitoloDocumento,
                a.Oggetto,
                a.ImportoAppalto.Centesimi,
                a.Portale.DataInvio,
                StatoPortale = a.Portale.Stato,
                a.LottoId,
                a.CigDerivati,
                a.DenominazioneOe,
                a.RupId,
                a.EnteId,
                a.Stato,
                a.Pregresso,
            })
            join l in db.Lotti on a.LottoId equals l.Id
            join p in db.Persone on a.RupId equals p.Id
            join e in db.Enti on a.EnteId equals e.Id
            select new { a, l.CigPadre, Descrizione = l.Oggetto, Rup = p.NomeCompleto, e.Denominazione })
            .AsAsyncEnumerable();
        return righe.Select(r => new AffidamentoRow(
            r.a.Id, r.a.Version, r.a.RegistroDiSistema, r.a.TitoloDocumento, r.a.Oggetto,
            Importo.DaCentesimi(r.a.Centesimi), r.a.DataInvio, r.a.StatoPortale,
            r.CigPadre, r.Descrizione, r.a.CigDerivati, r.a.DenominazioneOe, r.Rup, r.Denominazione, r.a.Stato, r.a.Pregresso));
    }
}
