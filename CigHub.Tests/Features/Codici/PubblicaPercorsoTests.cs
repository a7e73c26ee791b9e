using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Codici.Percorso;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Codici;

public sealed class PubblicaPercorsoTests : VersionedCommandContract<PubblicaPercorso>
{
    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(await Comando("Primo"), Bench.ActorOf("amministratore"));

        var versioni = await Bench.Query(db => db.Percorsi.AsNoTracking().OrderBy(p => p.Versione).ToListAsync());
        Assert.Equal([1, 2], versioni.Select(p => p.Versione));
        Assert.Equal("Primo", versioni[1].Passi[0].Testo);
        Assert.Equal(Azioni.PercorsoPubblicato, await Bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).Select(e => e.Azione).FirstAsync()));
    }

    [Fact]
    public async Task Le_richieste_in_corso_tengono_la_loro_versione_e_le_nuove_prendono_quella_nuova()
    {
        var prima = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var dopo = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.Succeeds(await Comando("Primo"), Bench.ActorOf("amministratore"));
        await Bench.Succeeds(new AvviaRichiestaCig(dopo, await Bench.Version(dopo), DichiarazioneConflitto.VersioneTesto));

        Assert.NotEqual("Primo", (await Scheda(prima)).Passi[0].Testo);
        Assert.Equal("Primo", (await Scheda(dopo)).Passi[0].Testo);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", await Comando("Primo"));
        await Bench.Refuses("accesso.negato", await Comando("Primo"), Bench.Auditor);
        Assert.Equal(1, await Bench.Query(db => db.Percorsi.CountAsync()));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var senza = await Comando("Primo");
        await Bench.Refuses("percorso.passi", senza with { Passi = [] }, Bench.ActorOf("amministratore"));
    }

    private protected override async Task<(PubblicaPercorso Command, Actor Actor)> SeenNow() => (await Comando("Primo"), Bench.ActorOf("amministratore"));

    private protected override async Task<Actor> ChangedBySecondPerson(PubblicaPercorso command, Actor first)
    {
        var altro = await Bench.AnotherAmministratore();
        await Bench.Succeeds(await Comando("Secondo"), altro);
        return altro;
    }

    private protected override Task<PubblicaPercorso> WithPresentVersion(PubblicaPercorso command) =>
        Task.FromResult(command with { Versione = command.Versione + 1 });

    private async Task<AffidamentoDetails> Scheda(Guid id) =>
        (await Bench.Reader.Read<DettaglioAffidamento, AffidamentoDetails>(Bench.Rup, q => q.Run(id))).Value;

    private async Task<PubblicaPercorso> Comando(string primoPasso)
    {
        var inVigore = await Bench.Query(db => db.Percorsi.AsNoTracking().OrderByDescending(p => p.Versione).FirstAsync());
        return new PubblicaPercorso(Guid.CreateVersion7(), inVigore.Versione,
            [.. inVigore.Passi.Select((p, i) => i == 0 ? p with { Testo = primoPasso } : p)], "Il primo passo ha altre parole");
    }
}
