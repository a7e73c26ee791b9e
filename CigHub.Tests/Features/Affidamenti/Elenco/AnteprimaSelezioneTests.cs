using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Elenco;

namespace CigHub.Tests.Features.Affidamenti.Elenco;

/// <summary>Checks that the preview of a command on the ticked rows says of each what the command then does.</summary>
public sealed class AnteprimaSelezioneTests : WithBench
{
    [Fact]
    public async Task L_anteprima_di_Elimina_dice_cio_che_il_comando_poi_fa()
    {
        Guid[] selezionati =
        [
            await Bench.Affidamento(StatoAffidamento.InLavorazione), await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale),
            await Bench.Affidamento(StatoAffidamento.CigInRichiesta), await Bench.Affidamento(StatoAffidamento.CigAcquisito, cig: 0x12345),
        ];
        var prima = Bench.Istantanea();
        var anteprima = (await Bench.Reader.Read<EliminazionePrevista, AnteprimaSelezione>(Bench.Rup, q => q.Run(selezionati))).Value;
        Assert.Equal(prima, Bench.Istantanea());

        Assert.Equal(selezionati.Length, anteprima.Voci.Count);
        foreach (var voce in anteprima.Voci)
        {
            var esito = await Bench.Run(new EliminaAffidamento(voce.Id, await Bench.Version(voce.Id)));
            Assert.Equal(voce.Motivo is null, esito.IsSuccess);
        }

        Assert.InRange(anteprima.Fatti, 1, selezionati.Length - 1);
        Assert.Contains("è nello stato «CIG in richiesta»", anteprima.Voci[2].Motivo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cio_che_e_di_un_altro_Ente_non_c_e()
    {
        var altrui = await Bench.Affidamento(StatoAffidamento.InLavorazione, rup: "rup.velletri");
        Assert.Empty((await Bench.Reader.Read<EliminazionePrevista, AnteprimaSelezione>(Bench.Rup, q => q.Run([altrui]))).Value.Voci);
    }

    [Fact]
    public async Task Chi_non_entra_nella_serie_ha_il_suo_perche()
    {
        var bozza = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var altro = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup2.tivoli");
        var mio = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var anteprima = (await Bench.Reader.Read<SeriePrevista, AnteprimaSelezione>(
            Bench.Rup, q => q.Run([mio, bozza, altro], Bench.Rup))).Value;

        Assert.Equal([bozza, altro, mio], anteprima.Voci.Select(v => v.Id));
        Assert.Contains("«In lavorazione»", anteprima.Voci[0].Motivo, StringComparison.Ordinal);
        Assert.Contains("il RUP è Marta Collevento", anteprima.Voci[1].Motivo, StringComparison.Ordinal);
        Assert.Null(anteprima.Voci[2].Motivo);
    }
}
