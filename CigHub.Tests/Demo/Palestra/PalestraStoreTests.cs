using CigHub.Domain.Codici;
using CigHub.Domain.Palestra;
using CigHub.Web.Demo.Palestra.Archivio;
using static CigHub.Tests.Domain.Palestra.SampleDocumenti;

namespace CigHub.Tests.Demo.Palestra;

/// <summary>
/// Checks the documenti and settings that the palestra stores for each user, and the state in which its simulated faults leave them.
/// </summary>
public sealed class PalestraStoreTests : WithPalestraStore
{
    private Task<PortaleAnswer> Richiedi(Guid id, DatiDocumento? dati = null, Guid? persona = null) =>
        Archivio.RichiediCig(persona ?? Persona, id, "Anna Rossi", dati ?? Completo);

    private async Task<Cig?> CigDi(Guid id, Guid? persona = null) => (await Archivio.Read(persona ?? Persona, id))?.CigDerivato;

    private async Task<Guid> ConIlCig(Guid? persona = null)
    {
        var id = Guid.NewGuid();
        Assert.Equal(PortaleOutcome.Concesso, (await Richiedi(id, persona: persona)).Esito);
        return id;
    }

    [Fact]
    public async Task I_CIG_si_danno_in_ordine_a_tutti_e_mai_due_volte_neanche_dopo_Ricomincia()
    {
        Assert.Equal(CigDiPalestra.Numero(0), await CigDi(await ConIlCig()));
        Assert.Equal(CigDiPalestra.Numero(1), await CigDi(await ConIlCig(Altra), Altra));
        await Archivio.StartOver(Persona);
        Assert.Empty(await Archivio.List(Persona));
        Assert.Single(await Archivio.List(Altra));
        await Restart();
        Assert.Equal(CigDiPalestra.Numero(2), await CigDi(await ConIlCig()));
    }

    [Fact]
    public async Task Cio_che_e_salvato_c_e_ancora_dopo_un_riavvio()
    {
        var id = Guid.NewGuid();
        await Archivio.Save(Persona, id, "Anna Rossi", Completo);
        await Archivio.Set(Persona, [new Guasto(TipoGuasto.Rifiuto, Ricorrenza.OgniTante, 5, "ERR69")]);
        await Restart();
        Assert.Equal(Completo, (await Archivio.Read(Persona, id))!.Dati);
        Assert.Equal(new Guasto(TipoGuasto.Rifiuto, Ricorrenza.OgniTante, 5, "ERR69"), (await Archivio.Comandi(Persona)).Guasto(TipoGuasto.Rifiuto));
    }

    [Fact]
    public async Task Venti_insieme_hanno_venti_CIG_diversi()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();
        await Task.WhenAll(ids.Select(id => Task.Run(() => Richiedi(id))));
        Assert.Equal(CigDiPalestra.Tutti.Take(20), (await Archivio.List(Persona)).Select(d => d.CigDerivato!).Order());
    }

    [Fact]
    public async Task Due_volte_lo_stesso_documento_un_CIG_solo()
    {
        var id = Guid.NewGuid();
        var esiti = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Richiedi(id))));
        Assert.Equal([PortaleOutcome.Concesso, PortaleOutcome.Rifiutato], esiti.Select(e => e.Esito).Order());
        Assert.Single(await Archivio.List(Persona));
    }

    [Fact]
    public async Task Il_documento_di_un_altro_e_come_se_non_ci_fosse()
    {
        var id = await ConIlCig();
        Assert.Null(await Archivio.Read(Altra, id));
        Assert.Equal("palestra.non-trovato", (await Archivio.Save(Altra, id, "Ugo", Completo)).Errors[0].Code);
        Assert.Equal("palestra.non-trovato", (await Archivio.Act(Altra, id, (d, utc) => d.Annulla(DocumentoPalestra.MotivoAmmesso, utc))).Errors[0].Code);
        Assert.Equal("palestra.non-trovato", (await Richiedi(id, persona: Altra)).Errors[0].Code);
        await Archivio.Elimina(Altra, [id]);
        await Archivio.Seleziona(Altra, [id]);
        Assert.Empty((await Archivio.Copy(Altra, [id])).Value);
        Assert.False((await Archivio.Read(Persona, id))!.Selezionato);
    }

    [Fact]
    public async Task Finiti_i_CIG_lo_dice_e_non_da_nulla()
    {
        await Modifica(db => db.Progressivi.Add(new Progressivi { Id = 1, CigDati = CigDiPalestra.Quanti - 1 }));
        Assert.Equal(CigDiPalestra.Numero(CigDiPalestra.Quanti - 1), await CigDi(await ConIlCig()));
        var id = Guid.NewGuid();
        Assert.Equal("palestra.cig-finiti", (await Richiedi(id)).Errors[0].Code);
        Assert.Null(await CigDi(id));
    }

    [Fact]
    public async Task Cio_che_manca_e_salvato_lo_stesso_e_lo_stato_dice_che_non_e_confermato()
    {
        var id = Guid.NewGuid();
        Assert.Equal("palestra.err98", (await Richiedi(id, Completo with { CigPadre = "B61107E183" })).Errors[0].Code);
        var documento = (await Archivio.Read(Persona, id))!;
        Assert.Equal(("B61107E183", "NonConfermato"), (documento.Dati.CigPadre, documento.StatoSchedaPcp));
        Assert.Equal(PortaleOutcome.Concesso, (await Richiedi(id)).Esito);
    }

    [Fact]
    public async Task Si_elimina_tutto_o_niente()
    {
        var (inviato, salvato) = (await ConIlCig(), Guid.NewGuid());
        await Archivio.Save(Persona, salvato, "Anna Rossi", Completo);
        Assert.Equal("palestra.gia-inviato", (await Archivio.Elimina(Persona, [inviato, salvato])).Errors[0].Code);
        Assert.Equal(2, (await Archivio.List(Persona)).Count);
        Assert.True((await Archivio.Elimina(Persona, [salvato])).IsSuccess);
        Assert.Single(await Archivio.List(Persona));
    }

    [Fact]
    public async Task L_errore_dopo_aver_lavorato_lascia_il_CIG_nell_elenco()
    {
        await Archivio.Set(Persona, [new Guasto(TipoGuasto.ErroreDopo, Ricorrenza.UnaVolta)]);
        var id = Guid.NewGuid();
        Assert.Equal(PortaleOutcome.PaginaDiErrore, (await Richiedi(id)).Esito);
        Assert.Equal(CigDiPalestra.Numero(0), await CigDi(id));
        await ConIlCig();
    }

    [Fact]
    public async Task Un_guasto_una_volta_non_si_consuma_finche_il_documento_non_va_bene()
    {
        await Archivio.Set(Persona, [new Guasto(TipoGuasto.ErroreDopo, Ricorrenza.UnaVolta)]);
        var id = Guid.NewGuid();
        Assert.Equal(PortaleOutcome.Rifiutato, (await Richiedi(id, new DatiDocumento())).Esito);
        Assert.Equal(PortaleOutcome.PaginaDiErrore, (await Richiedi(id)).Esito);
    }

    [Theory]
    [InlineData(TipoGuasto.ErrorePrima, PortaleOutcome.PaginaDiErrore)]
    [InlineData(TipoGuasto.Disconnessione, PortaleOutcome.Disconnesso)]
    public async Task Gli_altri_errori_non_lasciano_nulla(TipoGuasto guasto, PortaleOutcome esito)
    {
        await Archivio.Set(Persona, [new Guasto(guasto, Ricorrenza.UnaVolta)]);
        Assert.Equal(esito, (await Richiedi(Guid.NewGuid())).Esito);
        Assert.Empty(await Archivio.List(Persona));
        Assert.Equal(CigDiPalestra.Numero(0), await CigDi(await ConIlCig()));
    }

    [Fact]
    public async Task Il_rifiuto_scelto_usa_le_parole_di_ANAC_e_non_da_il_CIG()
    {
        await Archivio.Set(Persona, [new Guasto(TipoGuasto.Rifiuto, Ricorrenza.UnaVolta, 1, "ERR69")]);
        var id = Guid.NewGuid();
        var risposta = await Richiedi(id);
        Assert.StartsWith("ERR69: ", risposta.Errors.Single().Message, StringComparison.Ordinal);
        Assert.Null(await CigDi(id));
    }

    [Fact]
    public async Task In_una_serie_ogni_quinta_richiesta_va_male_e_le_altre_no()
    {
        await Archivio.Set(Persona, [new Guasto(TipoGuasto.ErroreDopo, Ricorrenza.OgniTante, 5)]);
        var esiti = new List<PortaleOutcome>();
        for (var i = 0; i < 10; i++)
        {
            esiti.Add((await Richiedi(Guid.NewGuid())).Esito);
        }

        Assert.Equal([4, 9], esiti.Select((e, i) => (e, i)).Where(x => x.e == PortaleOutcome.PaginaDiErrore).Select(x => x.i));
        Assert.Equal(10, (await Archivio.List(Persona)).Count(d => d.Inviato));
    }

    [Fact]
    public async Task La_lentezza_dice_di_quanto()
    {
        await Archivio.Set(Persona, [new Guasto(TipoGuasto.Lentezza, Ricorrenza.UnaVolta, 1, "7")]);
        Assert.Equal(TimeSpan.FromSeconds(7), (await Richiedi(Guid.NewGuid())).Attesa);
        Assert.Equal(TimeSpan.Zero, (await Richiedi(Guid.NewGuid())).Attesa);
    }

    [Fact]
    public async Task I_comandi_di_una_persona_non_toccano_gli_altri()
    {
        await Archivio.Set(Altra, [new Guasto(TipoGuasto.ErrorePrima, Ricorrenza.OgniTante, 1)]);
        await ConIlCig();
        Assert.True(!await Archivio.SiDisconnette(Persona));
    }
}
