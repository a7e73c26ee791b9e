using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Components.Layout;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.VaiA;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Affidamenti.Elenco;

/// <summary>
/// Checks the search of Affidamenti. The database itself must filter, sort, page and count, so that the app never loads the whole table.
/// </summary>
public sealed class ListaAffidamentiTests : WithBench
{
    private PersonalChoices Scelte => Bench.Services.GetRequiredService<PersonalChoices>();

    private async Task<OwnPreferences> Own(Actor actor) =>
        (await Bench.Services.GetRequiredService<PreferenceGuard>().Own(actor, Permission.LeggiAffidamenti)).Value;

    [Fact]
    public async Task Ogni_filtro_lascia_solo_cio_che_gli_risponde()
    {
        var carta = await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: 2, importo: "10,00");
        var pulizie = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, importo: "30,00");
        await DalPortale(carta);
        var righe = (await Search(AffidamentiFilter.Tutti)).Righe;
        Assert.Equal(2, righe.Count);
        var riga = righe.Single(r => r.Id == carta);
        Assert.Equal(("Inviato", "PI009-26", "Carta in risme naturale e riciclata", 1000),
            (riga.StatoPortale, riga.RegistroDiSistema, riga.DescrizioneCigPadre, riga.Importo.Centesimi));

        AffidamentiFilter[] soloCarta =
        [
            new(Testo: "RISM natura"), new(Stato: StatoAffidamento.CigAcquisito), new(Registro: "pi009"),
            new(CigPadre: riga.CigPadre.Valore.ToLowerInvariant()), new(Titolo: "carta in"),
            new(CigDerivato: riga.CigDerivati), new(Dal: new DateOnly(2026, 11, 20), Al: new DateOnly(2026, 11, 20)), new(Oe: "alto sangro"),
        ];
        foreach (var filtro in soloCarta)
        {
            Assert.Equal([carta], (await Search(filtro)).Righe.Select(r => r.Id));
        }

        AffidamentiFilter[] nessuno = [new(Testo: "isme"), new(Testo: "carta 100_"), new(Titolo: "%"), new(CigDerivato: "_"),
            new(Dal: new DateOnly(2026, 11, 21)), new(Selezionati: true), new(Stato: StatoAffidamento.Eliminato)];
        foreach (var filtro in nessuno)
        {
            Assert.Empty((await Search(filtro)).Righe);
        }

        await Scelte.Select(await Own(Bench.Rup), [pulizie]);
        Assert.Equal([pulizie], (await Search(new(Selezionati: true))).Righe.Select(r => r.Id));
    }

    [Fact]
    public async Task Si_trova_per_Ente_RUP_Lotto_e_Convenzione_anche_insieme_e_senza_accenti()
    {
        var catalogo = Bench.Catalogo;
        var altra = catalogo.Lotti.Select((l, i) => (l, i)).First(x => x.l.ConvenzioneId != catalogo.Lotti[0].ConvenzioneId);
        var convenzione = catalogo.Convenzioni.Single(c => c.Id == altra.l.ConvenzioneId);
        var mio = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var diMarta = await Bench.Affidamento(StatoAffidamento.InLavorazione, rup: "rup2.tivoli");
        var diVelletri = await Bench.Affidamento(StatoAffidamento.InLavorazione, rup: "rup.velletri");
        var dellaltra = await Bench.Affidamento(StatoAffidamento.InLavorazione, lotto: altra.i);
        var marta = catalogo.Persone.Single(p => p.NomeUtente == "rup2.tivoli");
        var responsabile = Bench.ActorOf("responsabile");

        Assert.Equal([diVelletri], await Trovati(responsabile, "VELLÈTRI"));
        Assert.Equal([diMarta], await Trovati(responsabile, $"{marta.Nome} {marta.Cognome[..4]}"));
        Assert.Equal([diMarta], await Trovati(responsabile, $"tivoli {marta.Cognome}"));
        Assert.Empty(await Trovati(responsabile, $"velletri {marta.Cognome}"));
        Assert.Equal([dellaltra], await Trovati(responsabile, convenzione.Titolo));
        Assert.Equal(new[] { mio, diMarta, dellaltra }.Order(), (await Trovati(Bench.Rup, "tivoli")).Order());
        Assert.Empty(await Trovati(Bench.Rup, "velletri"));
        Assert.Empty(await Trovati(responsabile, "elletri"));
    }

    [Fact]
    public async Task Vai_a_trova_come_l_elenco_e_porta_a_tutti_quando_sono_molti()
    {
        var diVelletri = await Bench.Affidamento(StatoAffidamento.InLavorazione, rup: "rup.velletri");
        Assert.Contains(AppRoutes.SchedaDi(diVelletri), (await VaiA(Bench.ActorOf("responsabile"), "velletri")).Select(d => d.Address));
        Assert.DoesNotContain(AppRoutes.SchedaDi(diVelletri), (await VaiA(Bench.Rup, "velletri")).Select(d => d.Address));
        for (var i = 0; i < 7; i++)
        {
            await Bench.Affidamento(StatoAffidamento.InLavorazione);
        }

        var tutti = Assert.Single(await VaiA(Bench.Rup, "tivoli"), d => d.Kind == "Affidamenti");
        Assert.Equal(7, (await Search(AffidamentiFilter.From(tutti.Address))).Totale);
    }

    [Theory]
    [MemberData(nameof(Ordini))]
    public async Task Ogni_ordine_va_nei_due_versi_e_attraversa_le_pagine_senza_perdere_ne_ripetere(string? ordine)
    {
        for (var i = 0; i < 5; i++)
        {
            await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: i % 3, importo: $"{(i * 7 % 5) + 1},00");
        }

        foreach (var crescente in new[] { true, false })
        {
            var filtro = new AffidamentiFilter(Ordine: ordine, Crescente: crescente);
            var tutte = (await Search(filtro)).Righe;
            var aPagine = new List<AffidamentoRow>();
            for (var pagina = 1; pagina <= 3; pagina++)
            {
                var trovate = await Search(filtro, pagina, 2);
                Assert.Equal(5, trovate.Totale);
                aPagine.AddRange(trovate.Righe);
            }

            Assert.Equal(tutte.Select(r => r.Id), aPagine.Select(r => r.Id));
            var atteso = ordine switch
            {
                "Importo" => tutte.OrderBy(r => r.Importo.Centesimi).Select(r => r.Importo.ToString()),
                "CigPadre" => tutte.OrderBy(r => r.CigPadre.Valore, StringComparer.Ordinal).Select(r => r.CigPadre.Valore),
                "Titolo" => tutte.OrderBy(r => r.Titolo, StringComparer.Ordinal).Select(r => r.Titolo),
                _ => null,
            };
            if (atteso is not null)
            {
                var trovato = tutte.Select(r => ordine switch { "Importo" => r.Importo.ToString(), "CigPadre" => r.CigPadre.Valore, _ => r.Titolo });
                Assert.Equal(crescente ? atteso : atteso.Reverse(), trovato);
            }
        }
    }

    public static TheoryData<string?> Ordini => [null, .. AffidamentiColumns.Tutte.SortNames];

    [Fact]
    public async Task La_selezione_di_uno_non_mostra_a_un_altro_cio_che_non_puo_vedere()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var altro = Bench.RupOfAnotherEnte;
        await Scelte.Select(await Own(altro), [id]);
        var trovate = await Bench.Reader.Read<ListaAffidamenti, FoundAffidamenti>(
            altro, async q => await q.Run(new(Selezionati: true), altro.PersonaId, 1, 50));
        Assert.Empty(trovate.Value.Righe);
    }

    [Fact]
    public async Task Cio_che_non_si_elimina_resta_e_si_dice_perche()
    {
        var bozza = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var acquisito = await Bench.Affidamento(StatoAffidamento.CigAcquisito, lotto: 1);
        await Scelte.Select(await Own(Bench.Rup), [bozza, acquisito]);
        var righe = (await Search(new(Selezionati: true))).Righe;
        await using var scope = Bench.Services.CreateAsyncScope();
        var esito = await scope.ServiceProvider.GetRequiredService<EliminaSelezionati>().Run(righe, Bench.Rup);
        Assert.Equal(1, esito.Eliminati);
        Assert.Contains("CIG acquisito", Assert.Single(esito.Rimasti).Motivo, StringComparison.Ordinal);
        Assert.Equal(StatoAffidamento.Eliminato, (await Bench.ReadAgain(bozza)).Stato);
        Assert.Equal([acquisito], await Scelte.Selected(Bench.Rup.PersonaId));
    }

    /// <summary>
    /// The first page of the list must be read from an index and never by a scan of the table, whatever its size. The test looks at the
    /// query plan and not at the time.
    /// </summary>
    [Theory]
    [InlineData("rup.tivoli")]
    [InlineData("responsabile")]
    public async Task La_prima_pagina_si_legge_da_un_indice(string chi)
    {
        await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var actor = Bench.ActorOf(chi);
        await using var scope = Bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenFor(actor);
        var ricerca = scope.ServiceProvider.GetRequiredService<AffidamentiSearch>();
        var filtrati = await ricerca.Filtrati(AffidamentiFilter.Tutti, actor.PersonaId);
        var ordinati = scope.ServiceProvider.GetRequiredService<ListaAffidamenti>().Ordinati(filtrati, default);
        foreach (var sql in new[] { ordinati.Take(50).Select(a => a.TitoloDocumento).ToQueryString(), filtrati.Take(10).Select(a => 1).ToQueryString() })
        {
            var piano = await Piano(sql);
            Assert.DoesNotContain("SCAN a\n", piano + "\n", StringComparison.Ordinal);
            Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", piano, StringComparison.Ordinal);
            Assert.Matches("USING (COVERING )?INDEX (Elenco|Ordine|Lavoro|IX_Affidamenti)_", piano);
        }
    }

    [Fact]
    public void Il_filtro_va_nell_indirizzo_e_ne_torna_uguale()
    {
        var filtro = new AffidamentiFilter("carta & risme", StatoAffidamento.CigAcquisito, "PI1", "A3", "t=1", "B6", true, new DateOnly(2026, 1, 2),
            new DateOnly(2026, 3, 4), "S.p.A.", "Importo", true, Attesa.SenzaEsito, true);
        Assert.Equal(filtro, AffidamentiFilter.From("http://localhost" + filtro.Address(3, 25)));
        Assert.Equal(filtro, AffidamentiFilter.From(filtro.Address()));
        Assert.Equal(AffidamentiFilter.Tutti, AffidamentiFilter.From("http://localhost/affidamenti?stato=boh&dal=ieri&ordine=77&testo=%20"));
        Assert.Equal(ListAddress.MaxText, AffidamentiFilter.From("http://localhost/affidamenti?testo=" + new string('x', 100_000)).Testo!.Length);
    }

    /// <summary>
    /// The words of a filter in the address and in the event must never change, nor their order, because saved links, saved filters and
    /// events of the registro hold them.
    /// </summary>
    [Fact]
    public void L_indirizzo_le_parole_e_l_evento_di_un_filtro_restano_quelli_di_sempre()
    {
        var filtro = new AffidamentiFilter(
            "carta & risme", StatoAffidamento.CigAcquisito, "PI1", "A3", "t=1", "B6", true, new DateOnly(2026, 1, 2), new DateOnly(2026, 3, 4), "S.p.A.",
            "Importo", true, Attesa.SenzaEsito, true);
        const string Indirizzo = "testo=carta%20%26%20risme&stato=CigAcquisito&attesa=SenzaEsito&miei=si&registro=PI1&cigPadre=A3&titolo=t%3D1"
            + "&cigDerivato=B6&selezione=si&dal=2026-01-02&al=2026-03-04&oe=S.p.A.&ordine=Importo&verso=su";
        Assert.Equal($"{AppRoutes.Affidamenti}?{Indirizzo}&pagina=3&righe=25", filtro.Address(3, 25));
        Assert.Equal(Indirizzo, string.Join('&', filtro.Json().Select(v => $"{v.Key}={Uri.EscapeDataString((string)v.Value!)}")));
        Assert.Equal(AppRoutes.Affidamenti, AffidamentiFilter.Tutti.Address());
        Assert.Equal("Importo", AffidamentiFilter.From("http://localhost/affidamenti?ordine=importo").Ordine);
        Assert.Equal(
            "Testo: carta & risme · Stato Affidamento: CIG acquisito · Gruppo del Cruscotto: Richieste senza esito da giorni · Di chi: solo i miei"
            + " · Registro di Sistema: PI1 · CIG Padre: A3 · Titolo documento: t=1 · CIG Derivato: B6 · Selezione: solo i selezionati"
            + " · Data Invio dal: 02/01/2026 · Data Invio al: 04/03/2026 · Denominazione OE: S.p.A.",
            filtro.Words());
    }

    [Fact]
    public void Le_colonne_stanno_sullo_schermo_nel_foglio_e_sulla_carta_nell_ordine_di_sempre()
    {
        var colonne = AffidamentiColumns.Tutte;
        string[] tutte =
        [
            "Registro di Sistema", "Titolo documento", "Oggetto", "Importo Appalto", "Data Invio", "Stato", "CIG Padre",
            "Descrizione CIG Padre", "CIG Derivato",
            "Denominazione OE", "RUP", "Ente", "Stato Affidamento",
        ];
        string[] prima = ["Titolo documento", "Importo Appalto", "CIG Padre", "CIG Derivato", "RUP", "Ente", "Stato Affidamento"];
        Assert.Equal([.. prima, .. tutte.Except(prima)], colonne.OnScreen().Select(c => c.Caption));
        Assert.Equal(prima.Except(["Ente"]), colonne.OnScreen(acrossEnti: false, all: false).Select(c => c.Caption));
        Assert.Equal(tutte.Except(["Ente"]), colonne.InSheet(acrossEnti: false).Select(c => c.Caption));
        Assert.Equal(
            ["Titolo documento", "Registro di Sistema", "CIG Padre", "CIG Derivato", "Denominazione OE", "RUP", "Ente", "Data Invio",
                "Importo Appalto", "Stato Affidamento"],
            colonne.OnPaper().Select(c => c.Caption));
    }

    private async Task<IEnumerable<Guid>> Trovati(Actor chi, string testo) =>
        (await Bench.Reader.Read<ListaAffidamenti, FoundAffidamenti>(
            chi, async q => await q.Run(new(Testo: testo), chi.PersonaId, 1, 50))).Value.Righe.Select(r => r.Id);

    private async Task<IReadOnlyList<Destination>> VaiA(Actor chi, string testo) =>
        (await Bench.Reader.Read<CercaDestinazioni, IReadOnlyList<Destination>>(chi, q => q.Run(testo))).Value;

    private async Task<FoundAffidamenti> Search(AffidamentiFilter filtro, int pagina = 1, int perPagina = 50) =>
        (await Bench.Reader.Read<ListaAffidamenti, FoundAffidamenti>(Bench.Rup, async q => await q.Run(filtro, Bench.Rup.PersonaId, pagina, perPagina))).Value;

    private async Task DalPortale(Guid id)
    {
        await using var file = Bench.OpenFile();
        await using var comando = file.CreateCommand();
        comando.CommandText =
            "UPDATE Affidamenti SET Portale_RegistroDiSistema = 'PI009-26', Portale_DataInvio = '2026-11-20', Portale_Stato = 'Inviato' WHERE Id = $id";
        comando.Parameters.AddWithValue("$id", id.ToString().ToUpperInvariant());
        Assert.Equal(1, await comando.ExecuteNonQueryAsync());
    }

    private async Task<string> Piano(string sql)
    {
        await using var file = Bench.OpenFile();
        await using var comando = file.CreateCommand();
        comando.CommandText = string.Join('\n', sql.Split('\n').Where(r => !r.StartsWith(".param", StringComparison.Ordinal))).Insert(0, "EXPLAIN QUERY PLAN ");
        foreach (var riga in sql.Split('\n').Where(r => r.StartsWith(".param set", StringComparison.Ordinal)))
        {
            var parti = riga.Split(' ', 4);
            comando.Parameters.AddWithValue(parti[2], parti[3].Trim().Trim('\''));
        }

        var righe = new List<string>();
        await using var lettore = await comando.ExecuteReaderAsync();
        while (await lettore.ReadAsync())
        {
            righe.Add(lettore.GetString(3));
        }

        return string.Join('\n', righe);
    }
}
