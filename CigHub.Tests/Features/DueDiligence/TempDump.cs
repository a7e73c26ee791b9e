using CigHub.Domain.Affidamenti;
using CigHub.Domain.DueDiligence;
using CigHub.Tests.Support;
using CigHub.Web.Features.DueDiligence;
using CigHub.Web.Features.Persone.Adempimenti;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.DueDiligence;

public sealed class TempDump : WithBench
{
    [Fact]
    public async Task Dump()
    {
        var id = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var v = await Bench.VerificatoSu(id, TipoVerifica.Durc, "20/12/2026", SampleDueDiligence.Documento());
        var l = await Bench.VerificatoSulLotto(TipoVerifica.Antimafia, "20/12/2026");
        await Bench.Succeeds(new ApriFileVerifica(v));
        await Bench.Succeeds(new RegistraAdempimento(Guid.CreateVersion7(), Bench.Rup.PersonaId, new AdempimentoForm { Tipo = "DichiarazioneAnnuale", Giorno = "20/11/2026", Atto = "Protocollo 2026/771" }), Bench.ActorOf("amministratore"));
        await Bench.Succeeds(new CigHub.Web.Features.Revisione.Programma.RegistraProgramma(Guid.CreateVersion7(), new CigHub.Web.Features.Revisione.Programma.ProgrammaForm { Anno = "2026", Obiettivi = "Verificare le approvazioni sopra soglia", ApprovatoDa = "Segretario generale, decreto n. 12", ApprovatoIl = "10/01/2026", Previsti = "marzo Approvazioni sopra soglia" }), Bench.Auditor);
        var righe = await Bench.Query(db => db.Registro.Where(e => e.Azione == Azioni.VerificaFornitoreRegistrata || e.Azione == Azioni.FileVerificaAperto || e.Azione == Azioni.AdempimentoRegistrato || e.Azione == Azioni.ProgrammaAuditRegistrato).OrderBy(e => e.Seq).Select(e => e.Byte).ToListAsync());
        File.WriteAllLines("/tmp/due-golden.jsonl", righe.Select(b => System.Text.Encoding.UTF8.GetString(b)));
    }
}
