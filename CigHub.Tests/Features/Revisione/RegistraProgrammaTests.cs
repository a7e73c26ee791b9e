using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Support;
using CigHub.Web.Features.Revisione.Elenco;
using CigHub.Web.Features.Revisione.Piano;
using CigHub.Web.Features.Revisione.Programma;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Revisione;

/// <summary>
/// Tests the yearly programme of audits: what it holds, who records it, and that the list of audits stands under the programme in force.
/// </summary>
public sealed class RegistraProgrammaTests : CommandContract<RegistraProgramma>
{
    public override async Task Fa_cio_che_dice()
    {
        var comando = Comando();
        await Bench.Succeeds(comando, Bench.Auditor);
        var programma = await Bench.Query(db => db.ProgrammiAudit.SingleAsync());
        Assert.Equal((2026, null, "Segretario generale, decreto 12"), (programma.Anno, programma.EnteId, programma.ApprovatoDa));
        Assert.Equal([new(3, "Approvazioni sopra soglia"), new(11, "Richieste di CIG")], programma.Previsti);
        await Bench.Refuses("programma.gia-registrato", comando, Bench.Auditor);

        // An Auditor of one Ente records the programme of that Ente, also without choosing it, and reads that of all Enti.
        var suo = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Succeeds(Comando(), suo);
        Assert.Equal(["Programma 2026, Comune di Velletri", "Programma 2026, tutti gli Enti"], await Titoli(suo));
        Assert.Equal(["Programma 2026, tutti gli Enti"], await Titoli(await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.Rup.EnteId)));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        await Bench.Refuses("accesso.negato", Comando());
        await Bench.Refuses("accesso.negato", Comando(), Bench.Responsabile());
        await Bench.Refuses("accesso.negato", Comando(), Bench.ActorOf("amministratore"));
        var comando = Comando();
        comando.Form.Ente = Bench.Rup.EnteId.ToString();
        await Bench.Refuses("dati.non-trovato", comando, await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        async Task Refused(string codice, Action<ProgrammaForm> cambia)
        {
            var comando = Comando();
            cambia(comando.Form);
            await Bench.Refuses(codice, comando, Bench.Auditor);
        }

        await Refused("programma.anno", f => f.Anno = "2028");
        await Refused("programma.anno", f => f.Anno = "2019");
        await Refused("programma.non-approvato", f => f.ApprovatoIl = "25/11/2026");
        await Refused("programma.senza-audit", f => f.Previsti = " ");
        await Refused("programma.riga", f => f.Previsti = "Approvazioni");
        await Refused("programma.mese", f => f.Previsti = "13 Approvazioni");
        await Refused("modulo.mancante", f => f.ApprovatoDa = "");
        await Refused("programma.ente-assente", f => f.Ente = $"{Guid.CreateVersion7()}");
    }

    [Fact]
    public async Task Gli_audit_stanno_sotto_l_ultimo_programma_dell_anno_e_gli_altri_fuori()
    {
        var prima = Comando();
        await Bench.Succeeds(prima, Bench.Auditor);
        var dentro = await Bench.AuditPianificato(Piano(prima.Id));
        var fuori = await Bench.AuditPianificato();
        Bench.Clock.Advance(TimeSpan.FromDays(1));
        var revisione = Comando();
        revisione.Form.Obiettivi = "Obiettivi rivisti";
        await Bench.Succeeds(revisione, Bench.Auditor);
        var gruppi = (await Bench.Reader.Read<ListaAudit, AuditListView>(Bench.Auditor, async q => await q.Run(1))).Value.Gruppi;
        Assert.Equal([("Obiettivi rivisti", dentro), (null, fuori)], gruppi.Select(g => (g.Programma?.Obiettivi, Assert.Single(g.Audit).Id)));
        await Bench.Refuses("audit.programma-assente", new PianificaAudit(Guid.CreateVersion7(), Piano(Guid.CreateVersion7())), Bench.Auditor);
    }

    private static PianoForm Piano(Guid programma)
    {
        var piano = SampleAudit.Piano();
        piano.Programma = programma.ToString();
        return piano;
    }

    private static RegistraProgramma Comando() => new(Guid.CreateVersion7(), SampleAudit.Programma());

    private async Task<IReadOnlyList<string>> Titoli(Actor actor) =>
    [
        .. (await Bench.Reader.Read<ListaAudit, AuditListView>(actor, async q => await q.Run(1))).Value.Gruppi
            .Select(g => g.Programma?.Titolo).OfType<string>().Order(StringComparer.Ordinal),
    ];
}
