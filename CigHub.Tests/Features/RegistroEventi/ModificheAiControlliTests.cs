using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Affidamenti.Deleghe;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Deleghe;
using CigHub.Web.Features.RegistroEventi.Controlli;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>Tests that a change of a threshold, of a role or of a delega is told with the values before and after.</summary>
public sealed class ModificheAiControlliTests : WithBench
{
    [Fact]
    public async Task Una_soglia_cambiata_si_vede_prima_e_dopo_con_chi_e_quando()
    {
        await Bench.Soglia("5000,00");
        await Bench.Soglia("999,99");
        var row = (await Rows(new ControlliFilter(Tipo: "soglie"))).Rows[0];
        var soglia = Assert.Single(row.Cambiamenti, c => c.Dato.Contains("oglia", StringComparison.Ordinal));
        Assert.Contains("5.000,00", soglia.Prima!, StringComparison.Ordinal);
        Assert.Contains("999,99", soglia.Dopo!, StringComparison.Ordinal);
        Assert.Equal("Amministratore", row.Ruolo);
        Assert.Contains(soglia.Dato, (await Rows(new ControlliFilter())).Rows[0].Cambiamenti.Select(c => c.Dato));

        var oggi = Bench.Clock.Today();
        Assert.Empty((await Rows(new ControlliFilter(Al: oggi.AddDays(-1), Tipo: "passi"))).Rows);
        Assert.Empty((await Rows(new ControlliFilter(Persona: "nessuno con questo nome"))).Rows);
        Assert.NotEmpty((await Rows(new ControlliFilter(Dal: oggi, Tipo: "soglie"))).Rows);
    }

    [Fact]
    public async Task L_Auditor_di_un_Ente_vede_le_deleghe_del_suo_e_non_quelle_di_un_altro()
    {
        await Bench.Succeeds(new ConferisciDelega(Guid.CreateVersion7(), SampleDeleghe.Form(Bench.ActorOf("istruttore.tivoli").PersonaId)));
        var ofTivoli = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.Rup.EnteId);
        var ofVelletri = await Bench.Anche(Bench.ActorOf("auditor"), Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        Assert.Contains((await Rows(new ControlliFilter(Tipo: "ruoli"), ofTivoli)).Rows, r => r.Frase.StartsWith("ha delegato", StringComparison.Ordinal));
        Assert.DoesNotContain((await Rows(new ControlliFilter(), ofVelletri)).Rows, r => r.Frase.StartsWith("ha delegato", StringComparison.Ordinal));
        Assert.False((await Bench.Reader.Read<ModificheAiControlli, ListPage<ModificaRow>>(
            Bench.Rup, async q => await q.Run(new ControlliFilter(), 1, 10))).IsSuccess);
    }

    [Fact]
    public void Ogni_azione_cambia_un_solo_tipo_di_controllo() => Assert.Distinct(TipoDiControllo.AzioniDi(null));

    private async Task<ListPage<ModificaRow>> Rows(ControlliFilter filter, Actor? chi = null) =>
        (await Bench.Reader.Read<ModificheAiControlli, ListPage<ModificaRow>>(chi ?? Bench.Auditor, async q => await q.Run(filter, 1, 100))).Value;
}
