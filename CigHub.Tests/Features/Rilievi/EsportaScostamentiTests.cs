using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Rilievi.Elenco;
using CigHub.Web.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Features.Rilievi;

/// <summary>Checks the sheet of the rilievi about the controls, and its event.</summary>
public sealed class EsportaScostamentiTests : CommandContract<EsportaScostamenti>
{
    public override async Task Fa_cio_che_dice()
    {
        await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare);
        Bench.Clock.Advance(TimeSpan.FromDays(15));
        await Bench.Calcola();
        var file = (await Export(Bench.Auditor)).Value;
        Assert.Equal(1, file.Rows);
        Assert.Contains(file.Sha256, (await Bench.EventiSu(file.Id))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", new EsportaScostamenti(Guid.CreateVersion7()), Bench.Responsabile());
        Assert.Equal("accesso.negato", (await Export(Bench.Responsabile())).Errors[0].Code);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        Assert.Equal("scostamenti.foglio-vuoto", (await Export(Bench.Auditor)).Errors[0].Code);
        await Bench.Refuses("dati.non-trovato", new EsportaScostamenti(Guid.CreateVersion7()), Bench.Auditor);
    }

    private async Task<Result<ReadyFile>> Export(Actor actor)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        using var work = new RunningWork(() => Task.CompletedTask, CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<ListExport>().Run(EsportaScostamenti.Sheet(new RilieviFilter()), actor, work);
    }
}
