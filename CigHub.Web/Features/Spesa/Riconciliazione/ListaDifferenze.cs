using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.OpenData;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The file by which the differences on the page were found.</summary>
/// <param name="Tenute">The number of CIG that concern the Enti for which it was compared. Null when the reader does not see all of these.</param>
public sealed record FileShown(
    TracciatoOpenData Tracciato, string Nome, string Sha256, DateOnly Giorno, bool GiornoDalNome, int Righe, int? Tenute, IReadOnlyList<int> Mesi,
    int Oltre, DateTime ConfrontatoIl);

/// <summary>One explanation of a difference, from its event.</summary>
public sealed record SpiegazioneShown(DateTime Utc, string Chi, string Motivo);

/// <summary>One difference as the page shows it.</summary>
/// <param name="Affidamento">The number of our Affidamento and its page. Null where CigHub has none.</param>
/// <param name="Spiegazioni">The explanations, the newest first.</param>
/// <param name="DiUnNostroEnte">Says whether the adhesion is of an Ente of CigHub.</param>
/// <param name="Contata">The day of the communication that counts the adhesion. Null when none does.</param>
/// <param name="Ripresa">Says whether CigHub has the CIG by now.</param>
public sealed record DifferenzaRow(
    Guid Id, TipoDifferenza Tipo, string Cig, string Qui, string La, DateOnly Giorno, string? Eta, string Ente, string? Lotto,
    (string Numero, string Indirizzo)? Affidamento, bool Spiegata, IReadOnlyList<SpiegazioneShown> Spiegazioni, Guid? LottoId, bool DiUnNostroEnte,
    DateOnly? Contata, bool Ripresa);

/// <summary>A page of differences between CigHub and the last files of open data, with the number of each kind.</summary>
/// <param name="Files">The last file of each layout, of those that were compared.</param>
/// <param name="Quante">The number of differences of each kind, explained or not. Those that are counted stand in <paramref name="Contate"/>.</param>
/// <param name="Contate">The number of adhesions outside CigHub that a communication of the Soggetto Aggregatore counts.</param>
public sealed record DifferenzeView(
    IReadOnlyList<FileShown> Files, ListPage<DifferenzaRow> Pagina, IReadOnlyList<(TipoDifferenza Tipo, bool Spiegata, int Quante)> Quante, int Contate);

/// <summary>Returns the differences that the last files of open data showed about the Enti that the actor may see, the newest first.</summary>
/// <remarks>
/// An Ente sees the last file of each layout that was compared for it or for all Enti. The Soggetto Aggregatore sees the last one for all. An
/// adhesion that a communication counts by its CIG (<see cref="CigFuoriDaCigHub"/>) needs no explanation, and stands apart.
/// </remarks>
public sealed class ListaDifferenze(CigHubDbContext db, Ambito ambito, NamesAtTheTime nomi) : IQuery
{
    public const int PerPagina = 25;

    public static Permission Requires => Permission.LeggiRilievi;

    public async Task<DifferenzeView> Run(DifferenzeFilter filter, CancellationToken ct = default)
    {
        var files = await Ultimi(ct);
        if (files.Count == 0)
        {
            return new DifferenzeView([], new ListPage<DifferenzaRow>([], 0), [], 0);
        }

        var contati = await CigFuoriDaCigHub.Contati(db.Movimenti.AsNoTracking(), ct);
        var cig = contati.Keys.ToList();
        var contate = cig.Count == 0 ? 0 : await Scelte(files, new DifferenzeFilter { Contate = true }, cig).CountAsync(ct);
        var quante = (await InFile(files).GroupBy(d => new { d.Tipo, d.Spiegata }).Select(d => new { d.Key.Tipo, d.Key.Spiegata, Quante = d.Count() })
            .ToListAsync(ct)).ConvertAll(q => q with { Quante = q.Quante - (q is { Tipo: TipoDifferenza.SoloInAnac, Spiegata: false } ? contate : 0) });
        var righe = await Scelte(files, filter, cig).Skip((filter.Pagina - 1) * PerPagina).Take(PerPagina).ToListAsync(ct);
        var totale = filter is { Contate: true, Spiegate: false }
            ? contate : quante.Where(q => q.Spiegata == filter.Spiegate && (filter.Tipo is null || q.Tipo == filter.Tipo)).Sum(q => q.Quante);
        return new DifferenzeView(
            [.. files.Select(Shown)],
            new ListPage<DifferenzaRow>(await Rows(righe, files, contati, ct), totale),
            [.. quante.Where(q => q.Quante > 0).Select(q => (q.Tipo, q.Spiegata, q.Quante))],
            contate);
    }

    /// <summary>Returns all differences of a choice, for a sheet.</summary>
    public async Task<IReadOnlyList<DifferenzaRow>> All(DifferenzeFilter filter, CancellationToken ct = default)
    {
        var files = await Ultimi(ct);
        var contati = await CigFuoriDaCigHub.Contati(db.Movimenti.AsNoTracking(), ct);
        return files.Count == 0 ? [] : await Rows(await Scelte(files, filter, [.. contati.Keys]).ToListAsync(ct), files, contati, ct);
    }

    private FileShown Shown(FileOpenData file)
    {
        var suo = ambito.TuttiGliEnti || file.EnteId == ambito.EnteId;
        return new FileShown(
            file.Tracciato, file.Nome, file.Sha256, file.Giorno, file.GiornoDalNome, file.Righe, suo ? file.Tenute : null,
            [.. file.Mesi.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => int.Parse(m, CultureInfo.InvariantCulture))], suo ? file.Oltre : 0,
            file.ConfrontatoIl);
    }

    /// <summary>Returns the last file of each layout, in the order of the layouts.</summary>
    private async Task<IReadOnlyList<FileOpenData>> Ultimi(CancellationToken ct)
    {
        var ids = FileOpenData.Confrontati.Select(t => FileOpenData.IdOf(null, t)).ToList();
        if (ambito.EnteId is { } ente)
        {
            ids.AddRange(FileOpenData.Confrontati.Select(t => FileOpenData.IdOf(ente, t)));
        }

        var files = await db.FileOpenData.AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(ct);
        return [.. files.GroupBy(f => f.Tracciato).OrderBy(g => g.Key).Select(g => g.MaxBy(f => f.ConfrontatoIl)!)];
    }

    private IQueryable<DifferenzaOpenData> InFile(IReadOnlyList<FileOpenData> files)
    {
        var ids = files.Select(f => f.Id).ToList();
        var tutte = db.DifferenzeOpenData.AsNoTracking().Where(d => ids.Contains(d.FileId));
        return ambito is { TuttiGliEnti: false, EnteId: { } mio } ? tutte.Where(d => d.EnteId == mio) : tutte;
    }

    private IQueryable<DifferenzaOpenData> Scelte(IReadOnlyList<FileOpenData> files, DifferenzeFilter filter, List<string> contati)
    {
        var scelte = InFile(files).Where(d => d.Spiegata == filter.Spiegate);
        if (!filter.Spiegate)
        {
            scelte = filter.Contate ? scelte.Where(d => d.Tipo == TipoDifferenza.SoloInAnac && EF.Parameter(contati).Contains(d.Cig))
                : contati.Count == 0 ? scelte
                : scelte.Where(d => d.Tipo != TipoDifferenza.SoloInAnac || !EF.Parameter(contati).Contains(d.Cig));
        }

        scelte = filter is { Tipo: { } tipo } and not { Contate: true, Spiegate: false } ? scelte.Where(d => d.Tipo == tipo) : scelte;
        return scelte.OrderByDescending(d => d.Giorno).ThenBy(d => d.Id);
    }

    private async Task<IReadOnlyList<DifferenzaRow>> Rows(
        List<DifferenzaOpenData> righe, IReadOnlyList<FileOpenData> files, IReadOnlyDictionary<string, DateOnly> contati, CancellationToken ct)
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
        var fotografia = files.ToDictionary(f => f.Id, f => f.Giorno);
        var riprese = await Riprese(righe, ct);
        var spiegazioni = await Spiegazioni([.. righe.Where(r => r.Spiegata).SelectMany(r => r.IdentitaNelRegistro()).Select(i => i.ToString())], ct);
        return
        [
            .. from r in righe
               let nostro = r.AffidamentoId is { } id && nostri.TryGetValue(id, out var trovato) ? trovato : null
               select new DifferenzaRow(
                   r.Id, r.Tipo, r.Cig, r.Qui, r.La, r.Giorno,
                   r.Tipo == TipoDifferenza.SoloInCigHub ? DifferenzeWords.Age(r.Giorno, fotografia[r.FileId]) : null,
                   r.EnteId is { } ente && enti.TryGetValue(ente, out var nome) ? nome : r.Ente,
                   r.LottoId is { } lotto ? lotti.GetValueOrDefault(lotto) : null,
                   nostro is null ? null
                       : (new NumeroAffidamento(nostro.Anno, nostro.Progressivo).ToString(), AppRoutes.AffidamentoDi(nostro.Id, nostro.Stato)),
                   r.Spiegata, [.. r.IdentitaNelRegistro().SelectMany(i => spiegazioni[i])], r.LottoId, r.EnteId is not null,
                   r.Tipo == TipoDifferenza.SoloInAnac && contati.TryGetValue(r.Cig, out var contata) ? contata : null, riprese.Contains(r.Cig)),
        ];
    }

    /// <summary>
    /// Returns the CIG of the rows, missing here when the file was compared, that an adhesion has since. Adhesions of Enti that the user does not
    /// see stay unknown.
    /// </summary>
    private async Task<IReadOnlySet<string>> Riprese(List<DifferenzaOpenData> righe, CancellationToken ct)
    {
        var cercati = righe.Where(r => r.Tipo == TipoDifferenza.SoloInAnac).Select(r => Cig.Leggi(r.Cig)).Where(c => c.IsSuccess)
            .Select(c => (Cig?)c.Value).Distinct().ToList();
        var trovati = cercati.Count == 0 ? [] : await db.Aggiudicazioni.AsNoTracking().Where(g => EF.Parameter(cercati).Contains(g.CigDerivato))
            .Select(g => g.CigDerivato!).ToListAsync(ct);
        return trovati.Select(c => c.Valore).ToHashSet(StringComparer.Ordinal);
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
