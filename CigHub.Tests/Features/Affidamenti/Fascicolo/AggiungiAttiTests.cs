using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Fascicolo;

public sealed class AggiungiAttiTests : FascicoloContract<AggiungiAtti>
{
    private protected override async Task<AggiungiAtti> Comando(Guid id) => new(
        id, [Atto(TipoAtto.DeterminaDiAdesione, "uno"), Atto(TipoAtto.Contratto, "due")], await Bench.Version(id));

    private protected override async Task HaFatto(Guid id)
    {
        var atti = await Bench.Query(db => db.Atti.AsNoTracking().Where(a => a.AffidamentoId == id).OrderBy(a => a.Tipo).ToListAsync());
        Assert.Equal([TipoAtto.DeterminaDiAdesione, TipoAtto.Contratto], atti.Select(a => a.Tipo));
        foreach (var atto in atti)
        {
            Assert.True(await Bench.Query(db => db.ContenutiFile.AnyAsync(c => c.Sha256 == atto.File!.Sha256)));
        }

        Assert.Equal(2, await Bench.Query(db => db.Registro.CountAsync(e => e.Azione == Azioni.AttoAggiunto)));
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Se_uno_non_va_non_entra_nessuno_e_ogni_riga_dice_il_suo_perche()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var version = await Bench.Version(id);
        var prima = Bench.Istantanea();
        var senzaTipo = Atto(TipoAtto.Altro, "due");
        (senzaTipo.Form.Tipo, senzaTipo.Form.Data) = ("", "31/02/2026");
        var risposta = Atto(TipoAtto.ConfermaDiCapienza, "tre");

        var esito = await Bench.Run(new AggiungiAtti(id, [Atto(TipoAtto.Contratto, "uno"), senzaTipo, risposta], version));

        Assert.Equal(
            ["Atti[1].Tipo:modulo.mancante", "Atti[1].Data:data.inesistente", "Atti[2].Tipo:atto.risposta-sulla-capienza"],
            esito.Errors.Select(e => $"{e.Field}:{e.Code}"));
        Assert.Equal(prima, Bench.Istantanea());
    }

    [Fact]
    public async Task Lo_stesso_file_in_due_righe_si_conserva_una_volta()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(new AggiungiAtti(id, [Atto(TipoAtto.Contratto, "uno"), Atto(TipoAtto.Altro, "uno")], await Bench.Version(id)));
        Assert.Equal((2, 1), (await Bench.Query(db => db.Atti.CountAsync()), await Bench.Query(db => db.ContenutiFile.CountAsync())));
    }

    [Fact]
    public async Task Troppi_o_nessuno_si_rifiutano()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var version = await Bench.Version(id);
        await Bench.Refuses("atto.nessun-file", new AggiungiAtti(id, [], version));
        await Bench.Refuses(
            "atto.troppi-file",
            new AggiungiAtti(id, [.. Enumerable.Range(0, AggiungiAtti.MaxAtti + 1).Select(i => Atto(TipoAtto.Altro, $"{i}"))], version));
    }

    private static NuovoAttoConFile Atto(TipoAtto tipo, string testo) => new(
        Guid.CreateVersion7(),
        new AttoForm { Tipo = tipo.ToString(), Data = "20/11/2026", Numero = testo },
        SampleFiles.Scelto(SampleFiles.Pdf(testo), $"{testo}.pdf"));
}
