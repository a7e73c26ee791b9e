using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Attestazioni;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Attestazioni;

/// <summary>Checks that an Auditor, and nobody else, asks for an attestazione, and that asking is an event.</summary>
public sealed class NuovaAttestazioneTests : CommandContract<NuovaAttestazione>
{
    public override async Task Fa_cio_che_dice()
    {
        var receipt = await Bench.Succeeds(new NuovaAttestazione(), Bench.Auditor);
        Assert.Equal(Azioni.AttestazioneChiesta, await Bench.Query(db => db.Registro.Where(e => e.Seq == receipt.Seq).Select(e => e.Azione).SingleAsync()));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", new NuovaAttestazione(), Bench.Rup);
        await Bench.Refuses("accesso.negato", new NuovaAttestazione(), Bench.Amministratore());
    }

    /// <summary>Asking again is no wrong state: each request is an event of its own.</summary>
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var first = await Bench.Succeeds(new NuovaAttestazione(), Bench.Auditor);
        Assert.Equal(first.Seq + 1, (await Bench.Succeeds(new NuovaAttestazione(), Bench.Auditor)).Seq);
    }
}
