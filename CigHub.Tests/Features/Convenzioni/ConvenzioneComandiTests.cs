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
        var id = await Banco.ConvenzioneCreata();
        var nuova = await Banco.Convenzione(id);
        Assert.Equal(("Arredi scolastici – ed. 1", DisciplinaApplicabile.Dlgs36Del2023, new DateOnly(2027, 5, 31)),
            (nuova.Titolo, nuova.Disciplina, nuova.AdesioniAl));
        Assert.Equal((Importo.DaEuro(5000), 24, true, false), (nuova.OrdineMinimo, nuova.DurataMassimaMesi, nuova.QuintoPrevisto, nuova.OpzioniPreviste));

        var modulo = ConvenzioneForm.Di(nuova);
        (modulo.Titolo, modulo.OrdineMinimo) = ("Arredi scolastici – ed. 2", "");
        var ricevuta = await Banco.Riesce(new SalvaConvenzione(id, modulo, nuova.Version), Banco.Amministratore());
        var cambiata = await Banco.Convenzione(id);
        Assert.Equal(("Arredi scolastici – ed. 2", null, ricevuta.Version), (cambiata.Titolo, cambiata.OrdineMinimo, cambiata.Version));
        var evento = await Banco.Legge(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq));
        Assert.Equal(Azioni.ConvenzioneSalvata, evento.Azione);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new SalvaConvenzione(Guid.CreateVersion7(), SampleCatalogo.Convenzione(), null);
        foreach (var attore in new[] { Banco.Rup, Banco.Auditor, Banco.Come("responsabile"), Banco.Amministratore() with { RuoliToken = [Ruolo.Rup] } })
        {
            await Banco.Rifiuta("accesso.negato", comando, attore);
        }

        Assert.False(await Banco.Legge(db => db.Convenzioni.AnyAsync(c => c.Id == comando.Id)));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Banco.ConvenzioneCreata();
        await Banco.Rifiuta("convenzione.esiste-gia", new SalvaConvenzione(id, SampleCatalogo.Convenzione(), null), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new SalvaConvenzione(Guid.CreateVersion7(), SampleCatalogo.Convenzione(), 0), Banco.Amministratore());
    }

    private protected override async Task<(SalvaConvenzione Command, Actor Actor)> SeenNow()
    {
        var mia = SampleCatalogo.Convenzione();
        mia.Titolo = "Un altro titolo";
        return (new SalvaConvenzione(await Banco.ConvenzioneCreata(), mia, 0), Banco.Amministratore());
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
        var modulo = SampleCatalogo.Convenzione();
        typeof(ConvenzioneForm).GetProperty(campo)!.SetValue(modulo, testo);
        var errore = await Banco.Rifiuta(codice, new SalvaConvenzione(Guid.CreateVersion7(), modulo, null), Banco.Amministratore());
        Assert.Equal(alCampo ?? campo, errore.Field);
        Assert.Contains(modulo.Voci(), v => v.Nome == errore.Field);
    }

    [Fact]
    public async Task Un_testo_di_centomila_caratteri_e_rifiutato_al_campo()
    {
        var modulo = SampleCatalogo.Convenzione();
        modulo.Titolo = new string('x', 100_000);
        var errore = await Banco.Rifiuta("modulo.troppo-lungo", new SalvaConvenzione(Guid.CreateVersion7(), modulo, null), Banco.Amministratore());
        Assert.Equal(nameof(ConvenzioneForm.Titolo), errore.Field);
    }
}

public sealed class ChiudiConvenzioneTests : VersionedCommandContract<ChiudiConvenzione>
{
    public override async Task Fa_cio_che_dice()
    {
        var lotto = Banco.Catalogo.Lotti[0];
        await Banco.Riesce(new ChiudiConvenzione(lotto.ConvenzioneId, 0), Banco.Amministratore());
        Assert.Equal(new DateOnly(2026, 11, 24), (await Banco.Convenzione(lotto.ConvenzioneId)).ChiusaDal);
        var nuovo = new NuovoAffidamento(Guid.CreateVersion7(), lotto.Id, Banco.Rup.PersonaId, lotto.Fornitori[0].IdPartecipante, null);
        await Banco.Rifiuta("convenzione.chiusa", nuovo);
        await Banco.Riesce(new RiapriConvenzione(lotto.ConvenzioneId, 1), Banco.Amministratore());
        await Banco.Riesce(nuovo);
    }

    public override Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        Banco.Rifiuta("accesso.negato", new ChiudiConvenzione(Banco.Catalogo.Convenzioni[0].Id, 0), Banco.Come("responsabile"));

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Banco.ConvenzioneCreata();
        await Banco.Riesce(new ChiudiConvenzione(id, 0), Banco.Amministratore());
        await Banco.Rifiuta("convenzione.gia-chiusa", new ChiudiConvenzione(id, 1), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new ChiudiConvenzione(Guid.CreateVersion7(), 0), Banco.Amministratore());
    }

    private protected override async Task<(ChiudiConvenzione Command, Actor Actor)> SeenNow() =>
        (new ChiudiConvenzione(await Banco.ConvenzioneCreata(), 0), Banco.Amministratore());
}

public sealed class RiapriConvenzioneTests : VersionedCommandContract<RiapriConvenzione>
{
    private async Task<Guid> Chiusa()
    {
        var id = await Banco.ConvenzioneCreata();
        await Banco.Riesce(new ChiudiConvenzione(id, 0), Banco.Amministratore());
        return id;
    }

    public override async Task Fa_cio_che_dice()
    {
        var id = await Chiusa();
        await Banco.Riesce(new RiapriConvenzione(id, 1), Banco.Amministratore());
        Assert.Null((await Banco.Convenzione(id)).ChiusaDal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        await Banco.Rifiuta("accesso.negato", new RiapriConvenzione(await Chiusa(), 1), Banco.Rup);

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Banco.Rifiuta("convenzione.aperta", new RiapriConvenzione(await Banco.ConvenzioneCreata(), 0), Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", new RiapriConvenzione(Guid.CreateVersion7(), 0), Banco.Amministratore());
    }

    private protected override async Task<(RiapriConvenzione Command, Actor Actor)> SeenNow() =>
        (new RiapriConvenzione(await Chiusa(), 1), Banco.Amministratore());
}
