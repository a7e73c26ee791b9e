using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.Spesa.Avvisi;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Spesa;

/// <summary>Checks that a muted alert leaves the list until its day, for its Ente only, and shows again when it gets worse.</summary>
public sealed class SilenziaAvvisoTests : CommandContract<SilenziaAvviso>
{
    private const string Motivo = "nuova gara già avviata";

    private Actor Dirigente => Bench.Responsabile();

    public override async Task Fa_cio_che_dice()
    {
        var avviso = await Basso();
        await Bench.Succeeds(Silenzio(avviso), Dirigente);
        var view = await Avvisi(Dirigente);
        Assert.DoesNotContain(view.Attivi, a => Stesso(a, avviso));
        var muto = Assert.Single(view.Silenziati);
        Assert.Equal((avviso, new DateOnly(2026, 12, 24), Motivo), (muto.Avviso, muto.FinoAl, muto.Motivo));
        Assert.Contains("Bentivegni", muto.Chi, StringComparison.Ordinal);
        Assert.Equal(1, await Bench.Query(db => db.Registro.CountAsync(r => r.Azione == Azioni.AvvisoSilenziato)));

        // Auditors of all Enti see what the office muted. Nobody else of the catalogue does, and the last day is inclusive.
        Assert.Single((await Avvisi(Bench.Auditor)).Silenziati);
        Bench.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Single((await Avvisi(Dirigente)).Silenziati);
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains((await Avvisi(Dirigente)).Attivi, a => Stesso(a, avviso));
        Assert.Empty((await Avvisi(Dirigente)).Silenziati);
        await Bench.Succeeds(Silenzio(avviso) with { FinoAl = "31/12/2026" }, Dirigente);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = Silenzio(await Basso());
        foreach (var actor in new[] { Bench.Rup, Bench.Auditor, Bench.Amministratore() })
        {
            await Bench.Refuses("accesso.negato", comando, actor);
        }

        // What one Ente mutes stays its own.
        var tivoli = Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile);
        await Bench.Aderito("1.000,00");
        await Bench.Succeeds(comando, tivoli);
        Assert.Empty((await Avvisi(Dirigente)).Silenziati);
        Assert.Empty((await Avvisi(Bench.RupOfAnotherEnte)).Silenziati);
        await Bench.Succeeds(comando, Dirigente);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = Silenzio(await Basso());
        await Bench.Refuses("dati.non-trovato", comando with { LottoId = Guid.CreateVersion7() }, Dirigente);
        Assert.Equal(nameof(SilenziaAvviso.Motivo), (await Bench.Refuses("modulo.mancante", comando with { Motivo = " " }, Dirigente)).Field);
        Assert.Equal(nameof(SilenziaAvviso.FinoAl), (await Bench.Refuses("avviso.giorno", comando with { FinoAl = "24/11/2026" }, Dirigente)).Field);
        await Bench.Refuses("modulo.troppo-lungo", comando with { Motivo = new string('x', AvvisoSilenziato.MaxMotivo + 1) }, Dirigente);
        await Bench.Succeeds(comando, Dirigente);
        await Bench.Refuses("avviso.gia-silenziato", comando, Dirigente);
    }

    [Fact]
    public async Task Un_avviso_che_peggiora_si_vede_di_nuovo()
    {
        var avviso = await Basso();
        await Bench.Succeeds(Silenzio(avviso), Dirigente);
        var lotto = Bench.Catalogo.Lotti.Single(l => l.Id == avviso.LottoId);

        // The Convenzione's own thresholds make the same residuo urgent.
        await Soglie(lotto.ConvenzioneId, "60", "50", "40");
        var peggio = Assert.Single((await Avvisi(Dirigente)).Attivi, a => Stesso(a, avviso));
        Assert.Equal((GravitaAvviso.Alta, avviso.Gravita > GravitaAvviso.Alta), (peggio.Gravita, true));
        Assert.EndsWith("meno del 40 %.", peggio.Frase.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await Bench.Succeeds(Silenzio(peggio), Dirigente);
        Assert.Single((await Avvisi(Dirigente)).Silenziati);
    }

    [Fact]
    public async Task Le_soglie_di_una_Convenzione_sono_solo_sue()
    {
        var avviso = await Basso();
        var lotto = Bench.Catalogo.Lotti.Single(l => l.Id == avviso.LottoId);
        await Soglie(lotto.ConvenzioneId, "3", "2", "1");
        var ora = Assert.Single((await Avvisi(Dirigente)).Attivi, a => Stesso(a, avviso));
        Assert.EndsWith("meno del 3 %.", ora.Frase.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain((await Avvisi(Dirigente)).Attivi, a => a.LottoId != lotto.Id && a.Tipo == TipoAvviso.ResiduoBasso);
        Assert.Contains(
            await Bench.EventiSu(lotto.ConvenzioneId), e => e.Contains("\"Soglie.ResiduoBasso\":3", StringComparison.Ordinal));
    }

    /// <summary>Returns the alert about the Lotto that is nearly used up, milder than it could be.</summary>
    private async Task<AvvisoShown> Basso()
    {
        var quasi = Bench.Catalogo.Lotti[2];
        await Soglie(quasi.ConvenzioneId, "90", "2", "1");
        return Assert.Single((await Avvisi(Dirigente)).Attivi, a => a.Tipo == TipoAvviso.ResiduoBasso && a.LottoId == quasi.Id);
    }

    private static SilenziaAvviso Silenzio(AvvisoShown a) => new(a.LottoId, a.Tipo, a.Gravita, "24/12/2026", Motivo);

    private static bool Stesso(AvvisoShown uno, AvvisoShown altro) => (uno.LottoId, uno.Tipo) == (altro.LottoId, altro.Tipo);

    private async Task Soglie(Guid convenzioneId, string basso, string medio, string minimo)
    {
        var adesso = await Bench.Query(db => db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == convenzioneId));
        var form = ConvenzioneForm.Of(adesso);
        (form.ResiduoBasso, form.ResiduoMedio, form.ResiduoMinimo) = (basso, medio, minimo);
        await Bench.Succeeds(new SalvaConvenzione(convenzioneId, form, adesso.Version), Bench.Amministratore());
    }

    private async Task<AvvisiView> Avvisi(Actor actor) => (await Bench.Reader.Read<AvvisiAttuali, AvvisiView>(actor, async q => await q.Run())).Value;
}

/// <summary>Checks that a muted alert can be shown again by whoever works for the same Ente.</summary>
public sealed class RiattivaAvvisoTests : CommandContract<RiattivaAvviso>
{
    private Guid Lotto => Bench.Catalogo.Lotti[2].Id;

    private RiattivaAvviso Comando => new(Lotto, TipoAvviso.ResiduoBasso);

    public override async Task Fa_cio_che_dice()
    {
        await Silenzia(Bench.Responsabile());
        await Bench.Succeeds(Comando, Bench.Responsabile());
        Assert.Equal(0, await Bench.Query(db => db.AvvisiSilenziati.CountAsync()));
        Assert.Equal(1, await Bench.Query(db => db.Registro.CountAsync(r => r.Azione == Azioni.AvvisoRiattivato)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Silenzia(Bench.Responsabile());
        await Bench.Refuses("accesso.negato", Comando, Bench.Auditor);
        await Bench.Refuses("avviso.non-silenziato", Comando, Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("avviso.non-silenziato", Comando, Bench.Responsabile());
        await Silenzia(Bench.Responsabile());
        await Bench.Succeeds(Comando, Bench.Responsabile());
        await Bench.Refuses("avviso.non-silenziato", Comando, Bench.Responsabile());
    }

    private Task Silenzia(Actor chi) =>
        Bench.Succeeds(new SilenziaAvviso(Lotto, TipoAvviso.ResiduoBasso, GravitaAvviso.Bassa, "24/12/2026", "gara avviata"), chi);
}
