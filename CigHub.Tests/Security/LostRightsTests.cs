using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Security;

/// <summary>Checks that a right which has ended, or never existed, is refused at the next command and at the next query.</summary>
public sealed class LostRightsTests : WithBench
{
    [Fact]
    public async Task Un_appartenenza_terminata_vale_fino_al_giorno_prima()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var rup = Banco.Rup;
        var oggi = DateOnly.FromDateTime(TestBench.Adesso.UtcDateTime);
        await Come_amministrazione(async db => (await db.Appartenenze.SingleAsync(a => a.PersonaId == rup.PersonaId)).Termina(oggi.AddDays(1), oggi));
        await Legge(rup, id);

        // The day ends at midnight in Rome. In winter 23:00 UTC is already the next day there.
        Banco.Orologio.SetUtcNow(new DateTimeOffset(oggi.ToDateTime(new TimeOnly(23, 0)), TimeSpan.Zero));
        await Banco.Denied(typeof(AvviaRichiestaCig), id, rup, Authorizer.Negata.Code);
        await NonLegge(rup, id);
    }

    [Fact]
    public async Task Una_persona_disattivata_non_fa_e_non_legge_piu_nulla()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var rup = Banco.Rup;
        await Legge(rup, id);
        await Come_amministrazione(async db => (await db.Persone.SingleAsync(p => p.Id == rup.PersonaId)).Disattiva());
        await Banco.Denied(typeof(AvviaRichiestaCig), id, rup, Authorizer.Negata.Code);
        await NonLegge(rup, id);
    }

    [Fact]
    public async Task Un_ruolo_che_manca_nel_token_o_un_Ente_che_non_e_il_suo_non_valgono()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var rup = Banco.Rup;
        Actor[] finti =
        [
            rup with { RuoliToken = [] },
            rup with { RuoliToken = [Ruolo.Istruttore, Ruolo.Responsabile] },
            rup with { EnteId = null },
            rup with { EnteId = Banco.RupDiUnAltroEnte.EnteId },
            rup with { PersonaId = Guid.CreateVersion7() },
            Banco.Come("istruttore.tivoli") with { Ruolo = Ruolo.Rup, RuoliToken = [Ruolo.Rup, Ruolo.Istruttore] },
        ];
        foreach (var finto in finti)
        {
            await Banco.Denied(typeof(AvviaRichiestaCig), id, finto, Authorizer.Negata.Code);
            await NonLegge(finto, id);
        }

        await Banco.Riesce(new AvviaRichiestaCig(id, await Banco.Version(id), DichiarazioneConflitto.VersioneTesto), rup);
    }

    [Fact]
    public async Task Un_comando_rifiutato_per_altro_non_cambia_nulla()
    {
        var altro = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "8000,00");
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "7000,01");
        await Banco.Riesce(new AvviaRichiestaCig(altro, await Banco.Version(altro), DichiarazioneConflitto.VersioneTesto));
        var version = await Banco.Version(id);
        var prima = Banco.Istantanea();
        await Banco.Rifiuta("capienza.insufficiente", new AvviaRichiestaCig(id, version, DichiarazioneConflitto.VersioneTesto));
        await Banco.Rifiuta("affidamento.stato", new SegnaPronto(id, version));
        await Banco.Rifiuta(StaleEdit.ErrorCode, new RiportaInLavorazione(id, version - 1));
        await Banco.Rifiuta("nota.mancante", new RegistraRifiuto(id, "", version));
        Assert.Equal(prima, Banco.Istantanea());
    }

    private async Task Legge(Actor attore, Guid id) =>
        Assert.True((await Banco.Lettore.Leggi<DettaglioAffidamento, AffidamentoDetails>(attore, q => q.Esegui(id))).IsSuccess);

    private async Task NonLegge(Actor attore, Guid id)
    {
        var esito = await Banco.Lettore.Leggi<DettaglioAffidamento, AffidamentoDetails>(attore, q => q.Esegui(id));
        Assert.Equal(Authorizer.Negata, Assert.Single(esito.Errors));
    }

    private Task Come_amministrazione(Func<Web.Data.CigHubDbContext, Task> cambia) =>
        Banco.Services.GetRequiredService<SystemWriter>().Scrivi(async db =>
        {
            await cambia(db);
            return Events.Di(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Catalogo, Guid.Empty, null));
        });
}
