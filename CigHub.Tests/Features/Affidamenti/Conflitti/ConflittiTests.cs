using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Security;
using CigHub.Tests.Support;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Affidamenti.Conflitti;
using CigHub.Web.Features.Affidamenti.Consegne;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Conflitti;

/// <summary>Helpers for tests of conflicts of interest.</summary>
internal static class WithConflitto
{
    /// <summary>Returns the command by which a person declares a conflict with the first supplier of the Affidamento.</summary>
    public static async Task<DichiaraConflitto> Conflitto(this TestBench bench, Guid id)
    {
        var affidamento = await bench.ReadAgain(id);
        return new(
            id, affidamento.Fornitori[0].CodiceFiscale, nameof(NaturaConflitto.Economico), DichiarazioneConflitto.VersioneTesto, affidamento.Version);
    }

    /// <summary>Declares a conflict on the Affidamento in the name of a person, by default the RUP. Returns the id of the conflict.</summary>
    public static async Task<Guid> InConflitto(this TestBench bench, Guid id, Actor? chi = null)
    {
        chi ??= bench.Rup;
        await bench.Succeeds(await bench.Conflitto(id), chi);
        return await bench.Query(db => db.DichiarazioniConflitto
            .Where(d => d.PersonaId == chi.PersonaId && d.Esito == EsitoDichiarazione.Conflitto).OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync());
    }

    public static async Task<string> Evento(this TestBench bench, long seq) =>
        System.Text.Encoding.UTF8.GetString((await bench.Query(db => db.Registro.SingleAsync(e => e.Seq == seq))).Byte);

    public static async Task<Procedibilita> Procede(this TestBench bench, Guid id, Actor chi) =>
        (await bench.Reader.Read<ChiPuoProcedere, Procedibilita>(chi, q => q.Run(id, chi))).Value;
}

/// <summary>
/// Checks the dichiarazioni sui conflitti di interessi (art. 16 D.Lgs. 36/2023): everybody who acts makes one for each supplier and
/// Convenzione, and a person who declares a conflict can do nothing more on the Affidamento.
/// </summary>
public sealed class ConflittiTests : WithBench
{
    [Fact]
    public async Task Si_dichiara_una_volta_per_fornitore_e_Convenzione_e_nel_registro_resta_il_testo_intero()
    {
        var primo = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(primo);
        await Bench.Refuses("conflitto.da-dichiarare", new SegnaPronto(primo, await Bench.Version(primo)));
        await Bench.Refuses("conflitto.da-dichiarare", new SegnaPronto(primo, await Bench.Version(primo), Dichiarazione: "2020-01"));
        Assert.Empty(await All());
        var ricevuta = await Bench.Succeeds(new SegnaPronto(primo, await Bench.Version(primo), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        var dichiarata = Assert.Single(await All());
        Assert.Equal((Bench.Rup.PersonaId, EsitoDichiarazione.NessunConflitto, primo), (dichiarata.PersonaId, dichiarata.Esito, dichiarata.AffidamentoId));
        Assert.Contains("dichiaro di non avere", await Bench.Evento(ricevuta.Seq), StringComparison.Ordinal);

        // The same person is not asked again: neither for the request, nor for the next Affidamento on the same Lotto.
        var conferma = await Bench.Succeeds((await Bench.Start(primo)) with { Dichiarazione = null });
        Assert.Contains("\"confermata\":true", await Bench.Evento(conferma.Seq), StringComparison.Ordinal);
        var secondo = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(secondo);
        Assert.Empty((await Bench.Procede(secondo, Bench.Rup)).DaSpuntare(await Bench.ReadAgain(secondo)));
        await Bench.Succeeds(new SegnaPronto(secondo, await Bench.Version(secondo)));
        Assert.Single(await All());
    }

    [Fact]
    public async Task Ognuno_che_agisce_dichiara_per_se_l_Istruttore_il_RUP_e_chi_approva()
    {
        var id = await Bench.SopraSoglia();
        var istruttore = Bench.ActorOf("istruttore.tivoli");
        await Bench.Refuses("conflitto.da-dichiarare", new InviaPerApprovazione(id, await Bench.Version(id)), istruttore);
        await Bench.Succeeds(new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto), istruttore);
        await Bench.Refuses("conflitto.da-dichiarare", (await Bench.Approva(id)) with { Dichiarazione = null }, Bench.Responsabile());
        await Bench.Succeeds(await Bench.Approva(id), Bench.Responsabile());
        await Bench.Refuses("conflitto.da-dichiarare", (await Bench.Start(id)) with { Dichiarazione = null });
        await Bench.Succeeds(await Bench.Start(id));
        Assert.Equal(
            new[] { istruttore, Bench.Responsabile(), Bench.Rup }.Select(a => a.PersonaId).Order(), (await All()).Select(d => d.PersonaId).Order());
    }

    [Fact]
    public async Task Vale_fino_al_giorno_dell_ufficio_compreso_poi_si_dichiara_di_nuovo()
    {
        await Bench.Soglia(null, "30/11/2026");
        var (primo, secondo) = (await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale), await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale));
        Assert.Equal(new DateOnly(2026, 11, 30), Assert.Single(await All()).ValidaAl);
        Bench.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 22, 0, 0, TimeSpan.Zero));
        await Bench.Succeeds((await Bench.Start(primo)) with { Dichiarazione = null });
        Assert.Single(await All());

        // 23:00 UTC is already the next day in Rome. After the office's date a declaration holds only for its own day.
        Bench.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero));
        await Bench.Refuses("conflitto.da-dichiarare", (await Bench.Start(secondo)) with { Dichiarazione = null });
        await Bench.Succeeds(await Bench.Start(secondo));
        Assert.Equal([new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 1)], (await All()).Select(d => d.ValidaAl!.Value).Order());
    }

    /// <summary>
    /// Tries every command that changes an Affidamento, as a person with every role who has declared a conflict on it. Each is refused with a
    /// sentence that names the person who decides, and leaves an event.
    /// </summary>
    [Fact]
    public async Task Chi_e_in_conflitto_non_fa_piu_nulla_in_nessun_ruolo_e_legge_chi_decide()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        Actor[] io =
        [
            Bench.Rup, await Bench.Anche(Bench.Rup, Ruolo.Istruttore, Bench.Rup.EnteId), await Bench.Anche(Bench.Rup, Ruolo.Responsabile, Bench.Rup.EnteId),
        ];
        await Bench.InConflitto(id);
        var comandi = CommandWalk.Commands.Where(c => c.IsAssignableTo(typeof(IOnAffidamento)) && !c.IsAssignableTo(typeof(IAllowedInConflict))
            && WritePathSetup.PermissionOf(c).KindOf() == PermissionKind.Affidamenti).ToList();
        Assert.True(comandi.Count > 20, "The walk must find the commands on an Affidamento.");
        var prima = await Bench.ReadAgain(id);
        foreach (var comando in comandi)
        {
            var attori = io.Where(a => CommandWalk.Admits(comando, a)).ToList();
            Assert.NotEmpty(attori);
            foreach (var attore in attori)
            {
                var errore = await Bench.Denied(comando, id, attore, "conflitto.dichiarato");
                Assert.Contains("Decide Marta Collevento o Elsa Bentivegni", errore.Message, StringComparison.Ordinal);
            }
        }

        var dopo = await Bench.ReadAgain(id);
        Assert.Equal((prima.Version, prima.Stato, prima.RupId), (dopo.Version, dopo.Stato, dopo.RupId));
    }

    [Fact]
    public async Task Chi_e_in_conflitto_non_passa_l_affidamento_a_chi_vuole_e_i_colleghi_non_se_lo_prendono()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.InConflitto(id);
        var collega = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        var version = await Bench.Version(id);
        PassaConsegne Consegne(Guid a) => new(
            Guid.CreateVersion7(), Bench.Rup.PersonaId, [new Consegna(id, version, a, Guid.CreateVersion7())], "Cambio di incarico");
        await Bench.Refuses("conflitto.dichiarato", Consegne(collega.PersonaId));
        await Bench.Refuses("conflitto.decide-il-responsabile", Consegne(collega.PersonaId), collega);
        await Bench.Refuses("conflitto.decide-il-responsabile", new AssegnaAMe(id, version), collega);
        await Bench.Refuses("conflitto.decide-il-responsabile", new RiassegnaAffidamento(id, collega.PersonaId, "Lo prendo io", version), collega);
        await Bench.Refuses(
            "conflitto.decide-il-responsabile", new RiassegnaAffidamento(id, collega.PersonaId, "Lo prendo io", version),
            Bench.ActorOf("rup2.tivoli", Ruolo.Responsabile));
        Assert.Equal(Bench.Rup.PersonaId, (await Bench.ReadAgain(id)).RupId);
    }

    [Fact]
    public async Task Un_conflitto_e_della_persona_anche_su_un_altro_affidamento_e_in_un_altro_Ente()
    {
        var altro = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        await Bench.InConflitto(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale));
        await Bench.Refuses("conflitto.dichiarato", await Bench.Start(altro));
        var velletri = await Bench.Anche(Bench.Rup, Ruolo.Rup, Bench.RupOfAnotherEnte.EnteId);
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, rup: "rup.velletri");
        await Bench.Refuses("conflitto.dichiarato", new AssegnaAMe(id, await Bench.Version(id)), velletri);

        // A Lotto of another Convenzione is another matter.
        var nostra = Bench.Catalogo.Lotti[0].ConvenzioneId;
        var fuori = Enumerable.Range(0, Bench.Catalogo.Lotti.Count).First(i => Bench.Catalogo.Lotti[i].ConvenzioneId != nostra);
        await Bench.Succeeds(await Bench.Start(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: fuori)));
    }

    [Fact]
    public async Task Un_nuovo_affidamento_non_nasce_con_un_RUP_o_un_autore_in_conflitto()
    {
        await Bench.InConflitto(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale));
        var lotto = Bench.Catalogo.Lotti[0];
        NuovoAffidamento Nuovo(Actor rup) => new(
            Guid.CreateVersion7(), lotto.Id, rup.PersonaId, lotto.Fornitori[0].IdPartecipante, "Confermato dal Soggetto Aggregatore.");
        var collega = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        Assert.Contains("Decide", (await Bench.Refuses("conflitto.dichiarato", Nuovo(collega))).Message, StringComparison.Ordinal);
        Assert.Equal("RupId", (await Bench.Refuses("conflitto.dichiarato", Nuovo(Bench.Rup), Bench.ActorOf("istruttore.tivoli"))).Field);
        await Bench.Succeeds(Nuovo(collega), Bench.ActorOf("istruttore.tivoli"));
    }

    [Fact]
    public async Task La_colonna_dei_fornitori_si_riempie_dalle_bozze_gia_scritte()
    {
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var percorso = PercorsoAd4.Aggiudicazione(0, "partecipanti/0/codiceFiscale");
        var era = (await Bench.ReadAgain(id)).Bozza.Testo(percorso);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(percorso, "abc ", era)]));
        var prima = await Bench.Query(db => db.Affidamenti.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.CodiciFornitori));
        Assert.Equal("|ABC|", prima[id]);
        await Bench.Query(db => db.Database.ExecuteSqlRawAsync(CodiciFornitoriFill.Sql));
        Assert.Equal(prima, await Bench.Query(db => db.Affidamenti.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.CodiciFornitori)));
    }

    private Task<List<DichiarazioneConflitto>> All() => Bench.Query(db => db.DichiarazioniConflitto.AsNoTracking().ToListAsync());
}
