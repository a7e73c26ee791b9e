using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.Conservazione;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.RegistroEventi.Confronto;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Persone;

/// <summary>Helpers for tests about a person who has left the office, the RUP of Tivoli.</summary>
internal static class FormerPersona
{
    public const string Motivo = "Opposizione dell'interessato, prot. 120 del 03/02/2027";

    public static async Task<int> Disattiva(this TestBench banco) => (await banco.Riesce(
        new DisattivaPersona(banco.Rup.PersonaId, "Trasferito ad altro Ente", (await banco.RileggiPersona(banco.Rup.PersonaId)).Version),
        banco.Amministratore())).Version;

    public static async Task<int> Limita(this TestBench banco) =>
        (await banco.Riesce(new LimitaNome(banco.Rup.PersonaId, true, Motivo, await banco.Disattiva()), banco.Amministratore())).Version;

    /// <summary>Lets the retention period pass.</summary>
    public static void FinitoIlPeriodo(this TestBench banco) => banco.Orologio.SetUtcNow(TestBench.Adesso.AddYears(11));

    public static ChiediCancellazione Richiesta(this TestBench banco, int version) =>
        new(banco.Rup.PersonaId, "Determinazione n. 12 del 10/11/2037", "Autorizzazione n. 3 del 20/10/2037", version);

    /// <summary>Returns the name of the actor of the last event by the RUP of Tivoli, as the given actor reads it.</summary>
    public static async Task<string> NomeLettoDa(this TestBench banco, Actor chi)
    {
        await using var scope = banco.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().ApriPer(chi);
        var rup = banco.Rup.PersonaId;
        var riga = await banco.Legge(db => db.Registro.AsNoTracking().Where(e => e.AttoreId == rup).OrderByDescending(e => e.Seq)
            .Select(e => e.Byte).FirstAsync());
        var evento = Evento.Leggi(riga).Value;
        return (await scope.ServiceProvider.GetRequiredService<NamesAtTheTime>().DiChiAgisce([evento], default))[evento.Seq];
    }

    /// <summary>Compares all tables with the events. Returns the differences.</summary>
    public static async Task<IEnumerable<Discordanza>> Discordanze(this TestBench banco) =>
        (await banco.Lettore.Leggi<ConfrontoConIDati, Concordanza>(banco.Auditor, q => q.Esegui(null))).Value.Discordanze;
}

public sealed class LimitaNomeTests : VersionedCommandContract<LimitaNome>
{
    public override async Task Fa_cio_che_dice()
    {
        await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var version = await Banco.Limita();
        var limitata = await Banco.RileggiPersona(Banco.Rup.PersonaId);
        Assert.Equal((Persona.NomeLimitato, null, ""), (limitata.NomeCompleto, limitata.CodiceFiscale, limitata.Email));
        Assert.Equal("Nome limitato", await Banco.NomeLettoDa(Banco.Come("rup2.tivoli", Ruolo.Rup)));
        Assert.Equal("Nome limitato", await Banco.NomeLettoDa(Banco.Amministratore()));
        Assert.Equal("Aldo Ferrantini", await Banco.NomeLettoDa(Banco.Auditor));
        Assert.Equal("Ferrantini", (await Scheda(Banco.Auditor)).Riservati!.Cognome);
        Assert.Null((await Scheda(Banco.Amministratore())).Riservati);
        Assert.Empty(await Banco.Discordanze());

        await Banco.Riesce(new LimitaNome(Banco.Rup.PersonaId, false, "Opposizione ritirata", version), Banco.Amministratore());
        Assert.Equal("Aldo Ferrantini", (await Banco.RileggiPersona(Banco.Rup.PersonaId)).NomeCompleto);
        Assert.Equal("Aldo Ferrantini", await Banco.NomeLettoDa(Banco.Amministratore()));
        Assert.Empty(await Banco.Discordanze());
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new LimitaNome(Banco.Rup.PersonaId, true, FormerPersona.Motivo, await Banco.Disattiva());
        await Banco.Rifiuta("accesso.negato", comando, Banco.Auditor);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Come("rup2.tivoli", Ruolo.Rup));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = new LimitaNome(Banco.Rup.PersonaId, true, FormerPersona.Motivo, (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version);
        await Banco.Rifiuta("persona.limitata-attiva", comando, Banco.Amministratore());
        await Banco.Rifiuta("persona.limita-motivo", comando with { Motivo = " " }, Banco.Amministratore());
        await Banco.Rifiuta("persona.non-limitata", comando with { Limitato = false }, Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", comando with { Id = Guid.CreateVersion7() }, Banco.Amministratore());

        var version = await Banco.Limita();
        await Banco.Rifiuta("persona.gia-limitata", comando with { Version = version }, Banco.Amministratore());
        await Banco.Rifiuta("persona.senza-nome", new RiattivaPersona(Banco.Rup.PersonaId, version), Banco.Amministratore());
        await Banco.Rifiuta("persona.senza-nome", new SalvaPersona(Banco.Rup.PersonaId, SampleAnagrafe.Persona(), version), Banco.Amministratore());
    }

    [Fact]
    public async Task Il_nome_non_torna_se_un_altra_persona_ha_preso_il_suo_nome_utente()
    {
        var nomeUtente = (await Banco.RileggiPersona(Banco.Rup.PersonaId)).NomeUtente;
        var version = await Banco.Limita();
        await Banco.Riesce(new SalvaPersona(Guid.CreateVersion7(), SampleAnagrafe.Persona(nomeUtente, "NTRCVL"), null), Banco.Amministratore());
        await Banco.Rifiuta("persona.nome-utente-usato", new LimitaNome(Banco.Rup.PersonaId, false, "Ritirata", version), Banco.Amministratore());
    }

    private protected override async Task<(LimitaNome Command, Actor Actor)> SeenNow() =>
        (new LimitaNome(Banco.Rup.PersonaId, true, FormerPersona.Motivo, await Banco.Disattiva()), Banco.Amministratore());

    private async Task<PersonaDetails> Scheda(Actor chi) =>
        (await Banco.Lettore.Leggi<DettaglioPersona, PersonaDetails>(chi, q => q.Esegui(Banco.Rup.PersonaId, chi))).Value;
}

public sealed class VincolaIdentitaTests : VersionedCommandContract<VincolaIdentita>
{
    public override async Task Fa_cio_che_dice()
    {
        var version = await Banco.Disattiva();
        Banco.FinitoIlPeriodo();
        version = (await Banco.Riesce(Banco.Richiesta(version), Banco.Amministratore())).Version;
        version = (await Banco.Riesce(new VincolaIdentita(Banco.Rup.PersonaId, true, "Contenzioso n. 12", version), Banco.Amministratore())).Version;
        Assert.Equal(("Contenzioso n. 12", null),
            ((await Banco.RileggiPersona(Banco.Rup.PersonaId)).Vincolo, (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Cancellazione));
        var negata = await Banco.Rifiuta("persona.vincolata", Banco.Richiesta(version), Banco.Amministratore());
        Assert.Contains("Contenzioso n. 12", negata.Message, StringComparison.Ordinal);

        version = (await Banco.Riesce(
            new VincolaIdentita(Banco.Rup.PersonaId, false, "Sentenza passata in giudicato", version), Banco.Amministratore())).Version;
        await Banco.Riesce(Banco.Richiesta(version), Banco.Amministratore());
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new VincolaIdentita(Banco.Rup.PersonaId, true, "Indagine", (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Auditor);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Rup);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = new VincolaIdentita(Banco.Rup.PersonaId, false, "Indagine", (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version);
        await Banco.Rifiuta("persona.non-vincolata", comando, Banco.Amministratore());
        await Banco.Rifiuta("persona.vincolo-motivo", comando with { Motivo = null }, Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", comando with { Id = Guid.CreateVersion7() }, Banco.Amministratore());
        var version = (await Banco.Riesce(comando with { Vincolata = true }, Banco.Amministratore())).Version;
        await Banco.Rifiuta("persona.gia-vincolata", comando with { Vincolata = true, Version = version }, Banco.Amministratore());
    }

    private protected override async Task<(VincolaIdentita Command, Actor Actor)> SeenNow() =>
        (new VincolaIdentita(Banco.Rup.PersonaId, true, "Indagine", (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version), Banco.Amministratore());
}

public sealed class ChiediCancellazioneTests : VersionedCommandContract<ChiediCancellazione>
{
    public override async Task Fa_cio_che_dice()
    {
        var version = await Banco.Disattiva();
        Banco.FinitoIlPeriodo();
        await Banco.Riesce(Banco.Richiesta(version), Banco.Amministratore());
        var richiesta = (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Cancellazione!;
        Assert.Equal((Banco.Amministratore().PersonaId, "Autorizzazione n. 3 del 20/10/2037"), (richiesta.ChiestaDa, richiesta.Autorizzazione));
        Assert.Equal("Aldo Ferrantini", (await Banco.RileggiPersona(Banco.Rup.PersonaId)).NomeCompleto);
        Assert.Empty(await Banco.Discordanze());
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var version = await Banco.Disattiva();
        await Banco.Rifiuta("accesso.negato", Banco.Richiesta(version), Banco.Auditor);
        await Banco.Rifiuta("accesso.negato", Banco.Richiesta(version), Banco.Come("rup2.tivoli", Ruolo.Rup));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var attiva = (await Banco.RileggiPersona(Banco.Rup.PersonaId)).Version;
        await Banco.Rifiuta("persona.cancellata-attiva", Banco.Richiesta(attiva), Banco.Amministratore());
        await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var version = await Banco.Disattiva();
        await Banco.Rifiuta("persona.cancella-atto", Banco.Richiesta(version) with { Atto = "" }, Banco.Amministratore());
        await Banco.Rifiuta("persona.cancella-autorizzazione", Banco.Richiesta(version) with { Autorizzazione = " " }, Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", Banco.Richiesta(version) with { Id = Guid.CreateVersion7() }, Banco.Amministratore());

        // The retention period ends ten years after the last act of this person, to the day.
        Banco.Orologio.SetUtcNow(TestBench.Adesso.AddYears(10).AddDays(-1));
        var presto = await Banco.Rifiuta("persona.conservazione-in-corso", Banco.Richiesta(version), Banco.Amministratore());
        Assert.Contains("fino al 24/11/2036", presto.Message, StringComparison.Ordinal);
        Banco.Orologio.SetUtcNow(TestBench.Adesso.AddYears(10));
        version = (await Banco.Riesce(Banco.Richiesta(version), Banco.Amministratore())).Version;
        await Banco.Rifiuta("persona.cancellazione-chiesta", Banco.Richiesta(version), Banco.Amministratore());
    }

    private protected override async Task<(ChiediCancellazione Command, Actor Actor)> SeenNow()
    {
        await Banco.AnotherAmministratore();
        var version = await Banco.Disattiva();
        Banco.FinitoIlPeriodo();
        return (Banco.Richiesta(version), Banco.Amministratore());
    }
}

public sealed class DecidiCancellazioneTests : VersionedCommandContract<DecidiCancellazione>
{
    public override async Task Fa_cio_che_dice()
    {
        await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var (comando, altro) = await SeenNow();
        await Banco.Riesce(comando, altro);

        var cancellata = await Banco.RileggiPersona(Banco.Rup.PersonaId);
        Assert.Equal((Persona.NomeCancellato, null, null), (cancellata.NomeCompleto, cancellata.CodiceFiscale, cancellata.DatiRiservati));
        Assert.Equal("Nome cancellato", await Banco.NomeLettoDa(Banco.Auditor));
        Assert.Empty(await Banco.Discordanze());
        await Banco.RegistroIntegro();

        // The tables hold no personal data of the RUP any more. VACUUM drops the freed pages of the file too.
        await Banco.Legge(db => db.Database.ExecuteSqlRawAsync("VACUUM"));
        var righe = Banco.Righe("SELECT Nome || Cognome || Email || NomeUtente || COALESCE(CodiceFiscale, '') || COALESCE(DatiRiservati, '') FROM Persone")
            .Concat(Banco.Righe("SELECT Contenuto FROM IdentitaPersone"));
        Assert.DoesNotContain(righe, r => $"{r[0]}".Contains("Ferrantini", StringComparison.OrdinalIgnoreCase));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var (comando, _) = await SeenNow();
        await Banco.Rifiuta("accesso.negato", comando, Banco.Auditor);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Come("rup2.tivoli", Ruolo.Rup));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var (comando, altro) = await SeenNow();
        await Banco.Rifiuta("persona.cancellazione-stessa-persona", comando, Banco.Amministratore());
        await Banco.Rifiuta("dati.non-trovato", comando with { Id = Guid.CreateVersion7() }, altro);
        var version = (await Banco.Riesce(comando with { Conferma = false }, Banco.Amministratore())).Version;
        await Banco.Rifiuta("persona.cancellazione-non-chiesta", comando with { Version = version }, altro);
        Assert.Equal("Aldo Ferrantini", (await Banco.RileggiPersona(Banco.Rup.PersonaId)).NomeCompleto);
    }

    private protected override async Task<(DecidiCancellazione Command, Actor Actor)> SeenNow()
    {
        var altro = await Banco.AnotherAmministratore();
        var version = await Banco.Disattiva();
        Banco.FinitoIlPeriodo();
        version = (await Banco.Riesce(Banco.Richiesta(version), Banco.Amministratore())).Version;
        return (new DecidiCancellazione(Banco.Rup.PersonaId, true, version), altro);
    }
}
