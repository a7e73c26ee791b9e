using System.Text;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>Checks that an event keeps the names that people and objects had when it was written, whatever changes later.</summary>
public sealed class IdentitaNelRegistroTests : WithBench
{
    private const string Ditta = "Girolamo Vestricelli";

    private static readonly CodiceFiscale _codiceDitta = CodiceFiscale.Parse("VSTGLM70A01H501Y", null);

    [Fact]
    public async Task Chi_cambia_cognome_resta_chi_era_negli_eventi_di_prima()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var prima = (await Eventi()).Last(e => e.Oggetto.Id == id.ToString());
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        await Rinomina(Bench.Rup.PersonaId, "Cognomenuovo");
        await Bench.Succeeds(new RiportaInLavorazione(id, await Bench.Version(id)));
        var dopo = (await Eventi()).Last(e => e.Oggetto.Id == id.ToString());

        Assert.NotEqual(prima.Attore.Identita, dopo.Attore.Identita);
        var nomi = await Nomi(n => n.DiChiAgisce([prima, dopo], default));
        Assert.Equal(("Aldo Ferrantini", "Aldo Cognomenuovo"), (nomi[prima.Seq], nomi[dopo.Seq]));
        var allora = await Nomi(n => n.Of([Bench.Rup.PersonaId], prima.Utc, default));
        Assert.Equal("Aldo Ferrantini", allora[Bench.Rup.PersonaId]);
    }

    [Fact]
    public async Task Un_identita_alterata_non_da_alcun_nome()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var evento = (await Eventi()).Last(e => e.Oggetto.Id == id.ToString());
        using (var file = Bench.OpenFile())
        {
            using var comando = file.CreateCommand();
            comando.CommandText = "UPDATE \"IdentitaPersone\" SET \"Contenuto\" = replace(\"Contenuto\", 'Ferrantini', 'Altri')";
            Assert.True(comando.ExecuteNonQuery() > 0);
        }

        Assert.Equal("persona non più nota", (await Nomi(n => n.DiChiAgisce([evento], default)))[evento.Seq]);
    }

    [Fact]
    public async Task I_titoli_sono_quelli_di_allora()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var evento = (await Eventi()).Last(e => e.Oggetto.Id == id.ToString());
        var (a, lotto) = (await Bench.ReadAgain(id), Bench.Catalogo.Lotti[0]);
        Assert.Equal(a.Numero.Titolo(a.Oggetto), EventoWords.TitoloDellOggetto(evento));
        Assert.Equal($"Lotto {lotto.Numero} – {lotto.Oggetto}", (string?)evento.Dati!["titoli"]!["lotto"]);
        Assert.Equal(Bench.Catalogo.Convenzioni.Single(c => c.Id == lotto.ConvenzioneId).Titolo, (string?)evento.Dati["titoli"]!["convenzione"]);
        Assert.Equal(Bench.Catalogo.Enti.Single(e => e.Id == Bench.Rup.EnteId).Denominazione, EventoWords.EnteDiChiAgisce(evento));
    }

    [Fact]
    public async Task Un_rifiuto_non_dice_il_titolo_di_un_affidamento_d_altri()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("dati.non-trovato", new SegnaPronto(id, 1, Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.RupOfAnotherEnte);
        var negato = (await Eventi())[^1];
        Assert.Equal(EsitoEvento.Negato, negato.Esito);
        Assert.Null(EventoWords.TitoloDellOggetto(negato));
        Assert.Equal("ha tentato di dichiarare la scheda pronta per il portale senza averne il diritto: negato", EventoWords.Sentence(negato));

        // An Auditor sees every Ente, so here the rule hides the title, and not the filter by Ente.
        await Bench.Refuses("accesso.negato", new SegnaPronto(id, 1, Dichiarazione: DichiarazioneConflitto.VersioneTesto), Bench.Auditor);
        Assert.Null(EventoWords.TitoloDellOggetto((await Eventi())[^1]));
    }

    /// <summary>
    /// A fornitore who is a natural person must enter the registro only as a salted hash. The app must still find the name that belongs to
    /// the hash.
    /// </summary>
    [Fact]
    public async Task Un_fornitore_che_e_una_persona_entra_solo_come_impronta_e_si_rilegge()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        string Campo(string nome) => PercorsoAd4.Aggiudicazione(0, $"partecipanti/0/{nome}");
        var bozza = (await Bench.ReadAgain(id)).Bozza;
        await Bench.Succeeds(new SalvaBozza(id,
        [
            new ModificaCampo(Campo("codiceFiscale"), _codiceDitta.Valore, bozza.Testo(Campo("codiceFiscale"))),
            new ModificaCampo(Campo("denominazione"), Ditta, bozza.Testo(Campo("denominazione"))),
        ]));
        await Bench.Services.GetRequiredService<BozzaWorkRecorder>().PaginaLasciata(id, Bench.Rup.PersonaId);

        var testi = await Bench.Query(async db => (await db.Registro.Select(e => e.Byte).ToListAsync()).ConvertAll(Encoding.UTF8.GetString));
        Assert.DoesNotContain(testi, t => t.Contains(_codiceDitta.Valore, StringComparison.OrdinalIgnoreCase)
            || t.Contains(Ditta, StringComparison.OrdinalIgnoreCase));
        var impronta = Assert.Single(testi.SelectMany(HiddenPeople.HiddenIn).Distinct());
        Assert.Equal(Ditta, (await Nomi(n => n.DiPersoneFisiche($"persona:{impronta}", default)))[impronta]);
        await Bench.RegistroIntegro();
    }

    [Fact]
    public void L_impronta_e_SHA_256_di_sale_e_contenuto()
    {
        var sale = Enumerable.Range(0, 16).Select(i => (byte)i).ToArray();
        var identita = IdentitaPersona.DelFornitore(Ditta, _codiceDitta, sale, TestBench.Now.UtcDateTime);
        Assert.Equal($"{{\"codiceFiscale\":\"{_codiceDitta.Valore}\",\"cognome\":\"\",\"funzione\":\"fornitore\",\"nome\":\"{Ditta}\"}}", identita.Contenuto);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. sale, .. Encoding.UTF8.GetBytes(identita.Contenuto)])),
            identita.Impronta);
        Assert.Throws<ArgumentException>(() => IdentitaPersona.DelFornitore(Ditta, _codiceDitta, [1], TestBench.Now.UtcDateTime));
    }

    private Task Rinomina(Guid id, string cognome) => Bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
    {
        var persona = await db.Persone.SingleAsync(p => p.Id == id);
        persona.Modifica(new DatiPersona(persona.NomeUtente, persona.Nome, cognome, persona.CodiceFiscale!, persona.Email, persona.Telefono));
        return Web.UseCases.Events.Of(new EventToWrite(Azioni.PersonaSalvata, Oggetti.Persona, id, null));
    });

    private async Task<T> Nomi<T>(Func<NamesAtTheTime, Task<T>> domanda)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return await domanda(scope.ServiceProvider.GetRequiredService<NamesAtTheTime>());
    }

    private Task<List<Evento>> Eventi() =>
        Bench.Query(async db => (await db.Registro.OrderBy(e => e.Seq).Select(e => e.Byte).ToListAsync()).ConvertAll(b => Evento.Leggi(b).Value));
}
