using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Persone.Elenco;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Cruscotto.Amministratore;

/// <summary>A step by which an office begins to work with CigHub.</summary>
/// <param name="Dettaglio">The state of the step, and what to do, as an Italian sentence.</param>
/// <param name="Comando">The words of the link to the page where the step is done. Null for a step that is done outside the pages.</param>
public sealed record PassoDiAvvio(string Titolo, bool Fatto, string Dettaglio, string? Comando = null, string? Href = null);

/// <summary>
/// Returns the steps by which an office begins, in the order in which they must be done, each with its state. All are done in an office
/// that works.
/// </summary>
public sealed class PrimiPassi(CigHubDbContext db, ListeInVigore liste, KeyRing keys, IEnumerable<IBackupState> copie, TimeProvider clock) : IQuery
{
    private readonly IBackupState? _copie = copie.LastOrDefault();

    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<IReadOnlyList<PassoDiAvvio>?> Run(CancellationToken ct = default)
    {
        var oggi = clock.Today();
        var alLavoro = await db.Capienze.AnyAsync(c => c.Aderito.Centesimi > 0 || c.Riservato.Centesimi > 0, ct);
        return
        [
            Liste(oggi),
            await Enti(ct),
            await Amministratori(oggi, ct),
            await Rup(oggi, alLavoro, ct),
            await Controllo(oggi, ct),
            await Convenzioni(ct),
            await Lotti(ct),
            await Adesioni(alLavoro, ct),
            Copie(),
            Chiave(),
        ];
    }

    private PassoDiAvvio Liste(DateOnly oggi) => new(
        "Liste di codici",
        liste.Correnti.CodIstat.Voci.Any(v => v.ValidaAl(oggi)),
        $"In vigore quelle di ANAC del {liste.Correnti.Versione}. Se ANAC ne ha pubblicate di nuove, caricale prima di cominciare.",
        "Liste di codici",
        AppRoutes.CodiciEPercorsi);

    private async Task<PassoDiAvvio> Enti(CancellationToken ct)
    {
        var quanti = await db.Enti.CountAsync(ct);
        return new PassoDiAvvio(
            "Enti",
            quanti > 0,
            quanti > 0 ? $"{Plural.Of(quanti, "Ente", "Enti")}." : "Non ce n'è nessuno: importali da un foglio, oppure inseriscili uno alla volta.",
            "Importa gli Enti",
            AppRoutes.ImportaAnagrafe);
    }

    private async Task<PassoDiAvvio> Amministratori(DateOnly oggi, CancellationToken ct)
    {
        var quanti = await db.RuoliAttivi(Ruolo.Amministratore, oggi).Select(a => a.PersonaId).Distinct().CountAsync(ct);
        return new PassoDiAvvio(
            "Un secondo Amministratore",
            quanti > 1,
            quanti > 1
                ? $"{Plural.Of(quanti, "Amministratore", "Amministratori")}."
                : "Sei l'unico Amministratore: nessuno può assegnare un ruolo a te, né sostituirti quando manchi.",
            "Nuova persona",
            AppRoutes.NuovaPersona);
    }

    private async Task<PassoDiAvvio> Rup(DateOnly oggi, bool alLavoro, CancellationToken ct)
    {
        var senza = await db.SenzaRup(oggi).CountAsync(ct);
        var ceNeSono = await db.RuoliAttivi(Ruolo.Rup, oggi).AnyAsync(ct);
        return new PassoDiAvvio(
            "Un RUP per ogni Ente",
            ceNeSono && (senza == 0 || alLavoro),
            !ceNeSono ? "Nessuno può chiedere un CIG: importa le persone con il loro ruolo, oppure aggiungi il RUP dalla pagina di ogni Ente."
                : senza == 0 ? "Ogni Ente ha un RUP."
                : $"{Plural.Of(senza, "Ente è ancora senza RUP", "Enti sono ancora senza RUP")}.",
            "Importa persone e ruoli",
            AppRoutes.ImportaAnagrafe);
    }

    private async Task<PassoDiAvvio> Controllo(DateOnly oggi, CancellationToken ct)
    {
        var mancano = new List<string>();
        foreach (var (ruolo, parola) in new[]
        {
            (Ruolo.Responsabile, "un Dirigente / Responsabile del servizio, che approva e decide sui conflitti di interessi"),
            (Ruolo.Auditor, "un Auditor, che legge il registro eventi"),
        })
        {
            if (!await db.RuoliAttivi(ruolo, oggi).AnyAsync(ct))
            {
                mancano.Add(parola);
            }
        }

        return new PassoDiAvvio(
            "Chi approva e chi controlla",
            mancano.Count == 0,
            mancano.Count == 0 ? "C'è chi approva e c'è un Auditor." : $"Manca {string.Join("; manca ", mancano)}.",
            "Importa persone e ruoli",
            AppRoutes.ImportaAnagrafe);
    }

    private async Task<PassoDiAvvio> Convenzioni(CancellationToken ct)
    {
        var quante = await db.Convenzioni.CountAsync(ct);
        return new PassoDiAvvio(
            "Convenzioni",
            quante > 0,
            quante > 0 ? $"{Plural.Of(quante, "Convenzione", "Convenzioni")}." : "Non ce n'è nessuna: inserisci quella a cui gli Enti aderiscono.",
            "Nuova Convenzione",
            AppRoutes.NuovaConvenzione);
    }

    private async Task<PassoDiAvvio> Lotti(CancellationToken ct)
    {
        var senza = await db.Convenzioni.CountAsync(c => !db.Lotti.Any(l => l.ConvenzioneId == c.Id), ct);
        var ceNeSono = await db.Lotti.AnyAsync(ct);
        return new PassoDiAvvio(
            "Lotti, con CIG Padre e massimale",
            ceNeSono && senza == 0,
            !ceNeSono ? "Nessun Lotto: si aggiungono dalla pagina della Convenzione."
                : senza == 0 ? "Ogni Convenzione ha i suoi Lotti."
                : $"{Plural.Of(senza, "Convenzione è ancora senza Lotti", "Convenzioni sono ancora senza Lotti")}.",
            "Convenzioni e Lotti",
            AppRoutes.Convenzioni);
    }

    private async Task<PassoDiAvvio> Adesioni(bool alLavoro, CancellationToken ct)
    {
        var comunicate = alLavoro || await db.Capienze.AnyAsync(c => c.AltreAdesioniAl != null, ct);
        return new PassoDiAvvio(
            "Adesioni già fatte",
            comunicate,
            comunicate
                ? "Il residuo dei Lotti tiene conto di adesioni registrate."
                : "Senza, il residuo dei Lotti è sbagliato dal primo giorno: registra sul Lotto le adesioni comunicate da CMRC; "
                    + "quelle di un Ente le carica il suo RUP, in «Adesioni pregresse».",
            "Convenzioni e Lotti",
            AppRoutes.Convenzioni);
    }

    private PassoDiAvvio Copie() => new(
        "Copie di sicurezza",
        _copie?.Newest is not null,
        _copie?.Newest is { } ultima ? $"L'ultima è del {RomeTime.Text(ultima)}."
            : _copie is { IsOn: true } ? "La cartella c'è, ma nessuna copia è ancora stata fatta: la prima si fa questa notte."
            : "CigHub non fa copie di se stesso: chi gestisce il server scriva la cartella nell'impostazione «Copie:Cartella», su un altro disco.");

    private PassoDiAvvio Chiave() => new(
        "Chiave delle attestazioni di integrità",
        keys.Known.Count > 0 && keys.Fault is null,
        keys.Fault ?? "La chiave c'è: chi gestisce il server ne tenga una copia in cassaforte, lontano dai dati.");
}
