using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.RegistrazioneAlPortale;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>Brings an Affidamento to a certain state by the commands that people use, so that ledger and registro agree with it.</summary>
internal sealed class DemoStory(CommandRunner runner, NewIds ids, IServiceScopeFactory scopes, TimeProvider clock, DemoCatalogo catalogo)
{
    /// <summary>The reason that people of the demonstration give for the choice among several suppliers.</summary>
    internal static SceltaFornitore Scelta { get; } = new(CriterioFornitore.Quota, "È il fornitore che finora ha usato meno della propria quota.");

    /// <param name="lotto">The index of the Lotto in the catalogue.</param>
    /// <param name="importo">The net amount; null leaves the draft incomplete.</param>
    /// <param name="cig">The number from which the CIG Derivato is made.</param>
    public async Task<Guid> UpTo(StatoAffidamento stato, string nomeUtente, int lotto, string? importo, int cig, CancellationToken ct)
    {
        var rup = Rup(nomeUtente);
        var id = ids.Next();
        var fornitore = catalogo.Lotti[lotto].Fornitori[0].IdPartecipante;
        const string motivo = "Confermato dal Soggetto Aggregatore con nota agli Enti aderenti.";
        Succeeded(await runner.Run(new NuovoAffidamento(id, catalogo.Lotti[lotto].Id, rup.PersonaId, fornitore, motivo, Scelta), rup, ct));
        if (importo is null)
        {
            return id;
        }

        await Completa(id, nomeUtente, lotto, importo, ct);
        if (stato == StatoAffidamento.InApprovazione)
        {
            Succeeded(await runner.Run(new InviaPerApprovazione(id, await Version(id, ct), Dichiarazione: DichiarazioneConflitto.VersioneTesto), rup, ct));
            return id;
        }

        Succeeded(await runner.Run(new SegnaPronto(id, await Version(id, ct), Dichiarazione: DichiarazioneConflitto.VersioneTesto), rup, ct));
        if (stato == StatoAffidamento.ProntoPerIlPortale)
        {
            return id;
        }

        Succeeded(await runner.Run(new AvviaRichiestaCig(id, await Version(id, ct), DichiarazioneConflitto.VersioneTesto), rup, ct));
        if (stato == StatoAffidamento.EsitoDaVerificare)
        {
            Succeeded(await runner.Run(new SegnaEsitoDaVerificare(id, await Version(id, ct)), rup, ct));
        }
        else if (stato == StatoAffidamento.CigAcquisito)
        {
            Succeeded(await runner.Run(new ConfermaRilettura(id, await Version(id, ct)), rup, ct));
            var aggiudicazione = await Query(db => db.Affidamenti.Where(a => a.Id == id).SelectMany(a => a.Aggiudicazioni).Select(g => g.Id).SingleAsync(ct));
            Succeeded(await runner.Run(new RegistraCigDerivato(id, aggiudicazione, InventedCodes.Cig('B', cig).Valore, await Version(id, ct)), rup, ct));
        }

        return id;
    }

    /// <summary>
    /// Sets the soglia di approvazione of a Lotto's Convenzione as an Amministratore. Affidamenti that are already on their way to the
    /// portal are not affected.
    /// </summary>
    public async Task Soglia(int lotto, string importo, CancellationToken ct)
    {
        var convenzione = await Query(db => db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == catalogo.Lotti[lotto].ConvenzioneId, ct));
        var form = ConvenzioneForm.Of(convenzione);
        form.SogliaApprovazione = importo;
        Succeeded(await runner.Run(new SalvaConvenzione(convenzione.Id, form, convenzione.Version), Amministratore(), ct));
    }

    /// <summary>
    /// Records as an Amministratore the Altre adesioni that the Soggetto Aggregatore has communicated since the catalogue was entered.
    /// </summary>
    public async Task RegistraComunicazioni(CancellationToken ct)
    {
        foreach (var (lotto, importo, data) in catalogo.ComunicazioniSuccessive)
        {
            var form = new AttoSulLottoForm
            {
                Importo = importo.ToString(),
                Descrizione = DemoCatalogo.Comunicazione,
                Data = RomeTime.Text(data),
                Protocollo = DemoCatalogo.Protocollo(data),
            };
            Succeeded(await runner.Run(new RegistraAltreAdesioni(lotto, form), Amministratore(), ct));
        }
    }

    /// <summary>Records as a RUP that registration on the portal was requested some days ago and is not answered yet.</summary>
    public async Task ChiedeLaRegistrazione(string nomeUtente, CancellationToken ct)
    {
        const int GiorniDiAttesa = 9;
        var rup = Rup(nomeUtente);
        var registrazione = await Query(db => db.RegistrazioniPortale.AsNoTracking().SingleAsync(r => r.PersonaId == rup.PersonaId, ct));
        var chiesta = RomeTime.Text(clock.Today().AddDays(-GiorniDiAttesa));
        Succeeded(await runner.Run(
            new AggiornaRegistrazione(registrazione.Id, PassoRegistrazione.SegnaRichiesta, chiesta, null, registrazione.Version),
            rup, ct));
    }

    /// <summary>
    /// Has the RUP of an Ente delegate everything that can be delegated to a colleague of the same Ente, from today, for three months.
    /// </summary>
    public async Task Delega(string rup, string delegato, CancellationToken ct)
    {
        var oggi = clock.Today();
        var form = new DelegaForm
        {
            Delegato = catalogo.Persone.Single(p => p.NomeUtente == delegato).Id.ToString(),
            Ambito = nameof(AmbitoDelega.Tutti),
            TipoAtto = nameof(TipoAttoDiNomina.OrdineDiServizio),
            NumeroAtto = "31",
            DataAtto = RomeTime.Text(oggi),
            Protocollo = $"{oggi.Year}/20817",
            Dal = RomeTime.Text(oggi),
            Al = RomeTime.Text(oggi.AddMonths(3)),
        };
        Succeeded(await runner.Run(new ConferisciDelega(ids.Next(), form), Rup(rup), ct));
    }

    /// <summary>Fills in, as the RUP, the fields of a draft that have no default, so that the draft is complete.</summary>
    public async Task Completa(Guid id, string nomeUtente, int lotto, string importo, CancellationToken ct) =>
        Succeeded(await runner.Run(
            new SalvaBozza(id, await Risposte(id, catalogo.Lotti[lotto].Caratteristiche.OggettoContratto, importo, ct)),
            Rup(nomeUtente), ct));

    private Actor Amministratore() =>
        new(catalogo.Appartenenze.First(a => a.Ruolo == Ruolo.Amministratore).PersonaId, Ruolo.Amministratore, null, [Ruolo.Amministratore]);

    private Actor Rup(string nomeUtente)
    {
        var persona = catalogo.Persone.Single(p => p.NomeUtente == nomeUtente);
        return new Actor(persona.Id, Ruolo.Rup, catalogo.Appartenenze.First(a => a.PersonaId == persona.Id && a.Ruolo == Ruolo.Rup).EnteId, [Ruolo.Rup]);
    }

    private async Task<IReadOnlyList<ModificaCampo>> Risposte(Guid id, string oggettoContratto, string importo, CancellationToken ct)
    {
        var bozza = await Query(db => db.Affidamenti.Where(a => a.Id == id).Select(a => a.Bozza).SingleAsync(ct));
        var voce = oggettoContratto == "supplies" ? "impForniture" : "impServizi";
        (string Percorso, string Testo)[] risposte =
        [
            (PercorsoAd4.DataAdesione, clock.Today().ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)),
            (PercorsoAd4.QuadroEconomico(0, voce), importo),
            (PercorsoAd4.QuadroEconomico(0, "sommeADisposizione"), "0,00"),
            (PercorsoAd4.Aggiudicazione(0, "afferenteInvestimentiPNRR"), "false"),
            (PercorsoAd4.Aggiudicazione(0, "acquisizioneCup"), "false"),
            (PercorsoAd4.Aggiudicazione(0, "finanziamenti/0/tipoFinanziamento"), "A"),
        ];
        return [.. risposte.Select(r => new ModificaCampo(r.Percorso, r.Testo, bozza.Testo(r.Percorso)))];
    }

    private Task<int> Version(Guid id, CancellationToken ct) => Query(db => db.Affidamenti.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(ct));

    private Task<T> Query<T>(Func<CigHubDbContext, Task<T>> domanda) => Ask(scopes, domanda);

    /// <summary>Asks the database as the system, in a new scope.</summary>
    internal static async Task<T> Ask<T>(IServiceScopeFactory scopes, Func<CigHubDbContext, Task<T>> domanda)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return await domanda(scope.ServiceProvider.GetRequiredService<CigHubDbContext>());
    }

    /// <summary>Stops the demonstration when a command was refused.</summary>
    internal static void Succeeded(Result esito)
    {
        if (!esito.IsSuccess)
        {
            throw new InvalidOperationException(
                $"The demonstration broke a rule: {string.Join("; ", esito.Errors.Select(e => $"{e.Code} {e.Field}: {e.Message}"))}");
        }
    }
}
