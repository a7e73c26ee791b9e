using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Malfunzionamenti;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Malfunzionamenti;

public sealed class SegnalaMalfunzionamentoTests : CommandContract<SegnalaMalfunzionamento>
{
    public override async Task Fa_cio_che_dice()
    {
        await Bench.Succeeds(Comando("Pagina bianca dopo SPID"), Bench.ActorOf("istruttore.tivoli"));

        var aperto = await Bench.Query(db => db.Malfunzionamenti.SingleAsync());
        Assert.Equal((TestBench.Now.UtcDateTime, "Pagina bianca dopo SPID", Bench.ActorOf("istruttore.tivoli").PersonaId),
            (aperto.Dal, aperto.Nota, aperto.SegnalatoDaId));
        Assert.Null(aperto.Al);
        var visto = (await Bench.Reader.Read<StoriaMalfunzionamenti, IReadOnlyList<MalfunzionamentoRow>>(
            Bench.RupOfAnotherEnte, async q => await q.InCorso())).Value;
        Assert.Single(visto);
    }

    [Fact]
    public async Task La_propria_richiesta_gia_riletta_diventa_da_verificare_e_le_altre_no()
    {
        var inviata = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var soloAperta = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new ConfermaRilettura(inviata, await Bench.Version(inviata)));

        await Bench.Succeeds(Comando());

        Assert.Equal(StatoAffidamento.EsitoDaVerificare, (await Bench.ReadAgain(inviata)).Stato);
        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Bench.ReadAgain(soloAperta)).Stato);
        Assert.Equal(1, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.EsitoDaVerificare && e.OggettoId == inviata.ToString())));
    }

    [Fact]
    public async Task La_richiesta_di_un_collega_non_cambia()
    {
        var delCollega = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        await Bench.Succeeds(new ConfermaRilettura(delCollega, await Bench.Version(delCollega)));

        await Bench.Succeeds(Comando(), Bench.ActorOf("rup2.tivoli", Ruolo.Rup));

        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Bench.ReadAgain(delCollega)).Stato);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", Comando(), Bench.Auditor);
        await Bench.Refuses("accesso.negato", Comando(), Bench.ActorOf("amministratore"));
        Assert.Equal(0, await Bench.Query(db => db.Malfunzionamenti.CountAsync()));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Succeeds(Comando());
        Bench.Clock.Advance(TimeSpan.FromMinutes(5));
        var errore = await Bench.Refuses("malfunzionamento.gia-segnalato", Comando(), Bench.RupOfAnotherEnte);
        Assert.Contains("10:00", errore.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Bench.Query(db => db.Malfunzionamenti.CountAsync()));
    }

    private static SegnalaMalfunzionamento Comando(string nota = "") => new(Guid.CreateVersion7(), nota);
}

public sealed class ChiudiMalfunzionamentoTests : VersionedCommandContract<ChiudiMalfunzionamento>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Report();
        Bench.Clock.Advance(TimeSpan.FromMinutes(47));
        await Bench.Succeeds(new ChiudiMalfunzionamento(id, 0), Bench.RupOfAnotherEnte);

        var voce = (await Bench.Reader.Read<StoriaMalfunzionamenti, ListPage<MalfunzionamentoRow>>(
            Bench.Auditor, async q => await q.Run())).Value.Rows.Single();
        Assert.Equal(TimeSpan.FromMinutes(47), voce.Duration(DateTime.MaxValue));
        Assert.NotNull(voce.ChiusoDa);
        Assert.Empty((await Bench.Reader.Read<StoriaMalfunzionamenti, IReadOnlyList<MalfunzionamentoRow>>(Bench.Rup, async q => await q.InCorso())).Value);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Report();
        await Bench.Refuses("accesso.negato", new ChiudiMalfunzionamento(id, 0), Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Report();
        await Bench.Succeeds(new ChiudiMalfunzionamento(id, 0));
        await Bench.Refuses("malfunzionamento.chiuso", new ChiudiMalfunzionamento(id, 1));
        await Bench.Refuses("dati.non-trovato", new ChiudiMalfunzionamento(Guid.CreateVersion7(), 0));
    }

    private protected override string? EndedBySecondChange => "malfunzionamento.chiuso";

    private protected override async Task<(ChiudiMalfunzionamento Command, Actor Actor)> SeenNow() =>
        (new ChiudiMalfunzionamento(await Report(), 0), Bench.Rup);

    private async Task<Guid> Report()
    {
        var id = Guid.CreateVersion7();
        await Bench.Succeeds(new SegnalaMalfunzionamento(id, ""));
        return id;
    }
}
