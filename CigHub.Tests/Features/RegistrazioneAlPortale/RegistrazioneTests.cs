using System.Text;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.RegistrazioneAlPortale;
using MimeKit;

namespace CigHub.Tests.Features.RegistrazioneAlPortale;

/// <summary>Checks the rules of the registrazione al portale, and the text of the richiesta di registrazione.</summary>
public sealed class RegistrazioneTests : WithBench
{
    private static readonly DateOnly _oggi = new(2026, 11, 24);

    public static TheoryData<StatoRegistrazione, PassoRegistrazione> Coppie
    {
        get
        {
            var coppie = new TheoryData<StatoRegistrazione, PassoRegistrazione>();
            foreach (var stato in Enum.GetValues<StatoRegistrazione>())
            {
                foreach (var passo in Enum.GetValues<PassoRegistrazione>())
                {
                    coppie.Add(stato, passo);
                }
            }

            return coppie;
        }
    }

    [Theory]
    [MemberData(nameof(Coppie))]
    public void Ogni_passo_segue_la_tabella(StatoRegistrazione stato, PassoRegistrazione passo)
    {
        var esito = Nello(stato).Compi(passo, _oggi, _oggi, "motivo");
        Assert.Equal(RegolePassoRegistrazione.Ammesso(stato, passo), esito.IsSuccess);
        Assert.All(esito.Errors, e => Assert.Equal("registrazione.stato", e.Code));
    }

    [Fact]
    public void Un_passo_sbagliato_si_corregge_con_un_motivo_e_torna_a_quello_di_prima()
    {
        var sua = Nello(StatoRegistrazione.PasswordCambiata);
        Assert.Equal("registrazione.senza-motivo", Assert.Single(sua.Compi(PassoRegistrazione.TornaIndietro, _oggi, _oggi, " ").Errors).Code);
        foreach (var atteso in new[] { StatoRegistrazione.CredenzialiRicevute, StatoRegistrazione.Richiesta, StatoRegistrazione.DaRichiedere })
        {
            Assert.True(sua.Compi(PassoRegistrazione.TornaIndietro, _oggi, _oggi, "segnato per errore").IsSuccess);
            Assert.Equal(atteso, sua.Stato);
        }

        Assert.Null(sua.RichiestaIl);

        // «Risulto già attivo» was a mistake. The registration goes back to the step that its recorded days show.
        var dichiarata = Nello(StatoRegistrazione.Richiesta);
        Assert.True(dichiarata.Compi(PassoRegistrazione.DichiaraGiaAttiva, _oggi, _oggi, null).IsSuccess);
        Assert.True(dichiarata.Compi(PassoRegistrazione.TornaIndietro, _oggi, _oggi, "non lo ero").IsSuccess);
        Assert.Equal(StatoRegistrazione.Richiesta, dichiarata.Stato);
    }

    [Fact]
    public void Un_giorno_non_e_nel_futuro_ne_prima_del_passo_che_segue()
    {
        var sua = Nello(StatoRegistrazione.Richiesta);
        Assert.Equal("registrazione.giorno-futuro", Assert.Single(sua.Compi(PassoRegistrazione.SegnaCredenziali, _oggi.AddDays(1), _oggi, null).Errors).Code);
        Assert.Equal("registrazione.giorno-precedente",
            Assert.Single(sua.Compi(PassoRegistrazione.SegnaCredenziali, sua.RichiestaIl!.Value.AddDays(-1), _oggi, null).Errors).Code);
        Assert.Equal(StatoRegistrazione.Richiesta, sua.Stato);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Dopo_i_giorni_si_sollecita_e_un_sollecito_li_fa_ricominciare(int giorni, bool atteso)
    {
        var sua = new RegistrazionePortale(Guid.CreateVersion7(), Guid.Empty, Guid.Empty);
        Assert.False(sua.DaSollecitare(_oggi, 5));
        Assert.True(sua.Compi(PassoRegistrazione.SegnaRichiesta, _oggi.AddDays(-giorni), _oggi, null).IsSuccess);
        Assert.Equal(atteso, sua.DaSollecitare(_oggi, 5));
        Assert.True(sua.Compi(PassoRegistrazione.Sollecita, _oggi, _oggi, null).IsSuccess);
        Assert.False(sua.DaSollecitare(_oggi, 5));
        Assert.Equal(StatoRegistrazione.Richiesta, sua.Stato);
    }

    [Fact]
    public void Chi_e_sospesa_dall_ufficio_non_si_riprende_da_se()
    {
        var sua = Nello(StatoRegistrazione.Attiva);
        Assert.True(sua.Compi(PassoRegistrazione.Sospendi, _oggi, _oggi, "verifica in corso", ufficio: true).IsSuccess);
        Assert.Equal("registrazione.sospesa-dall-ufficio", Assert.Single(sua.Compi(PassoRegistrazione.Riprendi, _oggi, _oggi, "ora sì").Errors).Code);
        Assert.True(sua.Compi(PassoRegistrazione.Riprendi, _oggi, _oggi, "verificato", ufficio: true).IsSuccess);
        Assert.Equal(StatoRegistrazione.Attiva, sua.Stato);
    }

    [Fact]
    public async Task La_richiesta_ha_ogni_dato_che_il_portale_chiede()
    {
        var (rup, ente) = (await Bench.RileggiPersona(Bench.Rup.PersonaId), await Bench.RileggiEnte(Bench.Rup.EnteId!.Value));
        var richiesta = RichiestaDiRegistrazione.Componi(rup, ente);
        Assert.Empty(richiesta.Mancanti);
        Assert.All(
            new[]
            {
                rup.CodiceFiscale!.Valore, rup.Email, rup.Telefono, rup.NomeCompleto, ente.Denominazione, ente.Pec,
                ente.CodiceFiscale.Valore, ente.PartitaIva!.Valore,
                ente.Sede.Indirizzo, ente.Sede.Cap, ente.Sede.Provincia, ente.Sede.Citta,
            },
            dato => Assert.Contains($": {dato}\n", richiesta.Testo + "\n", StringComparison.Ordinal));
        var sollecito = RichiestaDiRegistrazione.Componi(rup, ente, new DateOnly(2026, 11, 3));
        Assert.StartsWith("Sollecito", sollecito.Oggetto, StringComparison.Ordinal);
        Assert.Contains("03/11/2026", sollecito.Testo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogni_dato_che_manca_si_dice_e_solo_la_partita_IVA_non_ferma()
    {
        var rup = await Bench.RileggiPersona(Bench.Rup.PersonaId);
        var ente = await Bench.RileggiEnte(Bench.Rup.EnteId!.Value);
        var senza = new DatiEnte(" ", rup.CodiceFiscale!, null, "protocollo", new Sede("", "0001", "Tivoli", "Rm"), "", "", ente.Luogo, [], []);
        var vuoto = new Ente(Guid.CreateVersion7(), senza);
        var nessuno = new Persona(Guid.CreateVersion7(), new DatiPersona("x", "Bruna", "Sorgenti", ente.CodiceFiscale, "bruna@", "06"));
        var richiesta = RichiestaDiRegistrazione.Componi(nessuno, vuoto);
        Assert.Equal(
            ["richiesta.codice-fiscale-rup", "richiesta.email", "richiesta.telefono", "richiesta.denominazione", "richiesta.pec",
                "richiesta.codice-fiscale-ente", "richiesta.partita-iva", "richiesta.sede", "richiesta.cap", "richiesta.provincia"],
            richiesta.Mancanti.Select(m => m.Codice));
        Assert.Equal("richiesta.partita-iva", Assert.Single(richiesta.Mancanti, m => !m.Ferma).Codice);
        Assert.False(richiesta.Completa);
    }

    [Fact]
    public void Un_mailto_e_come_lo_vuole_la_RFC_6068_e_non_si_tronca()
    {
        var indirizzo = Mailto.Link("a&b+c@portale.example", "Città & perché?", "riga 1\nriga 2 100%");
        Assert.Equal("mailto:a%26b%2Bc@portale.example?subject=Citt%C3%A0%20%26%20perch%C3%A9%3F&body=riga%201%0D%0Ariga%202%20100%25", indirizzo);
        Assert.Null(Mailto.Link("a@b.example", "x", new string('à', 400)));
        Assert.StartsWith("mailto:?subject=", Mailto.Link("", "x", "y"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Il_file_eml_si_rilegge_uguale_e_non_dice_nulla_del_server()
    {
        var (rup, ente) = (await Bench.RileggiPersona(Bench.Rup.PersonaId), await Bench.RileggiEnte(Bench.Rup.EnteId!.Value));
        var richiesta = RichiestaDiRegistrazione.Componi(rup, ente);
        var file = EmlLetter.Of("Niccolò D'Àngelo, RUP", rup.Email, "registrazioni@portale.example", richiesta.Oggetto, richiesta.Testo, TestBench.Now);
        using var letta = await MimeMessage.LoadAsync(new MemoryStream(file));
        Assert.Equal((richiesta.Oggetto, TestBench.Now), (letta.Subject, letta.Date));
        Assert.Equal("registrazioni@portale.example", Assert.Single(letta.To.Mailboxes).Address);
        Assert.Equal(("Niccolò D'Àngelo, RUP", rup.Email), (Assert.Single(letta.From.Mailboxes).Name, letta.From.Mailboxes.Single().Address));
        Assert.Equal(richiesta.Testo, letta.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("1", letta.Headers["X-Unsent"]);
        Assert.DoesNotContain(Environment.MachineName, Encoding.ASCII.GetString(file), StringComparison.OrdinalIgnoreCase);
        using var senzaDestinatario = await MimeMessage.LoadAsync(new MemoryStream(EmlLetter.Of("x", rup.Email, "", "o", "t", TestBench.Now)));
        Assert.Empty(senzaDestinatario.To);
    }

    private static RegistrazionePortale Nello(StatoRegistrazione stato)
    {
        var sua = new RegistrazionePortale(Guid.CreateVersion7(), Guid.Empty, Guid.Empty);
        (StatoRegistrazione Stato, PassoRegistrazione Passo)[] cammino =
        [
            (StatoRegistrazione.Richiesta, PassoRegistrazione.SegnaRichiesta),
            (StatoRegistrazione.CredenzialiRicevute, PassoRegistrazione.SegnaCredenziali),
            (StatoRegistrazione.PasswordCambiata, PassoRegistrazione.SegnaPasswordCambiata),
            (StatoRegistrazione.Attiva, PassoRegistrazione.SegnaAttiva),
            (StatoRegistrazione.Sospesa, PassoRegistrazione.Sospendi),
        ];
        for (var i = 0; i < cammino.Length && sua.Stato != stato; i++)
        {
            Assert.True(sua.Compi(cammino[i].Passo, _oggi.AddDays(i - 8), _oggi, "motivo").IsSuccess);
        }

        Assert.Equal(stato, sua.Stato);
        return sua;
    }
}
