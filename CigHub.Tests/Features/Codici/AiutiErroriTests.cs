using CigHub.Domain.Codici;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Features.Codici.Errori;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Codici;

public sealed class SalvaAiutoErroreTests : VersionedCommandContract<SalvaAiutoErrore>
{
    private Actor Amministratore => Bench.ActorOf("amministratore");

    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(Comando(), Amministratore);
        var aiuti = await Aiuti();
        Assert.Equal(AiutiForniti.Tutti.Count, aiuti.Count);
        var nostro = aiuti.Single(a => a.Codice == "ERR98");
        Assert.Equal(("Il Lotto è deserto.", Rimedio.Chiedere), (nostro.Causa, nostro.Rimedio));
        await Bench.RegistroIntegro();
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", Comando());
        await Bench.Refuses("accesso.negato", Comando(), Bench.ActorOf("responsabile"));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Succeeds(Comando(), Amministratore);
        var altro = await Bench.Refuses("aiuto.codice-ripetuto", Comando(), Amministratore);
        Assert.Equal("Codice", altro.Field);
    }

    [Fact]
    public async Task Un_codice_nuovo_di_ANAC_si_aggiunge()
    {
        await Bench.Succeeds(Comando("err160"), Amministratore);
        Assert.Equal("ERR160", (await Aiuti())[^1].Codice);
        await Bench.Refuses("errore.codice", Comando("98"), Amministratore);
        await Bench.Refuses("aiuto.codice", Comando("ERR1, ERR2"), Amministratore);
    }

    private protected override async Task<(SalvaAiutoErrore Command, Actor Actor)> SeenNow()
    {
        var comando = Comando();
        await Bench.Succeeds(comando, Amministratore);
        return (comando with { Version = 0 }, Amministratore);
    }

    private static SalvaAiutoErrore Comando(string codice = "ERR98") => new(
        Guid.CreateVersion7(),
        new AiutoForm
        {
            Codice = codice,
            Testo = "errore durante la validazione del CIG negli accordi quadro",
            Causa = "Il Lotto è deserto.",
            CheFare = "Scrivi alla CMRC.",
            Rimedio = nameof(Rimedio.Chiedere),
            AChi = "CMRC",
            Fonte = "CMRC, nota del 20/11/2026",
        },
        null);

    private async Task<IReadOnlyList<AiutoErrore>> Aiuti() =>
        (await Bench.Reader.Read<ListaAiuti, IReadOnlyList<AiutoErrore>>(Bench.Rup, async q => await q.Run())).Value;
}
