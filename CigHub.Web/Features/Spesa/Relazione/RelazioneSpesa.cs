using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Quadro;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Spesa.Relazione;

/// <summary>One row of the report: what an Ente or a supplier has taken of a Convenzione.</summary>
public sealed record RigaRelazione(string Nome, TerminiMassimale Termini);

/// <summary>One Convenzione of the report, with what Enti and suppliers have taken of it, the largest first.</summary>
/// <param name="Soglia">The amount above which a Dirigente approved on that day. Null when nobody had to.</param>
/// <param name="Avvisi">The thresholds of forecasts and alerts on that day.</param>
public sealed record ConvenzioneRelazione(
    ConvenzioneSpesa Convenzione, DateOnly AdesioniDal, Importo? Soglia, SoglieSpesa Avvisi, IReadOnlyList<RigaRelazione> PerEnte,
    IReadOnlyList<RigaRelazione> PerFornitore)
{
    /// <summary>The amounts that are taken. The massimale belongs to no Ente and no supplier.</summary>
    public TerminiMassimale Preso => Convenzione.Termini with { Massimale = Importo.Zero };
}

/// <summary>The report about the spending at the end of a day.</summary>
/// <param name="Di">The name of the Ente whose Lotti it is about. Null for all Enti.</param>
/// <param name="ConIva">What the Ente adhered to with IVA, by rate. Null for all Enti, whose amounts are without IVA.</param>
/// <param name="SenzaAliquota">The Affidamenti of the Ente whose lordo was not known on that day, in the order of their numbers.</param>
/// <param name="UltimoEvento">The number of the last event of the registro at the end of the day, or until now for today.</param>
/// <param name="Sha256">The SHA-256 of that event. Empty when the registro had none yet.</param>
public sealed record RelazioneView(
    SpesaFilter Filter, string? Di, QuadroSpesaView Quadro, IReadOnlyList<ConvenzioneRelazione> Convenzioni, ImportiConIva? ConIva,
    IReadOnlyList<SenzaAliquota> SenzaAliquota, long UltimoEvento, string Sha256)
{
    /// <summary>
    /// Returns the table of the amounts with IVA for the head of the sheet, whose second column is too narrow for an amount. No lines for all Enti.
    /// </summary>
    public IReadOnlyList<object?[]> FoglioConIva() => ConIva is not { Righe.Count: > 0 } importi ? [] :
    [
        [$"{Di}, al lordo dell'IVA", null, "Affidamenti", "Imponibile", "Imposta", "Lordo"],
        .. importi.Righe.Select(r => Line(r.Nome, r.Quanti, r.Imponibile, r.Iva, r.Lordo)),
        .. importi.Totali.Select(t => Line(t.Nome, t.Quanti, t.Imponibile, t.Iva, t.Lordo)),
    ];

    private static object?[] Line(string nome, int quanti, Importo imponibile, Importo? imposta, Importo? lordo) =>
        [nome, null, quanti, imponibile, imposta is { } i ? i : "non nota", lordo is { } l ? l : "non noto"];
}

/// <summary>
/// Returns the report about the spending as it was known at the end of a day, with the names and thresholds of that day. Who sees one Ente
/// gets the Lotti that the Ente uses, and the other Enti as one sum.
/// </summary>
public sealed class RelazioneSpesa(CigHubDbContext db, Ambito ambito, QuadroSpesa quadro) : IQuery
{
    public static Permission Requires => Permission.LeggiCapienza;

    /// <summary>Returns the choice of amounts of a report: the ledger up to a day, as it was recorded then.</summary>
    public static SpesaFilter Choice(DateOnly al) => new() { Al = al, Orologio = SpesaClock.Registrazione };

    public async Task<RelazioneView> Run(DateOnly al, CancellationToken ct = default)
    {
        var (filter, sguardo) = (Choice(al), SguardoSpesa.Of(ambito));
        var catalogo = await db.Convenzioni.AsNoTracking()
            .Select(c => new { c.Id, c.AdesioniDal, c.SogliaApprovazione, c.Soglie }).ToDictionaryAsync(c => c.Id, ct);
        var lotti = await db.Lotti.AsNoTracking().Select(l => new { l.Id, l.Fornitori }).ToDictionaryAsync(l => l.Id, l => l.Fornitori, ct);
        var delCatalogo = await ValoriDelGiorno.Read(db, [.. catalogo.Keys, .. lotti.Keys], al, ct);
        var allora = new CatalogoDelGiorno(delCatalogo);
        var letto = await quadro.Run(filter, soloUsati: true, allora, ct);
        var usate = letto.Convenzioni;
        var enti = await db.Enti.AsNoTracking().Select(e => new { e.Id, e.Denominazione }).ToDictionaryAsync(e => e.Id, e => e.Denominazione, ct);
        var valori = await ValoriDelGiorno.Read(db, enti.Keys, al, ct);
        string EnteOf(Guid id) => valori.Text(Oggetti.Ente, id, "Denominazione", enti.GetValueOrDefault(id, SpesaWords.FuoriDaCigHub));
        var fornitori = (await Fornitori.Read(db, anchePrecedenti: true, ct)).ComeQuelGiorno(lotti.Select(l => (l.Key, allora.Fornitori(l.Key, l.Value))));
        var somme = (await db.Scelte(filter, al, fornitori, perMese: false, perChi: true)
            .GroupBy(s => new { s.LottoId, s.EnteId, s.IdPartecipante }).Select(g => new
            {
                g.Key,
                Aderito = g.Sum(s => s.Aderito),
                Riservato = g.Sum(s => s.Riservato),
                Altre = g.Sum(s => s.AltreAdesioni),
            }).ToListAsync(ct))
            .Select(s => (s.Key.LottoId, s.Key.EnteId, s.Key.IdPartecipante, Termini: TerminiMassimale.DaCentesimi(0, s.Aderito, s.Riservato, s.Altre)))
            .Where(s => s.Termini != default).ToLookup(s => s.LottoId);
        var convenzioni =
            from c in usate
            let sue = c.Lotti.SelectMany(l => somme[l.Id]).ToList()
            select new ConvenzioneRelazione(
                OfTheDay(c, delCatalogo), allora.AdesioniDal(c.Id, catalogo[c.Id].AdesioniDal),
                delCatalogo.Amount(Oggetti.Convenzione, c.Id, "SogliaApprovazione", catalogo[c.Id].SogliaApprovazione),
                allora.Soglie(c.Id, catalogo[c.Id].Soglie),
                InOrder(sue.GroupBy(s => sguardo.Vede(s.EnteId) ? EnteOf(s.EnteId) : SpesaWords.AltriEnti, s => s.Termini)),
                InOrder(sue.GroupBy(
                    s => fornitori.Of(s.LottoId, s.IdPartecipante)?.Nome ?? "Senza fornitore: comunicate da CMRC o non indicato", s => s.Termini)));
        var pagine = convenzioni.ToList();
        var (conIva, senzaAliquota) = sguardo.SoloEnte is { } suo ? await IvaDellEnte.Sum(db, suo, al, ct) : (null, []);
        return new RelazioneView(
            filter, sguardo.SoloEnte is { } mio ? EnteOf(mio) : null,
            letto with { Convenzioni = [.. pagine.Select(p => p.Convenzione)] }, pagine,
            conIva, senzaAliquota, valori.UltimoEvento, valori.Sha256);
    }

    private static ConvenzioneSpesa OfTheDay(ConvenzioneSpesa c, ValoriDelGiorno delCatalogo) => c with
    {
        Titolo = delCatalogo.Text(Oggetti.Convenzione, c.Id, "Titolo", c.Titolo),
        Lotti = [.. c.Lotti.Select(l => l with { Oggetto = delCatalogo.Text(Oggetti.Lotto, l.Id, "Oggetto", l.Oggetto) })],
    };

    private static IReadOnlyList<RigaRelazione> InOrder(IEnumerable<IGrouping<string, TerminiMassimale>> gruppi) =>
    [
        .. gruppi.Select(g => new RigaRelazione(g.Key, TerminiMassimale.Somma(g)))
            .OrderBy(r => r.Nome == SpesaWords.AltriEnti).ThenByDescending(r => r.Termini.Occupato).ThenBy(r => r.Nome, StringComparer.Ordinal),
    ];
}
