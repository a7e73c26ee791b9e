using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Web.Features.Revisione.Campioni;
using CigHub.Web.Features.Revisione.Carte;
using CigHub.Web.Features.Revisione.Correttive;
using CigHub.Web.Features.Revisione.Elenco;
using CigHub.Web.Features.Revisione.Piano;
using CigHub.Web.Features.Revisione.Programma;
using CigHub.Web.Features.Revisione.Rapporto;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Revisione;

/// <summary>Helpers for tests of audits: forms, and audits that have come to a certain step by commands.</summary>
internal static class SampleAudit
{
    public const string Requisito = "Audit interno", Conclusioni = "Il controllo funziona, con una non conformità minore.";

    public static PianoForm Piano(Guid? ente = null) => new()
    {
        Titolo = "Richieste di novembre",
        Requisito = Requisito,
        Dal = "01/11/2026",
        Al = "30/11/2026",
        Ente = ente?.ToString(),
    };

    public static ProgrammaForm Programma() => new()
    {
        Anno = "2026",
        Obiettivi = "Verificare le approvazioni",
        ApprovatoDa = "Segretario generale, decreto 12",
        ApprovatoIl = "10/01/2026",
        Previsti = "11: Richieste di CIG\nmarzo Approvazioni sopra soglia\n",
    };

    public static CampioneForm Casuale(int quanti, string seme = "3f9c1a") => new()
    {
        Metodo = nameof(MetodoCampione.Casuale),
        Quanti = $"{quanti}",
        Seme = seme,
    };

    public static CartaForm Carta(EsitoAudit esito = EsitoAudit.Conforme) => new() { Esito = esito.ToString(), Esaminato = "Iter ed eventi, determina n. 12" };

    public static ConstatazioneForm Rilevata(Guid responsabile) => new()
    {
        Gravita = nameof(EsitoAudit.NonConformitaMinore),
        Testo = "La determina è successiva alla richiesta",
        Causa = "Manca un promemoria",
        Azione = "Controllare la data prima di avviare",
        ResponsabileId = responsabile.ToString(),
        Entro = "31/12/2026",
    };

    public static VerificaForm Efficace() => new() { Efficace = "si", Nota = "Riesaminati 5 affidamenti" };

    /// <summary>Plans an audit of all Enti over three drafts of Tivoli, made by their RUP. Returns its id.</summary>
    public static async Task<Guid> AuditPianificato(this TestBench bench, PianoForm? piano = null, Actor? chi = null)
    {
        for (var i = 0; i < 3; i++)
        {
            await bench.Affidamento(StatoAffidamento.InLavorazione);
        }

        var id = Guid.CreateVersion7();
        await bench.Succeeds(new PianificaAudit(id, piano ?? Piano()), chi ?? bench.Auditor);
        return id;
    }

    /// <summary>Plans an audit and draws a sample of two of its three Affidamenti. Returns its id.</summary>
    public static async Task<Guid> AuditInCorso(this TestBench bench, PianoForm? piano = null)
    {
        var id = await bench.AuditPianificato(piano);
        await bench.Succeeds(new EstraiCampione(id, Casuale(2), 0), bench.Auditor);
        return id;
    }

    /// <summary>Adds a non-conformity with a finding, for which a person answers. Returns the id of the finding.</summary>
    public static async Task<Guid> Constatata(this TestBench bench, Guid audit, Actor responsabile)
    {
        var carta = (await bench.Audit(audit)).Carte[0].Id;
        await bench.Succeeds(new CompilaCarta(audit, carta, Carta(EsitoAudit.NonConformitaMinore), await bench.VersioneDi(audit)), bench.Auditor);
        var id = Guid.CreateVersion7();
        await bench.Succeeds(new AggiungiConstatazione(audit, id, carta, Rilevata(responsabile.PersonaId), await bench.VersioneDi(audit)), bench.Auditor);
        return id;
    }

    /// <summary>Fills in the working papers that are still empty, as conforming.</summary>
    public static async Task Compilate(this TestBench bench, Guid audit)
    {
        foreach (var carta in (await bench.Audit(audit)).Carte.Where(c => c.Esito is null))
        {
            await bench.Succeeds(new CompilaCarta(audit, carta.Id, Carta(), await bench.VersioneDi(audit)), bench.Auditor);
        }
    }

    /// <summary>Fills in what is empty and signs the report.</summary>
    public static async Task Firmato(this TestBench bench, Guid audit)
    {
        await bench.Compilate(audit);
        await bench.Succeeds(new ChiudiAudit(audit, Conclusioni, await bench.VersioneDi(audit)), bench.Auditor);
    }

    /// <summary>Has the owner say that the action was taken today.</summary>
    public static Task<Receipt> Attuata(this TestBench bench, Guid constatazione, Actor responsabile) =>
        bench.Succeeds(new RispondiConstatazione(constatazione, "Fatto: promemoria inserito", "24/11/2026"), responsabile);

    /// <summary>Returns an audit with its working papers in the order of the draw.</summary>
    public static Task<Audit> Audit(this TestBench bench, Guid id) => bench.Query(
        db => db.Audit.AsNoTracking().Include(a => a.Carte.OrderBy(c => c.Posizione)).Include(a => a.Constatazioni).SingleAsync(a => a.Id == id));

    public static async Task<int> VersioneDi(this TestBench bench, Guid audit) => (await bench.Audit(audit)).Version;

    /// <summary>Returns a second Auditor of all Enti, who has worked on nothing of Tivoli.</summary>
    public static Task<Actor> AltroAuditor(this TestBench bench) => bench.Anche(bench.ActorOf("rup.guidonia"), Ruolo.Auditor, null);

    /// <summary>Corrects the last working paper of an audit as a second Auditor. Returns that Auditor.</summary>
    public static async Task<Actor> CorrettaDaUnAltro(this TestBench bench, Guid audit)
    {
        var altro = await bench.AltroAuditor();
        var carta = (await bench.Audit(audit)).Carte[^1].Id;
        await bench.Succeeds(new CompilaCarta(audit, carta, Carta(EsitoAudit.Osservazione), await bench.VersioneDi(audit)), altro);
        return altro;
    }

    public static async Task<AuditView> Vista(this TestBench bench, Guid id) =>
        (await bench.Reader.Read<DettaglioAudit, AuditView>(bench.Auditor, q => q.Run(id), default)).Value;
}
