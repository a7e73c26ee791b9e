using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Convenzioni.Chiusura;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Convenzioni;

public sealed class SalvaConvenzioneTests : VersionedCommandContract<SalvaConvenzione>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.ConvenzioneCreata();
        var nuova = await Bench.Convenzione(id);
        Assert.Equal(("Arredi scolastici – ed. 1", DisciplinaApplicabile.Dlgs36Del2023, new DateOnly(2027, 5, 31)),
            (nuova.Titolo, nuova.Disciplina, nuova.AdesioniAl));
        Assert.Equal((Importo.DaEuro(5000), 24, true, false), (nuova.OrdineMinimo, nuova.DurataMassimaMesi, nuova.QuintoPrevisto, nuova.OpzioniPreviste));

        var form = ConvenzioneForm.Of(nuova);
        (form.Titolo, form.OrdineMinimo) = ("Arredi scolastici – ed. 2", "");
        var ricevuta = await Bench.Succeeds(new SalvaConvenzione(id, form, nuova.Version), Bench.Amministratore());
        var cambiata = await Bench.Convenzione(id);
        Assert.Equal(("Arredi scolastici – ed. 2", null, ricevuta.Version), (cambiata.Titolo, cambiata.OrdineMinimo, cambiata.Version));
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq));
        Assert.Equal(Azioni.ConvenzioneSalvata, evento.Azione);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new SalvaConvenzione(Guid.CreateVersion7(), SampleCatalogo.Convenzione(), null);
        foreach (var actor in new[] { Bench.Rup, Bench.Auditor, Bench.ActorOf("responsabile"), Bench.Amministratore() with { RuoliToken = [Ruolo.Rup] } })
        {
            await Bench.Refuses("accesso.negato", comando, actor);
        }

        Assert.False(await Bench.Query(db => db.Convenzioni.AnyAsync(c => c.Id == comando.Id)));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.ConvenzioneCreata();
        await Bench.Refuses("convenzione.esiste-gia", new SalvaConvenzione(id, SampleCatalogo.Convenzione(), null), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new SalvaConvenzione(Guid.CreateVersion7(), SampleCatalogo.Convenzione(), 0), Bench.Amministratore());
    }

    private protected override async Task<(SalvaConvenzione Command, Actor Actor)> SeenNow()
    {
        var mia = SampleCatalogo.Convenzione();
        mia.Titolo = "Un altro titolo";
        return (new SalvaConvenzione(await Bench.ConvenzioneCreata(), mia, 0), Bench.Amministratore());
    }

    [Theory]
    [InlineData(nameof(ConvenzioneForm.Titolo), "", "modulo.mancante")]
    [InlineData(nameof(ConvenzioneForm.DataBando), "31/02/2026", "data.inesistente")]
    [InlineData(nameof(ConvenzioneForm.DataBando), "1/6/2023", "convenzione.disciplina", nameof(ConvenzioneForm.Disciplina))]
    [InlineData(nameof(ConvenzioneForm.Disciplina), "", "modulo.mancante")]
    [InlineData(nameof(ConvenzioneForm.AdesioniAl), "30/05/2026", "convenzione.finestra-rovesciata")]
    [InlineData(nameof(ConvenzioneForm.AdesioniDal), "01/01/2020", "convenzione.finestra-prima-del-bando")]
    [InlineData(nameof(ConvenzioneForm.OrdineMinimo), "100,123", "importo.decimali")]
    [InlineData(nameof(ConvenzioneForm.OrdineMinimo), "0", "convenzione.ordine-minimo")]
    [InlineData(nameof(ConvenzioneForm.OrdineMinimo), "-1", "convenzione.ordine-minimo")]
    [InlineData(nameof(ConvenzioneForm.OrdineMinimo), "tanto", "importo.formato")]
    [InlineData(nameof(ConvenzioneForm.DurataMassimaMesi), "0", "convenzione.durata-massima")]
    [InlineData(nameof(ConvenzioneForm.DurataMassimaMesi), "1,5", "numero.formato")]
    [InlineData(nameof(ConvenzioneForm.Erosione), "99", "modulo.mancante")]
    public async Task Un_valore_sbagliato_e_detto_al_suo_campo(string campo, string testo, string codice, string? alCampo = null)
    {
        var form = SampleCatalogo.Convenzione();
        typeof(ConvenzioneForm).GetProperty(campo)!.SetValue(form, testo);
        var errore = await Bench.Refuses(codice, new SalvaConvenzione(Guid.CreateVersion7(), form, null), Bench.Amministratore());
        Assert.Equal(alCampo ?? campo, errore.Field);
        Assert.Contains(form.Values(), v => v.Name == errore.Field);
    }

    [Fact]
    public async Task Un_testo_di_centomila_caratteri_e_rifiutato_al_campo()
    {
        var form = SampleCatalogo.Convenzione();
        form.Titolo = new string('x', 100_000);
        var errore = await Bench.Refuses("modulo.troppo-lungo", new SalvaConvenzione(Guid.CreateVersion7(), form, null), Bench.Amministratore());
        Assert.Equal(nameof(ConvenzioneForm.Titolo), errore.Field);
    }
}

public sealed class ChiudiConvenzioneTests : VersionedCommandContract<ChiudiConvenzione>
{
    public override async Task Fa_cio_che_dice()
    {
        var lotto = Bench.Catalogo.Lotti[0];
        await Bench.Succeeds(new ChiudiConvenzione(lotto.ConvenzioneId, 0), Bench.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 24), (await Bench.Convenzione(lotto.ConvenzioneId)).ChiusaDal);
        var nuovo = new NuovoAffidamento(Guid.CreateVersion7(), lotto.Id, Bench.Rup.PersonaId, lotto.Fornitori[0].IdPartecipante, null);
        await Bench.Refuses("convenzione.chiusa", nuovo);
        await Bench.Succeeds(new RiapriConvenzione(lotto.ConvenzioneId, 1), Bench.Amministratore());
        await Bench.Succeeds(nuovo);
    }

    public override Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        Bench.Refuses("accesso.negato", new ChiudiConvenzione(Bench.Catalogo.Convenzioni[0].Id, 0), Bench.ActorOf("responsabile"));

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.ConvenzioneCreata();
        await Bench.Succeeds(new ChiudiConvenzione(id, 0), Bench.Amministratore());
        await Bench.Refuses("convenzione.gia-chiusa", new ChiudiConvenzione(id, 1), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new ChiudiConvenzione(Guid.CreateVersion7(), 0), Bench.Amministratore());
    }

    private protected override async Task<(ChiudiConvenzione Command, Actor Actor)> SeenNow() =>
        (new ChiudiConvenzione(await Bench.ConvenzioneCreata(), 0), Bench.Amministratore());
}

public sealed class RiapriConvenzioneTests : VersionedCommandContract<RiapriConvenzione>
{
    private async Task<Guid> Chiusa()
    {
        var id = await Bench.ConvenzioneCreata();
        await Bench.Succeeds(new ChiudiConvenzione(id, 0), Bench.Amministratore());
        return id;
    }

    public override async Task Fa_cio_che_dice()
    {
        var id = await Chiusa();
        await Bench.Succeeds(new RiapriConvenzione(id, 1), Bench.Amministratore());
        Assert.Null((await Bench.Convenzione(id)).ChiusaDal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        await Bench.Refuses("accesso.negato", new RiapriConvenzione(await Chiusa(), 1), Bench.Rup);

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("convenzione.aperta", new RiapriConvenzione(await Bench.ConvenzioneCreata(), 0), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new RiapriConvenzione(Guid.CreateVersion7(), 0), Bench.Amministratore());
    }

    private protected override async Task<(RiapriConvenzione Command, Actor Actor)> SeenNow() =>
        (new RiapriConvenzione(await Chiusa(), 1), Bench.Amministratore());
}
