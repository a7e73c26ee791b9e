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
        await Banco.Riesce(Comando("Pagina bianca dopo SPID"), Banco.Come("istruttore.tivoli"));

        var aperto = await Banco.Legge(db => db.Malfunzionamenti.SingleAsync());
        Assert.Equal((TestBench.Adesso.UtcDateTime, "Pagina bianca dopo SPID", Banco.Come("istruttore.tivoli").PersonaId),
            (aperto.Dal, aperto.Nota, aperto.SegnalatoDaId));
        Assert.Null(aperto.Al);
        var visto = (await Banco.Lettore.Leggi<StoriaMalfunzionamenti, IReadOnlyList<MalfunzionamentoRow>>(
            Banco.RupDiUnAltroEnte, async q => await q.InCorso())).Value;
        Assert.Single(visto);
    }

    [Fact]
    public async Task La_propria_richiesta_gia_riletta_diventa_da_verificare_e_le_altre_no()
    {
        var inviata = await Banco.Affidamento(StatoAffidamento.CigInRichiesta);
        var soloAperta = await Banco.Affidamento(StatoAffidamento.CigInRichiesta);
        await Banco.Riesce(new ConfermaRilettura(inviata, await Banco.Version(inviata)));

        await Banco.Riesce(Comando());

        Assert.Equal(StatoAffidamento.EsitoDaVerificare, (await Banco.Rileggi(inviata)).Stato);
        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Banco.Rileggi(soloAperta)).Stato);
        Assert.Equal(1, await Banco.Legge(db => db.Registro.CountAsync(e => e.Azione == Azioni.EsitoDaVerificare && e.OggettoId == inviata.ToString())));
    }

    [Fact]
    public async Task La_richiesta_di_un_collega_non_cambia()
    {
        var delCollega = await Banco.Affidamento(StatoAffidamento.CigInRichiesta);
        await Banco.Riesce(new ConfermaRilettura(delCollega, await Banco.Version(delCollega)));

        await Banco.Riesce(Comando(), Banco.Come("rup2.tivoli", Ruolo.Rup));

        Assert.Equal(StatoAffidamento.CigInRichiesta, (await Banco.Rileggi(delCollega)).Stato);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Banco.Rifiuta("accesso.negato", Comando(), Banco.Auditor);
        await Banco.Rifiuta("accesso.negato", Comando(), Banco.Come("amministratore"));
        Assert.Equal(0, await Banco.Legge(db => db.Malfunzionamenti.CountAsync()));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Riesce(Comando());
        Banco.Orologio.Advance(TimeSpan.FromMinutes(5));
        var errore = await Banco.Rifiuta("malfunzionamento.gia-segnalato", Comando(), Banco.RupDiUnAltroEnte);
        Assert.Contains("10:00", errore.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Banco.Legge(db => db.Malfunzionamenti.CountAsync()));
    }

    private static SegnalaMalfunzionamento Comando(string nota = "") => new(Guid.CreateVersion7(), nota);
}

public sealed class ChiudiMalfunzionamentoTests : VersionedCommandContract<ChiudiMalfunzionamento>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Segnala();
        Banco.Orologio.Advance(TimeSpan.FromMinutes(47));
        await Banco.Riesce(new ChiudiMalfunzionamento(id, 0), Banco.RupDiUnAltroEnte);

        var voce = (await Banco.Lettore.Leggi<StoriaMalfunzionamenti, ListPage<MalfunzionamentoRow>>(
            Banco.Auditor, async q => await q.Esegui())).Value.Voci.Single();
        Assert.Equal(TimeSpan.FromMinutes(47), voce.Durata(DateTime.MaxValue));
        Assert.NotNull(voce.ChiusoDa);
        Assert.Empty((await Banco.Lettore.Leggi<StoriaMalfunzionamenti, IReadOnlyList<MalfunzionamentoRow>>(Banco.Rup, async q => await q.InCorso())).Value);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Segnala();
        await Banco.Rifiuta("accesso.negato", new ChiudiMalfunzionamento(id, 0), Banco.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Segnala();
        await Banco.Riesce(new ChiudiMalfunzionamento(id, 0));
        await Banco.Rifiuta("malfunzionamento.chiuso", new ChiudiMalfunzionamento(id, 1));
        await Banco.Rifiuta("dati.non-trovato", new ChiudiMalfunzionamento(Guid.CreateVersion7(), 0));
    }

    private protected override string? EndedBySecondChange => "malfunzionamento.chiuso";

    private protected override async Task<(ChiudiMalfunzionamento Command, Actor Actor)> SeenNow() =>
        (new ChiudiMalfunzionamento(await Segnala(), 0), Banco.Rup);

    private async Task<Guid> Segnala()
    {
        var id = Guid.CreateVersion7();
        await Banco.Riesce(new SegnalaMalfunzionamento(id, ""));
        return id;
    }
}
