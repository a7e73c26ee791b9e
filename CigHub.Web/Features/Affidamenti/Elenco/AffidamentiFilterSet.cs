using CigHub.Domain.Affidamenti;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The services from which the filters of the list build their SQL, and the user who looks at the list.</summary>
/// <param name="PersonaId">The user who looks at the list.</param>
public sealed record FilterScope(Guid PersonaId, CigHubDbContext Db, AffidamentiSearch Ricerca, PersonalChoices Scelte, AffidamentiInAttesa InAttesa);

/// <summary>All the filters of the list of Affidamenti: the portal's eight, free text, and the groups of the Cruscotto.</summary>
public sealed class AffidamentiFilterSet : FilterSet<AffidamentiFilter, Affidamento, FilterScope>
{
    private AffidamentiFilterSet()
        : base(
            AffidamentiFilter.Tutti,
            [
                Text("testo", "Testo", f => f.Testo, (f, v) => f with { Testo = v }, async (a, testo, s) => await s.Ricerca.ConParole(a, testo)) with
                {
                    InSight = true, InputCaption = "Cerca", Placeholder = "Numero, oggetto, fornitore, CIG, RUP, Ente, Convenzione",
                },
                Choice<StatoAffidamento>(
                    "stato", "Stato Affidamento", f => f.Stato, (f, v) => f with { Stato = v }, s => s.Nome(),
                    (a, stato, _) => a.Where(x => x.Stato == stato)) with { InForm = false },
                Choice<Attesa>(
                    "attesa", "Gruppo del Cruscotto", f => f.Attesa, (f, v) => f with { Attesa = v }, v => v.Titolo(),
                    (a, attesa, s) => s.InAttesa.For(attesa, a, s.PersonaId)),
                Flag(
                    "miei", "Di chi", f => f.Miei, (f, v) => f with { Miei = v }, "solo i miei", ("Di tutti", "Solo i miei (RUP o autore)"),
                    (a, s) => new(AffidamentiInAttesa.Of(a, s.PersonaId))),
                Text(
                    "registro", "Registro di Sistema", f => f.Registro, (f, v) => f with { Registro = v },
                    (a, v, s) => s.Ricerca.ConTesto(
                        a, SearchedColumn.Registro, v, (x, testo) => x.Where(y => EF.Functions.Like(y.Portale.RegistroDiSistema, Contains(testo), "\\")))),
                Text("cigPadre", "CIG Padre", f => f.CigPadre, (f, v) => f with { CigPadre = v }, ConCigPadre),
                Text(
                    "titolo", "Titolo documento", f => f.Titolo, (f, v) => f with { Titolo = v },
                    (a, v, s) => s.Ricerca.ConTesto(
                        a, SearchedColumn.Titolo, v, (x, testo) => x.Where(y => EF.Functions.Like(y.TitoloDocumento, Contains(testo), "\\")))),
                Text(
                    "cigDerivato", "CIG Derivato", f => f.CigDerivato, (f, v) => f with { CigDerivato = v },
                    (a, v, s) => s.Ricerca.ConTesto(
                        a, SearchedColumn.CigDerivato, v, (x, testo) => x.Where(y => EF.Functions.Like(y.CigDerivati, Contains(testo), "\\")))),
                Flag(
                    "selezione", "Selezione", f => f.Selezionati, (f, v) => f with { Selezionati = v }, "solo i selezionati", ("Tutti", "Solo i selezionati"),
                    Selezionati) with { Place = 1 },
                Day("dal", "Data Invio dal", f => f.Dal, (f, v) => f with { Dal = v }, (a, dal) => a.Where(x => x.Portale.DataInvio >= dal)) with { Place = 1 },
                Day("al", "Data Invio al", f => f.Al, (f, v) => f with { Al = v }, (a, al) => a.Where(x => x.Portale.DataInvio <= al)) with { Place = 1 },
                Text(
                    "oe", "Denominazione OE", f => f.Oe, (f, v) => f with { Oe = v },
                    (a, v, s) => s.Ricerca.ConTesto(
                        a, SearchedColumn.Oe, v, (x, testo) => x.Where(y => EF.Functions.Like(y.DenominazioneOe, Contains(testo), "\\")))),
            ])
    {
    }

    public static AffidamentiFilterSet Tutti { get; } = new();

    public override string? Refusal(AffidamentiFilter filter) =>
        filter.Dal > filter.Al ? "La prima Data Invio viene dopo l'ultima: correggi una delle due."
        : (filter.Testo is { } testo && AffidamentiSearch.TroppoCorto(testo))
            || new[] { filter.Registro, filter.Titolo, filter.CigDerivato, filter.Oe }.Any(t => t?.Length < AffidamentiSearch.MinCaratteri)
            ? $"Per cercare scrivi almeno {AffidamentiSearch.MinCaratteri} lettere o cifre."
        : null;

    /// <summary>Keeps the Affidamenti of the Lotti with the text in their CIG. When only one Lotto has it, an index has its list in order.</summary>
    private static async ValueTask<IQueryable<Affidamento>> ConCigPadre(IQueryable<Affidamento> a, string cig, FilterScope s)
    {
        var lotti = await s.Db.Lotti.Where(l => EF.Functions.Like((string)(object)l.CigPadre, Contains(cig), "\\")).Select(l => l.Id).ToListAsync();
        return lotti switch
        {
            [] => a.Where(_ => false),
            [var uno] => a.Where(x => x.LottoId == uno),
            _ => a.Where(x => EF.Parameter(lotti).Contains(x.LottoId)),
        };
    }

    private static async ValueTask<IQueryable<Affidamento>> Selezionati(IQueryable<Affidamento> a, FilterScope s)
    {
        var ids = await s.Scelte.Selected(s.PersonaId);
        return a.Where(x => ids.Contains(x.Id));
    }

    /// <summary>
    /// Returns a pattern for SQL's LIKE that finds a text anywhere in a column. The characters with a meaning in a pattern are escaped.
    /// </summary>
    private static string Contains(string testo) =>
        "%" + testo
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
