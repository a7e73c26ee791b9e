using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>From a filter to SQL, in one place: the list, the export, the print and the selection ask the same question.</summary>
/// <remarks>Over the context's own filter by Ente, so that whatever is asked, another Ente's Affidamenti are not there.</remarks>
public sealed class RicercaAffidamenti(CigHubDbContext db, Ambito ambito, SceltePersonali scelte, AffidamentiInAttesa inAttesa, NomiCercati nomi)
{
    /// <summary>Most words of a free text that are looked for.</summary>
    private const int MaxParole = 10;

    public async Task<IQueryable<Affidamento>> Filtrati(FiltroAffidamenti f, Guid personaId)
    {
        var trovati = f.Stato is { } stato ? Visibili().Where(a => a.Stato == stato) : Visibili().Where(a => a.Stato != StatoAffidamento.Eliminato);
        if (f.Selezionati)
        {
            var ids = await scelte.Selezionati(personaId);
            trovati = trovati.Where(a => ids.Contains(a.Id));
        }

        trovati = f.Miei ? AffidamentiInAttesa.Di(trovati, personaId) : trovati;
        trovati = f.Attesa is { } attesa ? inAttesa.Per(attesa, trovati, personaId) : trovati;
        return await Testi(Date(trovati, f), f);
    }

    /// <summary>What a person has ticked and may see, in any state but deleted.</summary>
    public async Task<IQueryable<Affidamento>> Selezionati(Guid personaId) => await Filtrati(FiltroAffidamenti.Tutti with { Selezionati = true }, personaId);

    /// <summary>Said once more in words that SQLite can look up in an index: the context's own filter begins with «or all Enti».</summary>
    public IQueryable<Affidamento> Visibili()
    {
        var tutti = db.Affidamenti.AsNoTracking();
        return ambito is { TuttiGliEnti: false, EnteId: { } ente } ? tutti.Where(a => a.EnteId == ente) : tutti;
    }

    /// <summary>Each word begins a word of the Affidamento's own text, or of the name of its Ente, RUP, Lotto or Convenzione.</summary>
    public async Task<IQueryable<Affidamento>> ConParole(IQueryable<Affidamento> a, string testo, CancellationToken ct = default)
    {
        var parole = TestoPiegato.Parole(testo).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxParole).ToList();
        foreach (var (parola, trovati) in parole.Zip(await nomi.Trova(parole, ct)))
        {
            var (inizio, enti, rup, lotti) = (" " + parola, trovati.Enti, trovati.Rup, trovati.Lotti);
            a = (enti.Count, rup.Count, lotti.Count) is (0, 0, 0)
                ? a.Where(x => x.TestoRicerca.Contains(inizio))
                : a.Where(x => x.TestoRicerca.Contains(inizio) || enti.Contains(x.EnteId) || rup.Contains(x.RupId) || lotti.Contains(x.LottoId));
        }

        return a;
    }

    /// <summary>The order of a column; what is equal follows by the newest number, so that no row is on two pages.</summary>
    public IQueryable<Affidamento> Ordinati(IQueryable<Affidamento> a, OrdineElenco ordine, bool crescente) => ordine switch
    {
        OrdineElenco.Registro => Per(a, x => x.Portale.RegistroDiSistema, crescente),
        OrdineElenco.Titolo => Per(a, x => x.TitoloDocumento, crescente),
        OrdineElenco.Oggetto => Per(a, x => x.Oggetto, crescente),
        OrdineElenco.Importo => Per(a, x => x.ImportoAppalto.Centesimi, crescente),
        OrdineElenco.DataInvio => Per(a, x => x.Portale.DataInvio, crescente),
        OrdineElenco.Stato => Per(a, x => x.Portale.Stato, crescente),
        OrdineElenco.CigPadre => Per(from x in a join l in db.Lotti on x.LottoId equals l.Id select new ConNome { A = x, Nome = (string)(object)l.CigPadre }, crescente),
        OrdineElenco.DescrizioneCigPadre => Per(from x in a join l in db.Lotti on x.LottoId equals l.Id select new ConNome { A = x, Nome = l.Oggetto }, crescente),
        OrdineElenco.CigDerivato => Per(a, x => x.CigDerivati, crescente),
        OrdineElenco.Oe => Per(a, x => x.DenominazioneOe, crescente),
        OrdineElenco.Rup => Per(from x in a join p in db.Persone on x.RupId equals p.Id select new ConNome { A = x, Nome = p.NomeCompleto }, crescente),
        OrdineElenco.Ente => Per(from x in a join e in db.Enti on x.EnteId equals e.Id select new ConNome { A = x, Nome = e.Denominazione }, crescente),
        OrdineElenco.StatoAffidamento => Per(a, x => x.Stato, crescente),
        _ => Per(a, x => x.ModificatoIl, crescente),
    };

    private static IQueryable<Affidamento> Per<T>(IQueryable<Affidamento> a, System.Linq.Expressions.Expression<Func<Affidamento, T>> colonna, bool crescente) =>
        crescente ? a.OrderBy(colonna).ThenBy(x => x.Id) : a.OrderByDescending(colonna).ThenByDescending(x => x.Id);

    private static IQueryable<Affidamento> Per(IQueryable<ConNome> a, bool crescente) =>
        (crescente ? a.OrderBy(x => x.Nome).ThenBy(x => x.A.Id) : a.OrderByDescending(x => x.Nome).ThenByDescending(x => x.A.Id)).Select(x => x.A);

    private static IQueryable<Affidamento> Date(IQueryable<Affidamento> a, FiltroAffidamenti f)
    {
        a = f.Dal is { } dal ? a.Where(x => x.Portale.DataInvio >= dal) : a;
        return f.Al is { } al ? a.Where(x => x.Portale.DataInvio <= al) : a;
    }

    private async Task<IQueryable<Affidamento>> Testi(IQueryable<Affidamento> a, FiltroAffidamenti f)
    {
        a = f.Testo is { } testo ? await ConParole(a, testo) : a;
        a = f.Registro is { } registro ? a.Where(x => EF.Functions.Like(x.Portale.RegistroDiSistema, Contiene(registro), "\\")) : a;
        a = f.Titolo is { } titolo ? a.Where(x => EF.Functions.Like(x.TitoloDocumento, Contiene(titolo), "\\")) : a;
        a = f.Oe is { } oe ? a.Where(x => EF.Functions.Like(x.DenominazioneOe, Contiene(oe), "\\")) : a;
        a = f.CigDerivato is { } derivato ? a.Where(x => EF.Functions.Like(x.CigDerivati, Contiene(derivato), "\\")) : a;
        if (f.CigPadre is { } padre)
        {
            a = a.Where(x => db.Lotti.Where(l => EF.Functions.Like((string)(object)l.CigPadre, Contiene(padre), "\\")).Select(l => l.Id).Contains(x.LottoId));
        }

        return a;
    }

    private static string Contiene(string testo) =>
        "%" + testo.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <summary>An Affidamento beside a name of another table that it is sorted by.</summary>
    private sealed class ConNome
    {
        public required Affidamento A { get; init; }

        public required string Nome { get; init; }
    }
}
