using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.DueDiligence;
using CigHub.Web.Features.Revisione.Campioni;
using CigHub.Web.Features.Revisione.Carte;
using CigHub.Web.Features.Revisione.Piano;
using CigHub.Web.Features.Revisione.Programma;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>
/// Gives the demonstration what an Auditor looks at: the due diligence about the suppliers of one Lotto, and one audit that is under way.
/// </summary>
internal sealed class DemoRevisione(CommandRunner runner, NewIds ids, IServiceScopeFactory scopes, TimeProvider clock, DemoCatalogo catalogo)
{
    private const string Ente = "Comune di Tivoli";

    private const int Carte = 5;

    /// <summary>Records the checks about the first supplier of a Lotto, as an Amministratore. One of them ends within the month.</summary>
    /// <param name="lotto">The index of the Lotto in the catalogue.</param>
    public async Task DueDiligence(int lotto, CancellationToken ct)
    {
        var (oggi, suo) = (clock.Today(), catalogo.Lotti[lotto]);
        foreach (var tipo in Enum.GetValues<TipoVerifica>().Where(t => t != TipoVerifica.Annotazioni))
        {
            var form = new VerificaFornitoreForm
            {
                Fornitore = suo.Fornitori[0].CodiceFiscale.Valore,
                Tipo = tipo.ToString(),
                Chi = nameof(ChiVerifica.Cmrc),
                Esito = nameof(EsitoDueDiligence.Regolare),
                Giorno = RomeTime.Text(oggi.AddDays(-100)),
                Scadenza = tipo switch
                {
                    TipoVerifica.Durc => RomeTime.Text(oggi.AddDays(DatiVerifica.GiorniDurc - 100)),
                    TipoVerifica.Antimafia => RomeTime.Text(oggi.AddMonths(8)),
                    _ => null,
                },
            };
            await Run(new RegistraVerificaLotto(suo.Id, ids.Next(), form), With(Ruolo.Amministratore), ct);
        }
    }

    /// <summary>
    /// Plans an audit of one Ente, draws its sample, fills in two working papers and adds a finding, for which the RUP answers. The other papers
    /// are left for whoever opens the demonstration.
    /// </summary>
    public async Task Audit(string rup, CancellationToken ct)
    {
        var (auditor, oggi, id, programma) = (With(Ruolo.Auditor), clock.Today(), ids.Next(), ids.Next());
        await Run(
            new RegistraProgramma(programma, new ProgrammaForm
            {
                Anno = $"{oggi.Year}",
                Obiettivi = "Verificare che ogni richiesta di CIG abbia prima la determina, la dichiarazione sui conflitti e la due diligence.",
                ApprovatoDa = "Segretario generale, decreto n. 12",
                ApprovatoIl = RomeTime.Text(new DateOnly(oggi.Year, 1, 1)),
                Previsti = "marzo Approvazioni sopra soglia\ngiugno Due diligence sui fornitori\nnovembre Richieste di CIG",
            }),
            auditor, ct);
        await Run(
            new PianificaAudit(id, new PianoForm
            {
                Titolo = $"Richieste di CIG del {oggi.Year}, {Ente}",
                Requisito = "Controlli operativi: dalla bozza al CIG e dopo",
                Ente = catalogo.Enti.Single(e => e.Denominazione == Ente).Id.ToString(),
                Programma = programma.ToString(),
                Dal = RomeTime.Text(oggi.AddMonths(-3)),
                Al = RomeTime.Text(oggi),
            }),
            auditor, ct);
        await Run(
            new EstraiCampione(id, new CampioneForm { Metodo = nameof(MetodoCampione.Casuale), Quanti = $"{Carte}", Seme = "seduta del nucleo 3f9c1a" }, 0),
            auditor, ct);
        var carte = await Query(db => db.CarteDiLavoro.Where(c => c.AuditId == id).OrderBy(c => c.Posizione).Select(c => c.Id).Take(2).ToListAsync(ct));
        await Run(
            new CompilaCarta(
                id, carte[0],
                new CartaForm { Esito = nameof(EsitoAudit.NonConformitaMinore), Esaminato = "Iter, eventi, determina di adesione" }, await Version(id, ct)),
            auditor, ct);
        await Run(
            new AggiungiConstatazione(
                id, ids.Next(), carte[0],
                new ConstatazioneForm
                {
                    Gravita = nameof(EsitoAudit.NonConformitaMinore),
                    Testo = "Nel fascicolo non c'è la determina di adesione.",
                    Causa = "Nessuno controlla il fascicolo prima di avviare la richiesta.",
                    Azione = "Allegare la determina prima della richiesta del CIG, e controllarlo nella rilettura.",
                    ResponsabileId = catalogo.Persone.Single(p => p.NomeUtente == rup).Id.ToString(),
                    Entro = RomeTime.Text(oggi.AddDays(30)),
                },
                await Version(id, ct)),
            auditor, ct);
        await Run(
            new CompilaCarta(
                id, carte[1], new CartaForm { Esito = nameof(EsitoAudit.Conforme), Esaminato = "Iter ed eventi" }, await Version(id, ct)),
            auditor, ct);
    }

    private Actor With(Ruolo ruolo) => new(catalogo.Appartenenze.First(a => a.Ruolo == ruolo && a.EnteId is null).PersonaId, ruolo, null, [ruolo]);

    private Task<int> Version(Guid id, CancellationToken ct) => Query(db => db.Audit.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(ct));

    private async Task Run<TCommand>(TCommand command, Actor actor, CancellationToken ct)
        where TCommand : ICommand => DemoStory.Succeeded(await runner.Run(command, actor, ct));

    private Task<T> Query<T>(Func<CigHubDbContext, Task<T>> domanda) => DemoStory.Ask(scopes, domanda);
}
