using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Features.Affidamenti.RichiestaCig.InSerie;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Checks who may write preferences. Only the RUP of a request may move its position and tick its values, within the steps and values of
/// its percorso. Every other preference may be written only by the person to whom it belongs.
/// </summary>
public sealed class PreferenceGuardTests : WithBench
{
    private RequestProgress Posizioni => Bench.Services.GetRequiredService<RequestProgress>();

    private PersonalChoices Scelte => Bench.Services.GetRequiredService<PersonalChoices>();

    private PreferenceGuard Guard => Bench.Services.GetRequiredService<PreferenceGuard>();

    public static TheoryData<string, Ruolo, string> Estranei => new()
    {
        { "istruttore.tivoli", Ruolo.Istruttore, "accesso.negato" },
        { "auditor", Ruolo.Auditor, "accesso.negato" },
        { "responsabile", Ruolo.Responsabile, "accesso.negato" },
        { "amministratore", Ruolo.Amministratore, "accesso.negato" },
        { "rup2.tivoli", Ruolo.Responsabile, "accesso.negato" },
        { "rup2.tivoli", Ruolo.Rup, "richiesta.solo-il-rup" },
        { "rup.velletri", Ruolo.Rup, "dati.non-trovato" },
    };

    [Theory]
    [MemberData(nameof(Estranei))]
    public async Task Chi_non_e_il_RUP_non_muove_non_spunta_e_non_ricomincia(string persona, Ruolo ruolo, string codice)
    {
        var (id, chiave) = await Richiesta();
        await Succeeds(Posizioni.VaiA(Bench.Rup, id, 1, 3));
        await Succeeds(Posizioni.Copiato(Bench.Rup, id, chiave));
        var chi = Bench.ActorOf(persona, ruolo);
        Func<Task<Result>>[] scritture =
            [() => Posizioni.VaiA(chi, id, 3, 4), () => Posizioni.VaiA(chi, id, 3, 1), () => Posizioni.Copiato(chi, id, chiave),
                () => Posizioni.StartOver(chi, id)];
        foreach (var scrittura in scritture)
        {
            Assert.Equal([codice], (await scrittura()).Errors.Select(e => e.Code));
        }

        await AssertStands(id, 3, chiave);
    }

    [Fact]
    public async Task Il_RUP_va_avanti_e_indietro_spunta_e_ricomincia()
    {
        var (id, chiave) = await Richiesta();
        await Succeeds(Posizioni.VaiA(Bench.Rup, id, 1, 5));
        await Succeeds(Posizioni.Copiato(Bench.Rup, id, chiave));
        await Succeeds(Posizioni.Copiato(Bench.Rup, id, chiave));
        await Succeeds(Posizioni.VaiA(Bench.Rup, id, 5, 2));
        await AssertStands(id, 2, chiave);

        await Succeeds(Posizioni.StartOver(Bench.Rup, id));
        await AssertStands(id, 1);
    }

    [Fact]
    public async Task Chi_non_e_piu_il_RUP_non_scrive_piu()
    {
        var (id, chiave) = await Richiesta();
        await Succeeds(Posizioni.VaiA(Bench.Rup, id, 1, 2));
        Assert.Equal(["accesso.negato"], (await Posizioni.VaiA(Bench.Rup with { RuoliToken = [Ruolo.Istruttore] }, id, 2, 3)).Errors.Select(e => e.Code));

        await using var file = Bench.OpenFile();
        await using var passa = file.CreateCommand();
        passa.CommandText = "UPDATE \"Affidamenti\" SET \"RupId\" = $altro WHERE \"Id\" = $id";
        passa.Parameters.AddWithValue("$altro", Bench.ActorOf("rup2.tivoli").PersonaId);
        passa.Parameters.AddWithValue("$id", id);
        Assert.Equal(1, await passa.ExecuteNonQueryAsync());

        Assert.Equal(["richiesta.solo-il-rup"], (await Posizioni.VaiA(Bench.Rup, id, 2, 3)).Errors.Select(e => e.Code));
        Assert.Equal(["richiesta.solo-il-rup"], (await Posizioni.Copiato(Bench.Rup, id, chiave)).Errors.Select(e => e.Code));
        await Succeeds(Posizioni.VaiA(Bench.ActorOf("rup2.tivoli", Ruolo.Rup), id, 2, 3));
    }

    [Theory]
    [InlineData(0, "richiesta.passo-sconosciuto")]
    [InlineData(-1, "richiesta.passo-sconosciuto")]
    [InlineData(8, "richiesta.passo-sconosciuto")]
    [InlineData(int.MaxValue, "richiesta.passo-sconosciuto")]
    [InlineData(7, "richiesta.da-rileggere")]
    public async Task Anche_il_RUP_va_solo_dove_il_percorso_lo_porta(int passo, string codice)
    {
        var (id, _) = await Richiesta();
        Assert.Equal([codice], (await Posizioni.VaiA(Bench.Rup, id, 1, passo)).Errors.Select(e => e.Code));
        Assert.Equal(1, (await Posizioni.Read(id)).Passo);
    }

    [Fact]
    public async Task Riletti_i_dati_si_va_oltre_e_all_ultimo_passo()
    {
        var (id, _) = await Richiesta();
        await Succeeds(Posizioni.VaiA(Bench.Rup, id, 1, 6));
        await Bench.Succeeds(new ConfermaRilettura(id, await Bench.Version(id)));
        await Succeeds(Posizioni.VaiA(Bench.Rup, id, 6, 7));
    }

    [Theory]
    [InlineData("")]
    [InlineData("anacForm/inventato|Oggetto")]
    [InlineData("titoloDocumento|Un'altra didascalia")]
    public async Task Si_spuntano_solo_i_valori_della_richiesta(string chiave)
    {
        var (id, _) = await Richiesta();
        Assert.Equal(["richiesta.valore-sconosciuto"],
            (await Posizioni.Copiato(Bench.Rup, id, chiave + new string('x', chiave.Length * 1000))).Errors.Select(e => e.Code));
        Assert.Empty((await Posizioni.Read(id)).Copiati);
    }

    [Fact]
    public async Task Dove_non_c_e_una_richiesta_in_corso_non_si_muove_nulla_e_una_spunta_in_ritardo_non_conta()
    {
        foreach (var stato in new[] { StatoAffidamento.ProntoPerIlPortale, StatoAffidamento.EsitoDaVerificare, StatoAffidamento.CigAcquisito })
        {
            var id = await Bench.Affidamento(stato, cig: 0xABC00 + (int)stato);
            Assert.Equal(["richiesta.non-in-corso"], (await Posizioni.VaiA(Bench.Rup, id, 1, 2)).Errors.Select(e => e.Code));
            await Succeeds(Posizioni.Copiato(Bench.Rup, id, "qualunque"));
            await AssertStands(id, 1);
        }
    }

    [Fact]
    public async Task Una_scheda_rimasta_indietro_non_riporta_indietro_la_richiesta_e_lo_dice()
    {
        var (id, _) = await Richiesta();
        await Succeeds(Posizioni.VaiA(Bench.Rup, id, 1, 5));

        var avanti = Assert.Single((await Posizioni.VaiA(Bench.Rup, id, 1, 2)).Errors);
        Assert.Equal("richiesta.altra-scheda", avanti.Code);
        Assert.StartsWith("La richiesta è andata avanti in un'altra scheda: ora è al passo 5", avanti.Message, StringComparison.Ordinal);
        Assert.Equal(5, (await Posizioni.Read(id)).Passo);

        // Both tabs want the same step. The request is already there, so nothing is refused.
        await Succeeds(Posizioni.VaiA(Bench.Rup, id, 4, 5));

        await Succeeds(Posizioni.VaiA(Bench.Rup, id, 5, 1));
        Assert.Contains("tornata indietro", Assert.Single((await Posizioni.VaiA(Bench.Rup, id, 5, 6)).Errors).Message, StringComparison.Ordinal);
        await Succeeds(Posizioni.StartOver(Bench.Rup, id));
        Assert.Equal(["richiesta.altra-scheda"], (await Posizioni.VaiA(Bench.Rup, id, 5, 6)).Errors.Select(e => e.Code));
        Assert.Equal(1, (await Posizioni.Read(id)).Passo);
    }

    [Fact]
    public async Task Di_due_schede_che_si_muovono_insieme_una_sola_muove()
    {
        var (id, _) = await Richiesta();
        var esiti = await Task.WhenAll(Enumerable.Range(2, 4).Select(passo => Posizioni.VaiA(Bench.Rup, id, 1, passo)));
        Assert.Equal(1, esiti.Count(e => e.IsSuccess));
        Assert.All(esiti.Where(e => !e.IsSuccess), e => Assert.Equal("richiesta.altra-scheda", e.Errors[0].Code));
    }

    [Fact]
    public async Task Una_chiave_conosciuta_ha_una_lunghezza_massima_e_ogni_persona_la_sua_riga()
    {
        var io = (await Guard.Own(Bench.Rup, Permission.LeggiAffidamenti)).Value;
        foreach (var chiave in PreferenceKey.All)
        {
            Assert.True(await Scelte.Remember(io, chiave, new string('a', chiave.MaxLength)));
            Assert.False(await Scelte.Remember(io, chiave, new string('b', chiave.MaxLength + 1)));
            Assert.Equal(new string('a', chiave.MaxLength), await Scelte.Read(Bench.Rup.PersonaId, chiave));
            Assert.Null(await Scelte.Read(Bench.Auditor.PersonaId, chiave));
        }
    }

    [Fact]
    public async Task Chi_non_ha_piu_il_ruolo_non_scrive_nemmeno_le_proprie_preferenze()
    {
        Assert.True((await Guard.Own(Bench.Auditor, Permission.LeggiAffidamenti)).IsSuccess);
        Assert.Equal([Authorizer.Denied], (await Guard.Own(Bench.Auditor, Permission.RichiediCig)).Errors);
        Assert.Equal([Authorizer.Denied], (await Guard.Own(Bench.Auditor with { RuoliToken = [] }, Permission.LeggiAffidamenti)).Errors);
        Assert.Equal([Authorizer.Denied], (await Guard.Own(Bench.Auditor with { EnteId = Bench.Rup.EnteId }, Permission.LeggiAffidamenti)).Errors);
    }

    [Fact]
    public async Task Selezione_e_serie_hanno_un_massimo_anche_da_due_schede_insieme()
    {
        var io = (await Guard.Own(Bench.Rup, Permission.RichiediCig)).Value;
        var serie = Bench.Services.GetRequiredService<SerieStore>();
        List<Guid> tanti = [.. Enumerable.Range(0, PersonalChoices.MaxSelected + 10).Select(_ => Guid.CreateVersion7())];
        await Task.WhenAll(Scelte.Select(io, tanti), Scelte.Select(io, tanti), Scelte.Select(io, [.. tanti.AsEnumerable().Reverse()]));
        Assert.Equal(PersonalChoices.MaxSelected, (await Scelte.Selected(Bench.Rup.PersonaId)).Count);

        await Task.WhenAll(serie.Add(io, tanti.Take(400)), serie.Add(io, tanti.Take(400)), serie.Add(io, tanti.Skip(1000)));
        var voci = await serie.Read(Bench.Rup.PersonaId);
        Assert.Equal((SerieStore.Max, SerieStore.Max), (voci.Count, voci.Select(v => v.Ordine).Distinct().Count()));
    }

    [Fact]
    public async Task Gli_affidamenti_pronti_che_non_entrano_nella_serie_si_dicono()
    {
        var pronto = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var lettura = Bench.Services.GetRequiredService<SerieReader>();
        Assert.Equal(1, (await lettura.Add(Bench.Rup, [pronto], CancellationToken.None)).Value);
        var serie = Bench.Services.GetRequiredService<SerieStore>();
        var io = (await Guard.Own(Bench.Rup, Permission.RichiediCig)).Value;
        await serie.Remove(io, [pronto]);
        await serie.Add(io, Enumerable.Range(0, SerieStore.Max).Select(_ => Guid.CreateVersion7()));
        var errore = Assert.Single((await lettura.Add(Bench.Rup, [pronto], CancellationToken.None)).Errors);
        Assert.Equal("serie.piena", errore.Code);
        Assert.Contains("1 affidamento pronto è rimasto fuori", errore.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alla_serie_scrive_solo_chi_puo_richiedere_il_CIG()
    {
        var lettura = Bench.Services.GetRequiredService<SerieReader>();
        foreach (var chi in new[] { Bench.Auditor, Bench.ActorOf("istruttore.tivoli"), Bench.ActorOf("amministratore") })
        {
            Assert.Equal([Authorizer.Denied], (await lettura.Write(chi, (own, serie) => serie.Add(own, [Guid.CreateVersion7()]))).Errors);
            Assert.Empty(await Bench.Services.GetRequiredService<SerieStore>().Read(chi.PersonaId));
        }
    }

    private static async Task Succeeds(Task<Result> atto) => Assert.Empty((await atto).Errors);

    private async Task AssertStands(Guid id, int passo, params string[] copiati)
    {
        var stato = await Posizioni.Read(id);
        Assert.Equal(passo, stato.Passo);
        Assert.Equal(copiati, stato.Copiati);
    }

    /// <summary>
    /// Creates an Affidamento whose CIG is being requested. Returns its id and the key of one of the values to copy to the portal.
    /// </summary>
    private async Task<(Guid Id, string Chiave)> Richiesta()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        var details = (await Bench.Reader.Read<Web.Features.Affidamenti.Comune.DettaglioAffidamento, Web.Features.Affidamenti.Comune.AffidamentoDetails>(
            Bench.Rup, q => q.Run(id))).Value;
        var guida = details.Guida(CigHub.Domain.Codici.ListeAnac.Fornite);
        return (id, guida.Valori(details.Passi.First(p => p.Valori.Count > 0))[0].Chiave);
    }
}
