using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.OpenData;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The file by which the differences on the page were found.</summary>
/// <param name="Tenute">The number of CIG that concern the Enti for which it was compared. Null when the reader does not see all of these.</param>
public sealed record FileShown(
    string Nome, string Sha256, DateOnly Giorno, bool GiornoDalNome, int Righe, int? Tenute, IReadOnlyList<int> Mesi, int Oltre, DateTime ConfrontatoIl);

/// <summary>One explanation of a difference, from its event.</summary>
public sealed record SpiegazioneShown(DateTime Utc, string Chi, string Motivo);

/// <summary>One difference as the page shows it.</summary>
/// <param name="Affidamento">The number of our Affidamento and its page. Null where CigHub has none.</param>
/// <param name="Spiegazioni">The explanations, the newest first.</param>
/// <param name="DiUnNostroEnte">Says whether the adhesion is of an Ente of CigHub.</param>
public sealed record DifferenzaRow(
    Guid Id, TipoDifferenza Tipo, string Cig, string Qui, string La, DateOnly Giorno, string? Eta, string Ente, string? Lotto,
    (string Numero, string Indirizzo)? Affidamento, bool Spiegata, IReadOnlyList<SpiegazioneShown> Spiegazioni, Guid? LottoId, bool DiUnNostroEnte);

/// <summary>A page of differences between CigHub and the last file of open data, with the number of each kind.</summary>
/// <param name="File">The last file. Null when none was compared yet.</param>
/// <param name="Quante">The number of differences of each kind, explained or not.</param>
public sealed record DifferenzeView(
    FileShown? File, ListPage<DifferenzaRow> Pagina, IReadOnlyList<(TipoDifferenza Tipo, bool Spiegata, int Quante)> Quante);

/// <summary>Returns the differences that the last file of open data showed about the Enti that the actor may see, the newest first.</summary>
/// <remarks>An Ente sees the last file that was compared for it or for all Enti. The Soggetto Aggregatore sees the last one for all.</remarks>
public sealed class ListaDifferenze(CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi) : IQuery
{
    public const int PerPagina = 25;

    public static Permission Requires => Permission.LeggiRilievi;

    public async Task<DifferenzeView> Run(DifferenzeFilter filter, CancellationToken ct = default)
    {
        if (await Ultimo(ct) is not { } file)
        {
            return new DifferenzeView(null, new ListPage<DifferenzaRow>([], 0), []);
        }

        var suo = ambito.TuttiGliEnti || file.EnteId == ambito.EnteId;
        var tutte = InFile(file.Id);
        var quante = await tutte.GroupBy(d => new { d.Tipo, d.Spiegata }).Select(d => new { d.Key.Tipo, d.Key.Spiegata, Quante = d.Count() }).ToListAsync(ct);
        var righe = await Scelte(file.Id, filter).Skip((filter.Pagina - 1) * PerPagina).Take(PerPagina).ToListAsync(ct);
        var totale = quante.Where(q => q.Spiegata == filter.Spiegate && (filter.Tipo is null || q.Tipo == filter.Tipo)).Sum(q => q.Quante);
        return new DifferenzeView(
            new FileShown(
                file.Nome, file.Sha256, file.Giorno, file.GiornoDalNome, file.Righe, suo ? file.Tenute : null,
                [.. file.Mesi.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => int.Parse(m, CultureInfo.InvariantCulture))], suo ? file.Oltre : 0,
                file.ConfrontatoIl),
            new ListPage<DifferenzaRow>(await Rows(righe, file.Giorno, ct), totale),
            [.. quante.Select(q => (q.Tipo, q.Spiegata, q.Quante))]);
    }

    /// <summary>Returns all differences of a choice, for a sheet.</summary>
    public async Task<IReadOnlyList<DifferenzaRow>> All(DifferenzeFilter filter, CancellationToken ct = default) =>
        await Ultimo(ct) is { } file ? await Rows(await Scelte(file.Id, filter).ToListAsync(ct), file.Giorno, ct) : [];

    private Task<FileOpenData?> Ultimo(CancellationToken ct)
    {
        var (tutti, mio) = (FileOpenData.IdOf(null), ambito.EnteId is { } ente ? FileOpenData.IdOf(ente) : Guid.Empty);
        return db.FileOpenData.AsNoTracking().Where(f => f.Id == tutti || f.Id == mio).OrderByDescending(f => f.ConfrontatoIl).FirstOrDefaultAsync(ct);
    }

    private IQueryable<DifferenzaOpenData> InFile(Guid file)
    {
        var tutte = db.DifferenzeOpenData.AsNoTracking().Where(d => d.FileId == file);
        return ambito is { TuttiGliEnti: false, EnteId: { } mio } ? tutte.Where(d => d.EnteId == mio) : tutte;
    }

    private IQueryable<DifferenzaOpenData> Scelte(Guid file, DifferenzeFilter filter)
    {
        var scelte = InFile(file).Where(d => d.Spiegata == filter.Spiegate);
        scelte = filter.Tipo is { } tipo ? scelte.Where(d => d.Tipo == tipo) : scelte;
        return scelte.OrderByDescending(d => d.Giorno).ThenBy(d => d.Id);
    }

    private async Task<IReadOnlyList<DifferenzaRow>> Rows(List<DifferenzaOpenData> righe, DateOnly fotografia, CancellationToken ct)
    {
        // An empty list of ids would make the database pass over the whole table of Affidamenti.
        if (righe.Count == 0)
        {
            return [];
        }

        var affidamenti = righe.Select(r => r.AffidamentoId).OfType<Guid>().ToHashSet();
        var nostri = affidamenti.Count == 0 ? [] : await db.Affidamenti.AsNoTracking().IgnoreAutoIncludes().Where(a => affidamenti.Contains(a.Id))
            .Select(a => new { a.Id, a.Anno, a.Progressivo, a.Stato }).ToDictionaryAsync(a => a.Id, ct);
        var lotti = await (
            from l in db.Lotti.AsNoTracking()
            join c in db.Convenzioni.AsNoTracking() on l.ConvenzioneId equals c.Id
            select new { l.Id, l.Numero, c.Titolo }).ToDictionaryAsync(l => l.Id, l => $"{l.Titolo}, Lotto {l.Numero}", ct);
        var enti = await db.Enti.AsNoTracking().Select(e => new { e.Id, e.Denominazione }).ToDictionaryAsync(e => e.Id, e => e.Denominazione, ct);
        var spiegazioni = await Spiegazioni([.. righe.Where(r => r.Spiegata).Select(r => r.Identita.ToString())], ct);
        return
        [
            .. from r in righe
               let nostro = r.AffidamentoId is { } id && nostri.TryGetValue(id, out var trovato) ? trovato : null
               select new DifferenzaRow(
                   r.Id, r.Tipo, r.Cig, r.Qui, r.La, r.Giorno,
                   r.Tipo == TipoDifferenza.SoloInCigHub ? DifferenzeWords.Age(r.Giorno, fotografia) : null,
                   r.EnteId is { } ente && enti.TryGetValue(ente, out var nome) ? nome : r.Ente,
                   r.LottoId is { } lotto ? lotti.GetValueOrDefault(lotto) : null,
                   nostro is null ? null
                       : (new NumeroAffidamento(nostro.Anno, nostro.Progressivo).ToString(), AppRoutes.AffidamentoDi(nostro.Id, nostro.Stato)),
                   r.Spiegata, [.. spiegazioni[r.Identita]], r.LottoId, r.EnteId is not null),
        ];
    }

    private async Task<ILookup<Guid, SpiegazioneShown>> Spiegazioni(IReadOnlyList<string> differenze, CancellationToken ct)
    {
        var righe = differenze.Count == 0 ? [] : await db.Registro.AsNoTracking()
            .Where(e => differenze.Contains(e.OggettoId) && e.OggettoTipo == Oggetti.OpenData && e.Azione == Azioni.DifferenzaSpiegata && e.Esito == "ok")
            .OrderByDescending(e => e.Seq).Select(e => e.Byte).ToListAsync(ct);
        List<Evento> eventi = [.. righe.Select(r => Evento.Leggi(r)).Where(e => e.IsSuccess).Select(e => e.Value)];
        var chi = await nomi.DiChiAgisce(eventi, ct);
        return eventi.ToLookup(
            e => Guid.Parse(e.Oggetto.Id), e => new SpiegazioneShown(e.Utc, chi[e.Seq], TolerantReader.Text(e.Dati, "motivo") ?? ""));
    }
}
