using System.Security.Cryptography;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Demo.Palestra;
using CigHub.Web.Operations;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>
/// Fills a new database with the demonstration. First the system writes the catalogue, then two years of generated Affidamenti are written
/// in bulk, then eight more, and an audit, by the commands that people use. The same seed on the same day gives the same data, except for the time of day
/// of the last eight.
/// </summary>
internal sealed partial class DemoData(
    StoryWriters scrittori,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    IOptions<DemoSettings> settings,
    IOptions<PalestraSettings> palestra,
    ILogger<DemoData> diario) : IFirstStartData
{
    private static readonly ValorePortale[] DellaPalestra =
    [
        new(CampiDelPercorso.ImportoAppalto, "Importo Appalto"),
        new(PercorsoAd4.Aggiudicazione(0, "partecipanti/0/denominazione"), "Denominazione OE"),
    ];

    private const int MesiDiStoria = 24;

    public bool IsAsked => settings.Value.Attiva;

    private int Quanti => settings.Value.Affidamenti;

    private bool Piccola => settings.Value.Piccola;

    private int Seme => settings.Value.Seme;

    /// <summary>The last day of which generated acts are written.</summary>
    private DateOnly UltimoGiorno => clock.Today().AddDays(-settings.Value.FermaGiorniPrima);

    /// <summary>The first day of the story, on which generated Affidamenti may be created.</summary>
    private DateOnly PrimoGiorno => clock.Today().AddMonths(-MesiDiStoria).AddDays(1);

    /// <summary>The writer of the system, whose clock shows the time of the story.</summary>
    public SystemWriter Writer => scrittori.Sistema;

    /// <summary>
    /// Returns the instant, in UTC, at which the story starts. Returns null when nothing is generated and the story starts now.
    /// </summary>
    private DateTime? Inizio() => Quanti > 0 && !Piccola ? RomeTime.StartOf(PrimoGiorno) : null;

    /// <summary>Starts the story. Its clock is set to the first day, and ids come from the seed from now on.</summary>
    public void Begin()
    {
        scrittori.Clock.Utc = Inizio();
        scrittori.Ids.Seeded = new SeededIds(Seme, Inizio() ?? RomeTime.StartOf(clock.Today()));
    }

    public async Task Fill(CancellationToken ct = default)
    {
        if (await Pieno(ct))
        {
            return;
        }

        if (Piccola || Quanti == 0)
        {
            var piccolo = (await Catalogo(ct))!;
            if (Piccola)
            {
                await Affidamenti(piccolo, ct);
            }

            await PercorsoDellaPalestra(ct);
            return;
        }

        var inizio = Inizio()!.Value;
        var catalogo = new DemoCatalogo(clock.Today(), scrittori.Ids).Riempi(inizio).Amplia();
        catalogo = settings.Value.Grande ? catalogo.Ingrandisci() : catalogo;
        await Genera(catalogo, inizio, ct);
        (scrittori.Ids.Seeded!.Utc, scrittori.Clock.Utc) = (RomeTime.StartOf(clock.Today()), null);
        if (UltimoGiorno < clock.Today())
        {
            await PercorsoDellaPalestra(ct);
            return;
        }

        var storia = new DemoStory(scrittori.Runner, scrittori.Ids, scopes, clock, catalogo);
        await storia.RegistraComunicazioni(ct);
        await storia.ChiedeLaRegistrazione(DemoCatalogo.InAttesaDelPortale, ct);
        await Affidamenti(catalogo, ct);
        await storia.Delega("rup.velletri", "istruttore.velletri", ct);
        var revisione = new DemoRevisione(scrittori.Runner, scrittori.Ids, scopes, clock, catalogo);
        await revisione.DueDiligence(0, ct);
        await revisione.Audit("rup.tivoli", ct);
        await PercorsoDellaPalestra(ct);
    }

    /// <summary>
    /// Writes only the people and Convenzioni of the small catalogue, and returns that catalogue. Returns null when the database already
    /// has people.
    /// </summary>
    public async Task<DemoCatalogo?> Catalogo(CancellationToken ct = default)
    {
        if (await Pieno(ct))
        {
            return null;
        }

        var catalogo = new DemoCatalogo(clock.Today(), scrittori.Ids).Riempi(clock.GetUtcNow().UtcDateTime);
        await Write(catalogo, ct);
        return catalogo;
    }

    private async Task<bool> Pieno(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CigHubDbContext>().Persone.AnyAsync(ct);
    }

    /// <summary>
    /// Publishes a percorso del portale with two more values when the palestra is on, because the palestra asks for them and the portal's
    /// instructions do not.
    /// </summary>
    private async Task PercorsoDellaPalestra(CancellationToken ct)
    {
        if (!palestra.Value.Attiva)
        {
            return;
        }

        await Writer.Write(
            async db =>
            {
                var prima = await db.Percorsi.OrderByDescending(p => p.Versione).FirstAsync(ct);
                var passi = prima.Passi.Select(p => p.Valori.Count == 0 ? p : p with { Valori = [.. p.Valori, .. DellaPalestra] }).ToList();
                var nuovo = prima.Successivo(
                    db.Ids.Next(), passi, "La schermata dell'ambiente di prova chiede anche l'importo e il fornitore.", clock.GetUtcNow().UtcDateTime).Value;
                db.Percorsi.Add(nuovo);
                return Events.Of(new EventToWrite(Azioni.PercorsoPubblicato, Oggetti.PercorsoPortale, nuovo.Id, null));
            },
            ct);
    }

    private Task Write(DemoCatalogo catalogo, CancellationToken ct) => Writer.Write(
        db =>
        {
            db.AddRange(catalogo.Enti);
            db.AddRange(catalogo.Persone);

            // The salts come from the ids, so that the same seed gives the same data. They need not be random, because no person of the
            // demonstration exists.
            var utc = scrittori.Clock.GetUtcNow().UtcDateTime;
            db.AddRange(catalogo.Persone.Select(
                p => IdentitaPersona.Della(p, SHA256.HashData(p.Id.ToByteArray())[..IdentitaPersona.LunghezzaSale], utc)));
            db.AddRange(catalogo.Appartenenze);
            db.AddRange(catalogo.Registrazioni);
            db.AddRange(catalogo.Convenzioni);
            db.AddRange(catalogo.Lotti);
            db.AddRange(catalogo.Capienze.Select(c => c.Capienza));
            db.AddRange(catalogo.Capienze.SelectMany(c => c.Movimenti));
            return Task.FromResult(Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null)));
        },
        ct);

    private async Task Genera(DemoCatalogo catalogo, DateTime inizio, CancellationToken ct)
    {
        const int OgniTanto = 10_000;
        var orario = new OfficeHours(PrimoGiorno, clock.Today().AddDays(-1));
        var piani = new DemoPlanner(
            Seme, Quanti, orario, catalogo.DaRiempire, [.. catalogo.Enti.Select(e => Gente(catalogo, e))])
            .All().ToList();
        catalogo.ApriCapienze(
            piani.GroupBy(p => p.Lotto.Lotto.Id).ToDictionary(g => g.Key, g => Importo.Somma(g.Select(p => p.Totale))),
            inizio);
        await Write(catalogo, ct);
        var capienze = catalogo.Capienze.ToDictionary(c => c.Capienza.LottoId, c => c.Capienza);
        var atti = new DemoActs(piani, orario, capienze, Seme);
        await scrittori.Blocco.Write(
            atti.InOrder().TakeWhile(a => RomeTime.DayInRome(a.Utc!.Value) <= UltimoGiorno),
            scritti =>
            {
                if (scritti % OgniTanto == 0)
                {
                    Advance(scritti, atti.Quanti);
                }
            },
            ct);
    }

    private static PeopleOfEnte Gente(DemoCatalogo catalogo, Ente ente) =>
        new(ente, With(catalogo, ente, Ruolo.Rup), With(catalogo, ente, Ruolo.Istruttore));

    private static List<Guid> With(DemoCatalogo catalogo, Ente ente, Ruolo ruolo) =>
        [
            .. catalogo.Appartenenze
                .Where(a => a.EnteId == ente.Id && a.Ruolo == ruolo && (ruolo != Ruolo.Rup || SulPortale(catalogo, a)))
                .Select(a => a.PersonaId)
        ];

    private static bool SulPortale(DemoCatalogo catalogo, Appartenenza rup) =>
        catalogo.Registrazioni.Exists(r => r.PersonaId == rup.PersonaId && r.EnteId == rup.EnteId && r.Stato == StatoRegistrazione.Attiva);

    [LoggerMessage(Level = LogLevel.Information, Message = "Dati dimostrativi: {Scritti} atti su {Tutti}")]
    private partial void Advance(int scritti, int tutti);

    private async Task Affidamenti(DemoCatalogo catalogo, CancellationToken ct)
    {
        var storia = new DemoStory(scrittori.Runner, scrittori.Ids, scopes, clock, catalogo);
        await storia.UpTo(StatoAffidamento.CigAcquisito, "rup.tivoli", 0, "184500,00", 0xC41A01, ct);
        await storia.UpTo(StatoAffidamento.CigAcquisito, "rup.velletri", 1, "312000,00", 0xC41A02, ct);
        await storia.UpTo(StatoAffidamento.CigInRichiesta, "rup.tivoli", 1, "96750,50", 0, ct);
        await storia.UpTo(StatoAffidamento.EsitoDaVerificare, "rup2.tivoli", 0, "41200,00", 0, ct);
        await storia.UpTo(StatoAffidamento.ProntoPerIlPortale, "rup.tivoli", 2, "9800,00", 0, ct);
        await storia.UpTo(StatoAffidamento.InLavorazione, "rup.tivoli", 3, null, 0, ct);
        await storia.UpTo(StatoAffidamento.InLavorazione, "rup.velletri", 0, null, 0, ct);
        await storia.Soglia(3, "40000,00", ct);
        await storia.UpTo(StatoAffidamento.InApprovazione, "rup.velletri", 3, "58400,00", 0, ct);
    }
}
