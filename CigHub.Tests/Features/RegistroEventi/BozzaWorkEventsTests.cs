using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>
/// Checks that text typed into a draft enters the registro as lavoro sulla bozza: one event for all the saves between two moments, with the
/// values before and after. No text may be lost in between.
/// </summary>
public sealed class BozzaWorkEventsTests : WithBench
{
    private static readonly string _importo = PercorsoAd4.QuadroEconomico(0, "impServizi");

    private BozzaWorkRecorder DaRegistrare => Bench.Services.GetRequiredService<BozzaWorkRecorder>();

    [Fact]
    public async Task Un_affidamento_nuovo_entra_con_la_sua_bozza()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var nato = (await Eventi(id))[0];
        var valori = nato.Dopo![$"Affidamento/{id}"]!;
        Assert.Equal((await Bench.ReadAgain(id)).Bozza.Testo(PercorsoAd4.CigPadre), (string?)valori["Bozza"]![PercorsoAd4.CigPadre]);
        Assert.Equal(0, (long)valori["ImportoAppalto"]!);
    }

    [Fact]
    public async Task Salvare_non_e_un_evento_e_un_lavoro_ne_ha_uno_solo_con_prima_e_dopo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        await DaRegistrare.PaginaLasciata(id, Bench.Rup.PersonaId);
        var eventi = (await Eventi(id)).Count;
        var primo = (await Bench.ReadAgain(id)).Bozza.Testo(PercorsoAd4.Oggetto);

        foreach (var (visto, testo) in new[] { (primo, "P"), ("P", "Puli"), ("Puli", "Pulizia delle scuole") })
        {
            Bench.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(0, (await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, testo, visto)]))).Seq);
        }

        Assert.Equal(eventi, (await Eventi(id)).Count);
        Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bench.Succeeds(new SegnaPronto(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));

        var nuovi = (await Eventi(id))[eventi..];
        Assert.Equal([Azioni.BozzaModificata, Azioni.AffidamentoPronto], nuovi.Select(e => e.Azione));
        Assert.Equal((primo, "Pulizia delle scuole"), (Field(nuovi[0].Prima, id, PercorsoAd4.Oggetto), Field(nuovi[0].Dopo, id, PercorsoAd4.Oggetto)));
        Assert.Equal(("2026-11-24T09:01:00.0000000Z", "2026-11-24T09:03:00.0000000Z", "Atto"),
            ((string?)nuovi[0].Dati!["dal"], (string?)nuovi[0].Dati!["al"], (string?)nuovi[0].Dati!["occasione"]));
        Assert.Equal(64, ((string)nuovi[1].Dati!["sha256"]!).Length);
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Cio_che_si_scrive_e_si_toglie_non_entra()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Complete(id);
        await DaRegistrare.PaginaLasciata(id, Bench.Rup.PersonaId);
        var eventi = (await Eventi(id)).Count;
        var primo = (await Bench.ReadAgain(id)).Bozza.Testo(PercorsoAd4.Oggetto);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "Un ripensamento", primo)]));
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, primo, "Un ripensamento")]));
        await DaRegistrare.PaginaLasciata(id, Bench.Rup.PersonaId);
        Assert.Equal(eventi, (await Eventi(id)).Count);
        Assert.Null((await Bench.ReadAgain(id)).BozzaRegistrata);
    }

    [Fact]
    public async Task Quando_scrive_un_altra_persona_il_lavoro_della_prima_e_registrato_a_suo_nome()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(_importo, "500,00", null)]));
        var altra = Bench.ActorOf("rup2.tivoli", Ruolo.Rup);
        await Bench.Succeeds(
            new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, "Altro", (await Bench.ReadAgain(id)).Bozza.Testo(PercorsoAd4.Oggetto))]), altra);

        var ultimo = (await Eventi(id))[^1];
        Assert.Equal((Bench.Rup.PersonaId, "AltraPersona"), (ultimo.Attore.Id, (string?)ultimo.Dati!["occasione"]));
        Assert.Equal("500,00", Field(ultimo.Dopo, id, _importo));
        Assert.Null(Field(ultimo.Dopo, id, PercorsoAd4.Oggetto));
        Assert.Equal(altra.PersonaId, (await Bench.ReadAgain(id)).ScrittaDaId);
    }

    [Fact]
    public async Task Un_importo_che_passa_la_soglia_entra_subito_e_cosi_quello_a_cui_torna()
    {
        var id = await Bench.SopraSoglia();
        await DaRegistrare.PaginaLasciata(id, Bench.Rup.PersonaId);
        var eventi = (await Eventi(id)).Count;
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(_importo, "1,00", (await Bench.ReadAgain(id)).Bozza.Testo(_importo))]));

        var abbassato = Assert.Single((await Eventi(id))[eventi..]);
        Assert.Equal("Soglia", (string?)abbassato.Dati!["occasione"]);
        Assert.Equal("1,00", Field(abbassato.Dopo, id, _importo));
        var (prima, dopo) = ((long)abbassato.Prima![$"Affidamento/{id}"]!["ImportoAppalto"]!, (long)abbassato.Dopo![$"Affidamento/{id}"]!["ImportoAppalto"]!);
        Assert.True(prima > dopo, $"{prima} {dopo}");
    }

    [Fact]
    public async Task Chi_invia_e_chi_approva_rispondono_della_scheda_che_c_e()
    {
        var id = await Bench.InApprovazione();
        await Bench.Succeeds(await Bench.Approva(id), Bench.ActorOf("responsabile"));
        var impronte = (await Eventi(id)).Where(e => e.Azione is Azioni.InviatoPerApprovazione or Azioni.AffidamentoApprovato)
            .Select(e => (string?)e.Dati!["sha256"]).ToList();
        Assert.Equal(2, impronte.Count);
        Assert.Single(impronte.Distinct());
    }

    [Fact]
    public async Task Una_giornata_di_scrittura_ha_tanti_eventi_quanti_sono_i_lavori()
    {
        const int Schede = 4, Salvataggi = 40;
        var schede = new List<Guid>();
        for (var i = 0; i < Schede; i++)
        {
            schede.Add(await Bench.Affidamento(StatoAffidamento.InLavorazione));
        }

        var eventi = await Bench.Query(db => db.Registro.CountAsync());
        var scritto = new Dictionary<Guid, string?>();
        foreach (var parte in new[] { "mattina", "pomeriggio" })
        {
            foreach (var id in schede)
            {
                for (var i = 0; i < Salvataggi; i++)
                {
                    Bench.Clock.Advance(TimeSpan.FromSeconds(5));
                    var visto = scritto.GetValueOrDefault(id) ?? (await Bench.ReadAgain(id)).Bozza.Testo(PercorsoAd4.Oggetto);
                    await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, $"{parte} {i}", visto)]));
                    scritto[id] = $"{parte} {i}";
                }
            }

            Bench.Clock.Advance(Affidamento.Riposo);
            await DaRegistrare.Round(default);
        }

        var nuovi = (await Bench.Query(db => db.Registro.AsNoTracking().OrderBy(e => e.Seq).Skip(eventi).Select(e => e.Byte).ToListAsync()))
            .ConvertAll(b => Evento.Leggi(b).Value);
        Assert.Equal(Schede * 2, nuovi.Count);
        Assert.All(nuovi, e => Assert.Equal(Azioni.BozzaModificata, e.Azione));
        Assert.Equal(schede.Select(id => ($"mattina {Salvataggi - 1}", $"pomeriggio {Salvataggi - 1}")), nuovi[Schede..].Select(e => (
            Field(e.Prima, Guid.Parse(e.Oggetto.Id), PercorsoAd4.Oggetto)!, Field(e.Dopo, Guid.Parse(e.Oggetto.Id), PercorsoAd4.Oggetto)!)));
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Dopo_mezz_ora_senza_scrivere_il_lavoro_e_registrato_anche_se_il_programma_e_ripartito()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(_importo, "500,00", null)]));
        var eventi = (await Eventi(id)).Count;
        Bench.Clock.Advance(Affidamento.Riposo - TimeSpan.FromSeconds(1));
        await DaRegistrare.Round(default);
        Assert.Equal(eventi, (await Eventi(id)).Count);

        Bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var app = await AppOnFile.Open(Bench.Folder, Bench.Clock);
        await app.Services.GetRequiredService<BozzaWorkRecorder>().Round(default);
        var riposato = (await Eventi(id))[^1];
        Assert.Equal(("Riposo", "500,00", Bench.Rup.PersonaId),
            ((string?)riposato.Dati!["occasione"], Field(riposato.Dopo, id, _importo), riposato.Attore.Id!.Value));
        await DaRegistrare.Round(default);
        Assert.Equal(eventi + 1, (await Eventi(id)).Count);
    }

    [Fact]
    public async Task Chi_lascia_la_pagina_chiude_il_proprio_lavoro_e_non_quello_di_altri()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new SalvaBozza(id, [new ModificaCampo(_importo, "500,00", null)]));
        var eventi = (await Eventi(id)).Count;
        await DaRegistrare.PaginaLasciata(id, Bench.Auditor.PersonaId);
        Assert.Equal(eventi, (await Eventi(id)).Count);
        await DaRegistrare.PaginaLasciata(id, Bench.Rup.PersonaId);
        Assert.Equal("PaginaLasciata", (string?)(await Eventi(id))[^1].Dati!["occasione"]);
    }

    [Fact]
    public async Task Senza_evento_si_salva_solo_cio_che_e_della_bozza()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await using var scope = Bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var a = await db.Affidamenti.SingleAsync(x => x.Id == id);
        db.Entry(a).Property(x => x.Oggetto).CurrentValue = "Della bozza";
        Assert.Equal(1, await db.SaveChangesAsync());
        db.Entry(a).Property(x => x.RupId).CurrentValue = Bench.Auditor.PersonaId;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private static string? Field(JsonObject? lato, Guid id, string percorso) => (string?)lato![$"Affidamento/{id}"]!["Bozza"]?[percorso];

    private Task<List<Evento>> Eventi(Guid id) => Bench.Query(async db =>
        (await db.Registro.AsNoTracking().Where(e => e.OggettoId == id.ToString()).OrderBy(e => e.Seq).ToListAsync())
            .Select(e => Evento.Leggi(e.Byte).Value).ToList());
}
