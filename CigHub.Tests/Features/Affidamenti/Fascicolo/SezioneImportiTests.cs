using Bunit;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Components;
using CigHub.Tests.Support;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Affidamenti.Fascicolo;

/// <summary>Draws the amounts of the fascicolo by the way in which IVA is due: the lordo while it is typed, and what a reader or a conflict shows.</summary>
public sealed class SezioneImportiTests : ComponentTest, IAsyncLifetime
{
    private static readonly string Regime = $"#{InputField.IdOf(nameof(FascicoloForm.RegimeIva))}";

    private TestBench Bench { get; set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        Bench = await TestBench.Create();
        Contesto.Services.AddSingleton(Bench.Services.GetRequiredService<CommandRunner>());
        Contesto.Services.AddSingleton(Bench.Services.GetRequiredService<QueryReader>());
        Contesto.Services.AddSingleton<TimeProvider>(Bench.Clock);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await Contesto.DisposeAsync();
        await Bench.DisposeAsync();
    }

    [Fact]
    public async Task Un_adesione_esente_mostra_il_lordo_senza_aliquota_anche_prima_di_salvare()
    {
        var part = await Draw(await Bench.Affidamento(StatoAffidamento.CigAcquisito), Bench.Rup);
        Assert.Equal("manca l'aliquota IVA", Shown(part.Find(".lordo")));
        part.Find(Regime).Change(nameof(RegimeIva.Esente));
        Assert.Equal("1.000,00\u00A0€", Shown(part.Find(".lordo")));
    }

    [Fact]
    public async Task Chi_solo_legge_vede_che_un_adesione_esente_non_ha_nessuna_aliquota()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        Assert.Equal("non indicata", Aliquota(await Draw(id, Bench.Auditor)));
        await Scrive(id, nameof(RegimeIva.Esente));
        Assert.Equal("nessuna", Aliquota(await Draw(id, Bench.Auditor)));

        static string Aliquota(IRenderedComponent<SezioneImporti> part) =>
            Shown(part.FindAll("dl.dati div").Single(d => d.FirstElementChild!.TextContent == "Aliquota IVA").LastElementChild!);
    }

    [Theory]
    [InlineData(null, nameof(RegimeIva.InversioneContabile), "", "Ora c'è «Inversione contabile (reverse charge)»")]
    [InlineData(nameof(RegimeIva.InversioneContabile), "", nameof(RegimeIva.Esente), "Ora c'è «con l'aliquota»")]
    public async Task In_un_conflitto_il_regime_ha_le_sue_parole(string? prima, string altrove, string qui, string atteso)
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        if (prima is not null)
        {
            await Scrive(id, prima);
        }

        var part = await Draw(id, Bench.Rup);
        part.Find(Regime).Change(qui);
        await Scrive(id, altrove);
        await part.Find("form").SubmitAsync();
        var ora = await Details(id, Bench.Rup);
        part.Render(p => p.Add(c => c.Details, ora));
        Assert.StartsWith(atteso, Shown(part.Find($"{Regime}-aiuto")), StringComparison.Ordinal);
    }

    private async Task Scrive(Guid id, string regime) =>
        await Bench.Succeeds(new ModificaFascicolo(id, new FascicoloForm { RegimeIva = regime }, await Bench.Version(id)));

    private async Task<IRenderedComponent<SezioneImporti>> Draw(Guid id, Actor actor)
    {
        var details = await Details(id, actor);
        return Contesto.Render<SezioneImporti>(p => p
            .Add(c => c.User, new CurrentUser(actor, "utente", "Utente", "Ente"))
            .Add(c => c.Details, details)
            .Add(c => c.Done, _ => { }));
    }

    private async Task<FascicoloDetails> Details(Guid id, Actor actor) =>
        (await Bench.Reader.Read<DettaglioFascicolo, FascicoloDetails?>(actor, q => q.Run(id), default)).Value!;
}
