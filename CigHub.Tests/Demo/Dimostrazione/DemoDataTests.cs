using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Domain.Revisione;
using CigHub.Tests.Domain.Registro;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Data.Start;

namespace CigHub.Tests.Demo.Dimostrazione;

/// <summary>The demonstration in its default size, made once for all tests of a class.</summary>
public sealed class FirstDemo : IAsyncLifetime
{
    internal TestOffice Ufficio { get; private set; } = null!;

    public async Task InitializeAsync() => Ufficio = await TestOffice.Open();

    public async Task DisposeAsync() => await Ufficio.DisposeAsync();
}

/// <summary>
/// Checks that the demonstration is a plausible office: complete, with valid codes and amounts, and with a registro that passes its
/// verification.
/// </summary>
public sealed class DemoDataTests(FirstDemo prima) : IClassFixture<FirstDemo>
{
    /// <summary>The number of Affidamenti of the demonstration that commands create, after those made by the generator.</summary>
    private const int Storie = 8;

    private static readonly StatoAffidamento[] _raggiungibili =
    [
        StatoAffidamento.InLavorazione, StatoAffidamento.InApprovazione, StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.CigInRichiesta,
        StatoAffidamento.EsitoDaVerificare, StatoAffidamento.CigAcquisito, StatoAffidamento.Eliminato,
    ];

    private TestOffice Ufficio => prima.Ufficio;

    [Fact]
    public async Task Ci_sono_convenzioni_lotti_enti_persone_e_affidamenti_quanti_detto()
    {
        Assert.Equal(6, (await Ufficio.List<Convenzione>()).Count);
        Assert.Equal(20, (await Ufficio.List<Lotto>()).Count);
        Assert.Equal(150 + Storie, (await Ufficio.List<Affidamento>()).Count);
        var enti = await Ufficio.List<Ente>();
        Assert.Equal(12, enti.Count);
        Assert.Equal(10, enti.Count(e => e.Denominazione.StartsWith("Comune di ", StringComparison.Ordinal)));
        var ruoli = await Ufficio.List<Appartenenza>();
        Assert.All(enti, e => Assert.Superset(
            new HashSet<Ruolo> { Ruolo.Istruttore, Ruolo.Rup }, ruoli.Where(r => r.EnteId == e.Id).Select(r => r.Ruolo).ToHashSet()));
    }

    [Fact]
    public async Task Ogni_stato_raggiungibile_c_e_e_la_storia_dura_due_anni()
    {
        var affidamenti = await Ufficio.List<Affidamento>();
        Assert.Equal(_raggiungibili.Order(), affidamenti.Select(a => a.Stato).Distinct().Order());
        Assert.Contains(affidamenti, a => a is { Stato: StatoAffidamento.InLavorazione, Ritorno: MotivoRitorno.RifiutatoDalPortale }
            && a.NotaRitorno!.Length > 0);
        Assert.Contains(affidamenti, a => a.Pregresso);
        Assert.Contains(affidamenti, a => a.Atti.Count > 1);
        Assert.Contains(affidamenti, a => a.Fascicolo != DatiFascicolo.Vuoto);
        Assert.All(affidamenti.Where(a => a.Portale != DatiPortale.Vuoti), a => Assert.Equal(StatoAffidamento.CigAcquisito, a.Stato));
        Assert.Contains(affidamenti, a => a.Portale.RegistroDiSistema.Length > 0);
        var giorni = affidamenti.Select(a => a.CreatoIl).Order().ToList();
        Assert.True(giorni[0] < TestOffice.Adesso.UtcDateTime.AddMonths(-20), $"the first is of {giorni[0]:d}");
        Assert.All(Enumerable.Range(1, 23), mese => Assert.Contains(
            giorni, g => g >= TestOffice.Adesso.UtcDateTime.AddMonths(-mese - 3) && g < TestOffice.Adesso.UtcDateTime.AddMonths(-mese + 1)));
    }

    [Fact]
    public async Task C_e_una_convenzione_di_ciascuna_specie()
    {
        var (convenzioni, lotti, capienze) = (await Ufficio.List<Convenzione>(), await Ufficio.List<Lotto>(), await Ufficio.List<Capienza>());
        Assert.Single(convenzioni, c => c.ConfrontoCompetitivo);
        Assert.Contains(convenzioni, c => c.AdesioniAl == TestOffice.Oggi.AddDays(20));
        Assert.Contains(lotti, l => l.Fornitori.Select(f => f.IdPartecipante).Distinct().Count() == 2 && l.Fornitori.All(f => f.Quota is > 0));
        Assert.Contains(lotti, l => l.Fornitori.GroupBy(f => f.IdPartecipante).Any(g => g.Count() > 1));
        Assert.Contains(capienze, c => lotti.Single(l => l.Id == c.LottoId).Oggetto.StartsWith("Arredo per nidi", StringComparison.Ordinal)
            && c.Residuo.Centesimi * 100 < c.Massimale.Centesimi * 10);
        Assert.All(capienze, c => Assert.False(c.SforamentoDaRegolarizzare));
    }

    [Fact]
    public async Task I_lotti_del_piccolo_catalogo_hanno_solo_le_otto_storie()
    {
        var lotti = await Ufficio.List<Lotto>();
        string[] piccoli = ["Pulizia e sanificazione – comuni dell'area tiburtina", "Pulizia e sanificazione – Castelli romani",
            "Carta in risme naturale e riciclata", "Conduzione e manutenzione impianti termici – edifici scolastici",
            "Vigilanza – uffici della città metropolitana"];
        Assert.Equal(piccoli, lotti.OrderBy(l => l.CigPadre.Valore[1..7], StringComparer.Ordinal).Take(piccoli.Length).Select(l => l.Oggetto));
        var ids = lotti.Where(l => piccoli.Contains(l.Oggetto)).Select(l => l.Id).ToHashSet();
        Assert.Equal(Storie, (await Ufficio.List<Affidamento>()).Count(a => ids.Contains(a.LottoId)));
        Assert.All(lotti.Where(l => !ids.Contains(l.Id)), l => Assert.DoesNotMatch("Castelli|Carta|Pulizia|Vigilanza", l.Oggetto));
    }

    [Fact]
    public async Task Tutti_i_codici_sono_validi_e_nessun_cig_si_ripete()
    {
        var (affidamenti, lotti, enti) = (await Ufficio.List<Affidamento>(), await Ufficio.List<Lotto>(), await Ufficio.List<Ente>());
        var derivati = affidamenti.SelectMany(a => a.Aggiudicazioni).Select(g => g.CigDerivato?.Valore).OfType<string>().ToList();
        var cig = derivati.Concat(lotti.Select(l => l.CigPadre.Valore)).ToList();
        Assert.Equal(cig.Count, cig.Distinct().Count());
        Assert.All(cig, c => Assert.True(Cig.Leggi(c).IsSuccess, c));
        Assert.Equal([FormaCig.SimogV1, FormaCig.SimogV2OPcp, FormaCig.SmartCig], derivati.Select(c => Cig.Parse(c, null).Forma).Distinct().Order());
        Assert.All(enti, e => Assert.NotNull(ListeAnac.CodIstat.Trova(e.Luogo.Valore)));
        Assert.All(enti.Where(e => e.Denominazione.StartsWith("Comune di ", StringComparison.Ordinal)), e =>
            Assert.Equal(e.Denominazione["Comune di ".Length..].ToUpperInvariant(), ListeAnac.CodIstat.Trova(e.Luogo.Valore)!.Etichetta));
        Assert.All(enti, e => Assert.True(
            PartitaIva.TryParse(e.PartitaIva!.Valore, null, out _) && CodiceFiscale.TryParse(e.CodiceFiscale.Valore, null, out _)));
        Assert.All(await Ufficio.List<Persona>(), p => Assert.True(CodiceFiscale.TryParse(p.CodiceFiscale!.Valore, null, out _), p.NomeUtente));
        Assert.All(lotti, l =>
        {
            Assert.NotNull(ListeAnac.Cpv.Trova(l.Caratteristiche.Cpv.Valore));
            Assert.NotNull(ListeAnac.Ccnl.Trova(l.Caratteristiche.Ccnl));
            Assert.NotNull(ListeAnac.Categoria.Trova(l.Caratteristiche.Categoria));
            Assert.All(l.Fornitori, f => Assert.True(CodiceFiscale.TryParse(f.CodiceFiscale.Valore, null, out _), f.Denominazione));
        });
        Assert.Contains(affidamenti, a => a.Bozza.Testo(PercorsoAd4.Aggiudicazione(0, "cupLotto/0")) is { } cup && Cup.Leggi(cup).IsSuccess);
    }

    [Fact]
    public async Task Le_persone_e_i_fornitori_non_si_ripetono()
    {
        var persone = await Ufficio.List<Persona>();
        Assert.Equal(persone.Count, persone.Select(p => p.CodiceFiscale!.Valore).Distinct().Count());
        Assert.Equal(persone.Count, persone.Select(p => p.NomeCompleto).Distinct().Count());
        var fornitori = (await Ufficio.List<Lotto>()).SelectMany(l => l.Fornitori).ToList();
        Assert.Equal(fornitori.Count, fornitori.Select(f => f.CodiceFiscale.Valore).Distinct().Count());
    }

    [Fact]
    public async Task Chi_ha_agito_ne_aveva_il_ruolo_quel_giorno_e_nessun_atto_e_del_futuro()
    {
        var ruoli = (await Ufficio.List<Appartenenza>()).ToLookup(a => (a.PersonaId, a.EnteId));
        var eventi = (await Ufficio.List<Web.Data.RigaRegistro>()).Where(e => e.AttoreId is not null).ToList();
        Assert.True(eventi.Count > 800, $"{eventi.Count} events");

        // An Auditor of all Enti audits one of them.
        Assert.All(eventi, e => Assert.Contains(ruoli[(e.AttoreId!.Value, e.EnteId)].Concat(ruoli[(e.AttoreId!.Value, null)]), a =>
            a.Ruolo.ToString() == e.Ruolo && a.ValidaAl(DateOnly.FromDateTime(e.Utc))));
        Assert.All(eventi, e => Assert.True(e.Utc <= TestOffice.Adesso.UtcDateTime));
    }

    /// <summary>The members of an event whose date may be later than the event, because they begin or end a period.</summary>
    private static readonly string[] MayLieAhead =
        ["AdesioniDal", "AdesioniAl", "Al", "ContrattoDal", "ContrattoAl", "ValidoFinoAl", "ValidaAl", "Fino", "Decorrenza", "Entro", "Scadenza"];

    [Fact]
    public async Task Nessun_atto_e_datato_dopo_l_evento_che_lo_cita()
    {
        var dates = (await Ufficio.List<Web.Data.RigaRegistro>()).SelectMany(row => DatesIn(Evento.Leggi(row.Byte).Value)).ToList();
        Assert.True(dates.Count > 500, $"{dates.Count} dates");
        Assert.Contains(dates, d => d.Member == "Data");
        Assert.Empty(dates.Where(d => d.Day > d.Event && !MayLieAhead.Contains(d.Member))
            .Select(d => $"{d.Action}: {d.Member} {d.Day:O} in an event of {d.Event:O}").Distinct().Take(20));
    }

    [Fact]
    public async Task Un_Auditor_trova_un_audit_in_corso_con_una_constatazione_sotto_il_programma_dell_anno()
    {
        var audit = Assert.Single(await Ufficio.List<Audit>());
        Assert.Equal(StatoAudit.InCorso, audit.Stato);
        Assert.Equal(Assert.Single(await Ufficio.List<ProgrammaAudit>()).Id, audit.ProgrammaId);
        var carte = await Ufficio.List<CartaDiLavoro>();
        Assert.InRange(carte.Count, 3, 5);
        Assert.Equal(2, carte.Count(c => c.Esito is not null));
        Assert.Null(Assert.Single(await Ufficio.List<Constatazione>()).AttuataIl);
        Assert.Equal(6, (await Ufficio.List<VerificaFornitore>()).Count);
    }

    [Fact]
    public void Una_data_dopo_l_evento_si_trova_anche_in_un_testo_json()
    {
        var act = new JsonObject { ["Atto/1"] = new JsonObject { ["Dati"] = """{"Numero":"7","Data":"2026-11-25"}""" } };
        var found = Assert.Single(DatesIn(
            SampleEventi.Ordinario(1) with { Utc = new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc), Prima = null, Dopo = act, Dati = null }));
        Assert.Equal(("Data", true), (found.Member, found.Day > found.Event));
    }

    /// <summary>
    /// Lists the dates that an event holds, each with the name of its member and with the date of the event itself. Dates inside texts that
    /// hold JSON are included.
    /// </summary>
    private static IEnumerable<(string Action, string Member, DateOnly Day, DateOnly Event)> DatesIn(Evento e) =>
        from found in Dates("", e.Dopo).Concat(Dates("", e.Dati))
        select (e.Azione, found.Member, found.Day, RomeTime.DayInRome(e.Utc));

    private static IEnumerable<(string Member, DateOnly Day)> Dates(string member, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                return o.SelectMany(p => Dates(p.Key, p.Value));
            case JsonArray a:
                return a.SelectMany(item => Dates(member, item));
            case JsonValue v when v.TryGetValue<string>(out var text):
                return text.Length > 0 && text[0] is '{' or '[' && Inner(text) is { } inner ? Dates(member, inner)
                    : text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    && (text.Length == 10 || text[10] is 'T' or ' ')
                        ? [(member, day)]
                        : [];
            default:
                return [];
        }
    }

    private static JsonNode? Inner(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [Fact]
    public async Task Il_registro_e_in_ordine_di_tempo_e_si_verifica()
    {
        var tempi = (await Ufficio.List<Web.Data.RigaRegistro>()).OrderBy(e => e.Seq).Select(e => e.Utc).ToList();
        Assert.Equal(tempi.Order(), tempi);
        Assert.True(tempi[0] < TestOffice.Adesso.UtcDateTime.AddMonths(-23), "the path of the portal and the catalogue come first");
        await Ufficio.RegistroIntegro();
    }

    [Fact]
    public async Task I_totali_sono_le_somme_e_l_aderito_e_quello_degli_affidamenti()
    {
        await Ufficio.TotaliUgualiAlleSomme();
        var affidamenti = await Ufficio.List<Affidamento>();
        Assert.All(await Ufficio.List<Capienza>(), c =>
        {
            long Somma(params StatoAggiudicazione[] stati) =>
                affidamenti.Where(a => a.LottoId == c.LottoId).SelectMany(a => a.Aggiudicazioni).Where(g => stati.Contains(g.Stato))
                    .Sum(g => g.Importo.Centesimi);
            Assert.Equal(Somma(StatoAggiudicazione.Acquisita), c.Aderito.Centesimi);
            var confermati = affidamenti.Where(a => a.LottoId == c.LottoId).Sum(a => a.Confermato.Centesimi);
            Assert.Equal(Somma(StatoAggiudicazione.InRichiesta, StatoAggiudicazione.DaVerificare) + confermati, c.Riservato.Centesimi);
        });
    }

    [Fact]
    public async Task Un_atto_scritto_in_blocco_lascia_lo_stesso_evento_di_un_comando()
    {
        // The last event of each of these actions was written by a command, the others in bulk. It must have the members of one of the others.
        var righe = (await Ufficio.List<Web.Data.RigaRegistro>()).Where(e => e.OggettoTipo == nameof(Affidamento)).OrderBy(e => e.Seq).ToList();
        foreach (var azione in righe.GroupBy(e => e.Azione))
        {
            var forme = azione.Select(e => Evento.Leggi(e.Byte).Value)
                .Select(e => string.Join(' ', Membri(e.Prima).Concat(["→"]).Concat(Membri(e.Dopo)).Concat(e.Dati?.Select(d => d.Key) ?? []))).ToList();
            if (azione.Key is "affidamento.creato" or "affidamento.pronto" or "richiesta.avviata" or "richiesta.riletta" or "richiesta.cig-registrato")
            {
                Assert.Contains(forme[^1], forme[..^1]);
            }
        }

        static IEnumerable<string> Membri(JsonObject? parti) =>
            parti?.SelectMany(p => p.Value!.AsObject().Select(m => $"{p.Key.Split('/')[0]}.{m.Key}")).Order(StringComparer.Ordinal)
                ?? Enumerable.Empty<string>();
    }

    [Fact]
    public async Task I_testi_da_cercare_e_le_colonne_dell_elenco_dicono_quello_che_dice_la_bozza()
    {
        var affidamenti = await Ufficio.List<Affidamento>();
        Assert.All(affidamenti, a =>
        {
            Assert.Equal(a.Importo, a.ImportoAppalto);
            Assert.StartsWith(a.Numero.ToString(), a.TitoloDocumento, StringComparison.Ordinal);
            Assert.Contains(FoldedText.Parole(a.Numero.ToString()), a.TestoRicerca, StringComparison.Ordinal);
            Assert.NotEqual("", a.DenominazioneOe);
        });
        Assert.Equal(affidamenti.Count, affidamenti.Select(a => a.Numero).Distinct().Count());
        foreach (var anno in affidamenti.GroupBy(a => a.Anno))
        {
            Assert.Equal(Enumerable.Range(1, anno.Count()), anno.Select(a => a.Progressivo).Order());
            Assert.Equal(anno.OrderBy(a => a.Progressivo).Select(a => a.CreatoIl), anno.Select(a => a.CreatoIl).Order());
        }
    }
}

/// <summary>A small generated office, made once for all tests of a class.</summary>
public sealed class FewAffidamenti : IAsyncLifetime
{
    public const int Quanti = 12;

    internal TestOffice Ufficio { get; private set; } = null!;

    public async Task InitializeAsync() => Ufficio = await TestOffice.Generate(Quanti);

    public async Task DisposeAsync() => await Ufficio.DisposeAsync();
}

/// <summary>
/// Checks the settings of the demonstration. Equal seeds must give equal data, and the number of Affidamenti must be the one that is set.
/// </summary>
public sealed class SeedTests(FewAffidamenti few) : IClassFixture<FewAffidamenti>
{
    [Fact]
    public async Task Con_lo_stesso_seme_i_dati_sono_gli_stessi_riga_per_riga()
    {
        var uno = few.Ufficio;
        await using var due = await TestOffice.Generate(FewAffidamenti.Quanti);
        foreach (var tabella in uno.Tabelle())
        {
            Assert.Equal(uno.Rows(tabella), due.Rows(tabella));
        }

        Assert.Superset(new HashSet<string> { "Affidamenti", "Registro", "MovimentiCapienza", "Persone", "Lotti", "Atti" },
            uno.Tabelle().Where(t => uno.Rows(t).Count > 0).ToHashSet());
    }

    [Fact]
    public async Task Con_un_altro_seme_i_dati_sono_altri()
    {
        await using var altro = await TestOffice.Generate(FewAffidamenti.Quanti, seme: 7);
        Assert.NotEqual(few.Ufficio.Colonna("SELECT \"ImportoAppalto\" FROM \"Affidamenti\" ORDER BY 1"),
            altro.Colonna("SELECT \"ImportoAppalto\" FROM \"Affidamenti\" ORDER BY 1"));
        Assert.Empty(few.Ufficio.Colonna("SELECT \"Id\" FROM \"Affidamenti\"").Intersect(altro.Colonna("SELECT \"Id\" FROM \"Affidamenti\"")));
    }

    [Fact]
    public async Task Senza_generati_ci_sono_il_piccolo_catalogo_e_le_otto_storie()
    {
        await using var ufficio = await TestOffice.Generate(piccola: true);
        Assert.Equal((4, 5, 3, 8), ((await ufficio.List<Convenzione>()).Count, (await ufficio.List<Lotto>()).Count,
            (await ufficio.List<Ente>()).Count, (await ufficio.List<Affidamento>()).Count));
        Assert.All(await ufficio.List<Affidamento>(), a => Assert.Equal(TestOffice.Adesso.UtcDateTime, a.CreatoIl));
    }

    [Fact]
    public async Task Con_zero_affidamenti_l_ufficio_non_ne_ha_di_nessuno()
    {
        await using var ufficio = await TestOffice.Generate(0);
        Assert.Empty(await ufficio.List<Affidamento>());
        Assert.Equal((5, 3), ((await ufficio.List<Lotto>()).Count, (await ufficio.List<Ente>()).Count));
        await ufficio.RegistroIntegro();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1000001")]
    public async Task Un_numero_fuori_misura_si_dice_e_non_si_scrive_niente(string quanti) =>
        Assert.Contains("Dimostrazione:Affidamenti", (await Assert.ThrowsAsync<StartRefusedException>(
            () => TestOffice.Generate(int.Parse(quanti, CultureInfo.InvariantCulture)))).Message, StringComparison.Ordinal);

    /// <summary>The office of the default size is checked by <see cref="DemoDataTests"/>.</summary>
    [Fact]
    public async Task Quanti_affidamenti_si_chiedono_tanti_ce_ne_sono_e_tengono_ogni_invariante()
    {
        Assert.Equal(FewAffidamenti.Quanti + 8, (await few.Ufficio.List<Affidamento>()).Count);
        await few.Ufficio.TotaliUgualiAlleSomme();
        await few.Ufficio.RegistroIntegro();
    }

    [Fact]
    [LongRun(typeof(DemoDataTests), "an office of ten years")]
    public async Task Un_ufficio_di_dieci_anni_ha_le_sue_misure_e_tiene_ogni_invariante()
    {
        await using var ufficio = await TestOffice.Generate(20, grande: true);
        Assert.Equal((60, 250, 400, 1500), ((await ufficio.List<Convenzione>()).Count, (await ufficio.List<Lotto>()).Count,
            (await ufficio.List<Ente>()).Count, (await ufficio.List<Persona>()).Count));
        await ufficio.TotaliUgualiAlleSomme();
        await ufficio.RegistroIntegro();
        await ufficio.DatiComeIlRegistro();
    }
}
