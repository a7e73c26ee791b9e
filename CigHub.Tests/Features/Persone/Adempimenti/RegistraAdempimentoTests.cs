using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Web.Features.Persone.Adempimenti;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Persone.Adempimenti;

/// <summary>
/// Tests the yearly declaration and the training of people: who records them, and that each is missing again when a new year begins.
/// </summary>
public sealed class RegistraAdempimentoTests : CommandContract<RegistraAdempimento>
{
    private Actor Amministratore => Bench.ActorOf("amministratore");

    public override async Task Fa_cio_che_dice()
    {
        Assert.Equal(Enum.GetValues<TipoAdempimento>(), (await View(Amministratore)).Mancanti);
        var comando = Comando(TipoAdempimento.DichiarazioneAnnuale);
        await Bench.Succeeds(comando, Amministratore);
        var view = await View(Bench.Auditor);
        Assert.Equal([TipoAdempimento.Formazione], view.Mancanti);
        Assert.Equal((comando.Id, "Protocollo 2026/771"), (Assert.Single(view.Fatti).Id, view.Fatti[0].Atto));
        await Bench.Refuses("adempimento.gia-registrato", comando, Amministratore);
        Assert.Equal(1, await Bench.Query(db => db.Adempimenti.CountAsync()));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = Comando(TipoAdempimento.Formazione);
        await Bench.Refuses("accesso.negato", comando);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
        await Bench.Refuses("adempimento.proprio", comando with { PersonaId = Amministratore.PersonaId }, Amministratore);
        var diVelletri = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        Assert.False((await Bench.Reader.Read<AdempimentiDellaPersona, AdempimentiView>(diVelletri, q => q.Run(Bench.Rup.PersonaId, diVelletri))).IsSuccess);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = Comando(TipoAdempimento.Formazione);
        await Bench.Refuses("dati.non-trovato", comando with { PersonaId = Guid.CreateVersion7() }, Amministratore);
        await Bench.Refuses("modulo.mancante", comando with { Form = new AdempimentoForm() }, Amministratore);
        comando.Form.Giorno = "25/11/2026";
        await Bench.Refuses("adempimento.giorno-futuro", comando, Amministratore);
    }

    [Fact]
    public async Task Con_l_anno_nuovo_manca_di_nuovo_e_chi_non_ha_piu_un_ruolo_non_deve_nulla()
    {
        foreach (var tipo in Enum.GetValues<TipoAdempimento>())
        {
            await Bench.Succeeds(Comando(tipo), Amministratore);
        }

        Bench.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 22, 30, 0, TimeSpan.Zero));
        Assert.Empty((await View(Bench.Auditor)).Mancanti);
        Bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Enum.GetValues<TipoAdempimento>(), (await View(Bench.Auditor)).Mancanti);
        var oggi = new DateOnly(2027, 1, 1);
        await Bench.Query(db => db.Appartenenze.Where(a => a.PersonaId == Bench.Rup.PersonaId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Fino, oggi)));
        Assert.Empty((await View(Bench.Auditor)).Mancanti);
    }

    private RegistraAdempimento Comando(TipoAdempimento tipo) => new(
        Guid.CreateVersion7(), Bench.Rup.PersonaId, new AdempimentoForm { Tipo = tipo.ToString(), Giorno = "20/11/2026", Atto = "Protocollo 2026/771" });

    private async Task<AdempimentiView> View(Actor actor) =>
        (await Bench.Reader.Read<AdempimentiDellaPersona, AdempimentiView>(actor, q => q.Run(Bench.Rup.PersonaId, actor))).Value;
}
