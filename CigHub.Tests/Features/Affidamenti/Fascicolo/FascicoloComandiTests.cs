using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Fascicolo;

/// <summary>The tests that all commands on a fascicolo share.</summary>
public abstract class FascicoloContract<TCommand> : VersionedCommandContract<TCommand>
    where TCommand : ICommand
{
    private protected virtual StatoAffidamento Prima => StatoAffidamento.CigInRichiesta;

    private protected virtual StatoAffidamento? NonAmmesso => null;

    /// <summary>Prepares what the command needs and returns the command, with the version of that moment.</summary>
    private protected abstract Task<TCommand> Comando(Guid id);

    private protected abstract Task HaFatto(Guid id);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Banco.Affidamento(Prima);
        await Banco.Riesce(await Comando(id), Banco.Come("istruttore.tivoli"));
        await HaFatto(id);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Banco.Affidamento(Prima);
        var comando = await Comando(id);
        await Banco.Rifiuta("accesso.negato", comando, Banco.Come("responsabile"));
        await Banco.Rifiuta("accesso.negato", comando, Banco.Come("amministratore"));
        await Banco.Rifiuta("dati.non-trovato", comando, Banco.RupDiUnAltroEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Banco.Affidamento(NonAmmesso ?? StatoAffidamento.InLavorazione);
        var comando = await Comando(id);
        if (NonAmmesso is null)
        {
            await Banco.Riesce(new EliminaAffidamento(id, await Banco.Version(id)));
            comando = await Comando(id);
        }

        await Banco.Rifiuta("affidamento.stato", comando);
    }

    private protected override async Task<(TCommand Command, Actor Actor)> SeenNow() => (await Comando(await Banco.Affidamento(Prima)), Banco.Rup);
}

public sealed class AggiungiAttoTests : FascicoloContract<AggiungiAtto>
{
    private protected override async Task<AggiungiAtto> Comando(Guid id) =>
        new(id, Guid.CreateVersion7(), SampleFiles.Conferma(), await Banco.Version(id), SampleFiles.Scelto());

    private protected override async Task HaFatto(Guid id)
    {
        var atto = await Banco.Legge(db => db.Atti.SingleAsync(a => a.AffidamentoId == id));
        Assert.Equal((TipoAtto.ConfermaDiCapienza, "12", Importo.DaEuro(1000), new DateOnly(2026, 12, 31)),
            (atto.Dati.Tipo, atto.Dati.Numero, atto.Dati.Importo, atto.Dati.ValidoFinoAl));
        Assert.Equal("conferma.pdf", atto.File!.Nome);
        Assert.Equal(SampleFiles.Pdf(), (await Banco.Legge(db => db.ContenutiFile.SingleAsync(c => c.Sha256 == atto.File.Sha256))).Byte);
    }

    [Fact]
    public async Task Lo_stesso_file_due_volte_si_conserva_una_volta()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Riesce(await Comando(id));
        await Banco.Riesce(await Comando(id));
        await Banco.Riesce(
            new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Conferma(), await Banco.Version(id), SampleFiles.Scelto(SampleFiles.Pdf("altra"))));
        Assert.Equal((3, 2), (await Banco.Legge(db => db.Atti.CountAsync()), await Banco.Legge(db => db.ContenutiFile.CountAsync())));
    }

    [Fact]
    public async Task Il_registro_ha_l_impronta_e_nessun_byte()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var pdf = SampleFiles.Pdf("un testo che il registro non deve avere");
        var ricevuta = await Banco.Riesce(
            new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Conferma(), await Banco.Version(id), SampleFiles.Scelto(pdf)));
        var testo = System.Text.Encoding.UTF8.GetString((await Banco.Legge(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Byte);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)), testo, StringComparison.Ordinal);
        Assert.DoesNotContain("non deve avere", testo, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(pdf)[..20], testo, StringComparison.Ordinal);
        Assert.DoesNotContain("PDF-1.7", testo, StringComparison.Ordinal);
        await Banco.RegistroIntegro();
    }

    [Fact]
    public async Task Cio_che_non_va_si_dice_tutto_insieme_al_suo_campo_e_non_cambia_nulla()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var modulo = new AttoForm { Tipo = "", Data = "31/02/2026", Protocollo = new string('x', 100_000) };
        var version = await Banco.Version(id);
        var prima = Banco.Istantanea();
        var esito = await Banco.Esegui(new AggiungiAtto(id, Guid.CreateVersion7(), modulo, version, SampleFiles.Scelto(SampleFiles.Exe, "atto.pdf")));
        Assert.Equal(["Tipo:modulo.mancante", "Data:data.inesistente", "Protocollo:modulo.troppo-lungo", "File:file.tipo"],
            esito.Errors.Select(e => $"{e.Field}:{e.Code}"));
        Assert.Equal(prima, Banco.Istantanea());
    }

    [Theory]
    [InlineData("Importo", "0")]
    [InlineData("Importo", "")]
    [InlineData("Importo", "12,345")]
    [InlineData("ValidoFinoAl", "19/11/2026")]
    [InlineData("Data", "25/11/2026")]
    public async Task Una_conferma_che_si_contraddice_e_rifiutata_al_campo(string campo, string testo)
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var modulo = SampleFiles.Conferma();
        typeof(AttoForm).GetProperty(campo)!.SetValue(modulo, testo);
        var esito = await Banco.Esegui(new AggiungiAtto(id, Guid.CreateVersion7(), modulo, await Banco.Version(id)));
        Assert.Equal(campo, Assert.Single(esito.Errors).Field);
        Assert.Empty(await Banco.Legge(db => db.Atti.ToListAsync()));
    }

    [Fact]
    public async Task Un_atto_che_non_e_una_conferma_non_ha_importo_ne_scadenza()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var modulo = SampleFiles.Conferma();
        modulo.Tipo = nameof(TipoAtto.DeterminaDiAdesione);
        await Banco.Riesce(new AggiungiAtto(id, Guid.CreateVersion7(), modulo, await Banco.Version(id)));
        var atto = await Banco.Legge(db => db.Atti.SingleAsync());
        Assert.Equal((null, null, null), (atto.Dati.Importo, atto.Dati.ValidoFinoAl, atto.File));
    }
}

public sealed class RimuoviAttoTests : FascicoloContract<RimuoviAtto>
{
    private protected override async Task<RimuoviAtto> Comando(Guid id)
    {
        if ((await Banco.Rileggi(id)).Stato != StatoAffidamento.Eliminato)
        {
            await Banco.Riesce(new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Conferma(), await Banco.Version(id), SampleFiles.Scelto()));
        }

        var atto = await Banco.Legge(db => db.Atti.Where(a => a.AffidamentoId == id).Select(a => a.Id).FirstAsync());
        return new RimuoviAtto(id, atto, await Banco.Version(id));
    }

    private protected override async Task HaFatto(Guid id)
    {
        Assert.Empty(await Banco.Legge(db => db.Atti.ToListAsync()));
        var evento = await Banco.Legge(db => db.Registro.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal((Azioni.AttoRimosso, "Affidamento", id.ToString()), (evento.Azione, evento.OggettoTipo, evento.OggettoId));
        Assert.Contains("2026/1045", System.Text.Encoding.UTF8.GetString(evento.Byte), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_atto_gia_tolto_lo_si_dice()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Rifiuta("atto.assente", new RimuoviAtto(id, Guid.CreateVersion7(), await Banco.Version(id)));
    }
}

public sealed class ModificaFascicoloTests : FascicoloContract<ModificaFascicolo>
{
    private protected override async Task<ModificaFascicolo> Comando(Guid id) => new(
        id,
        new FascicoloForm { AliquotaIva = "22", Impegno = " 451/2026 ", Capitolo = "1.03.02", ContrattoDal = "1/1/2027", ContrattoAl = "31/12/2030" },
        await Banco.Version(id));

    private protected override async Task HaFatto(Guid id)
    {
        var affidamento = await Banco.Rileggi(id);
        Assert.Equal(new DatiFascicolo(22, "451/2026", "1.03.02", new(2027, 1, 1), new(2030, 12, 31)), affidamento.Fascicolo);
        Assert.Equal(Importo.DaEuro(1220), affidamento.Fascicolo.Lordo(affidamento.Importo));
    }

    [Theory]
    [InlineData("AliquotaIva", "101", "fascicolo.aliquota")]
    [InlineData("AliquotaIva", "ventidue", "percentuale.formato")]
    [InlineData("ContrattoAl", "31/12/2026", "fascicolo.contratto-rovesciato")]
    [InlineData("ContrattoDal", "", "fascicolo.inizio-mancante")]
    [InlineData("ContrattoDal", "30/02/2027", "data.inesistente")]
    public async Task Cio_che_non_va_si_dice_al_campo(string campo, string testo, string codice)
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var comando = await Comando(id);
        typeof(FascicoloForm).GetProperty(campo)!.SetValue(comando.Modulo, testo);
        Assert.Equal(campo, (await Banco.Rifiuta(codice, comando)).Field);
        Assert.Equal(DatiFascicolo.Vuoto, (await Banco.Rileggi(id)).Fascicolo);
    }
}

public sealed class RegistraDatiPortaleTests : FascicoloContract<RegistraDatiPortale>
{
    private protected override StatoAffidamento? NonAmmesso => StatoAffidamento.ProntoPerIlPortale;

    private protected override async Task<RegistraDatiPortale> Comando(Guid id) => new(
        id,
        new DatiPortaleForm { RegistroDiSistema = "PI123-26", FascicoloDiSistema = "FE9", DataInvio = "24/11/2026", Stato = "Inviato",
            StatoAffidamento = "In lavorazione", StatoSchedaPcp = "CigRecuperati" },
        await Banco.Version(id));

    private protected override async Task HaFatto(Guid id)
    {
        var affidamento = await Banco.Rileggi(id);
        Assert.Equal(new DatiPortale("PI123-26", "FE9", new DateOnly(2026, 11, 24), "Inviato", "In lavorazione", "CigRecuperati"), affidamento.Portale);
        Assert.Contains("pi123", affidamento.TestoRicerca, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Una_data_che_non_esiste_si_dice_al_campo()
    {
        var id = await Banco.Affidamento(StatoAffidamento.CigInRichiesta);
        Assert.Equal("DataInvio", (await Banco.Rifiuta(
            "data.inesistente", new RegistraDatiPortale(id, new DatiPortaleForm { DataInvio = "31/11/2026" }, await Banco.Version(id)))).Field);
    }
}

public sealed class ApriAllegatoTests : CommandContract<ApriAllegato>
{
    public override async Task Fa_cio_che_dice()
    {
        var comando = await ConFile();
        var version = await Banco.Version(comando.AffidamentoId);
        var ricevuta = await Banco.Riesce(comando, Banco.Auditor);
        var evento = await Banco.Legge(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq));
        Assert.Equal((Azioni.AllegatoAperto, Banco.Auditor.PersonaId), (evento.Azione, evento.AttoreId));
        Assert.Equal(version, await Banco.Version(comando.AffidamentoId));
        var dato = await Banco.Lettore.Leggi<ContenutoAllegato, AllegatoDaDare>(Banco.Rup, q => q.Esegui(comando.AffidamentoId, comando.AttoId));
        Assert.Equal(SampleFiles.Pdf(), dato.Value.Byte);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await ConFile();
        await Banco.Rifiuta("accesso.negato", comando, Banco.Come("amministratore"));
        var altrui = await Banco.Rifiuta("dati.non-trovato", comando, Banco.RupDiUnAltroEnte);
        var inesistente = await Banco.Rifiuta("dati.non-trovato", new ApriAllegato(Guid.CreateVersion7(), Guid.CreateVersion7()), Banco.RupDiUnAltroEnte);
        Assert.Equal(inesistente, altrui);
        Assert.False((await Banco.Lettore.Leggi<ContenutoAllegato, AllegatoDaDare>(
            Banco.RupDiUnAltroEnte, q => q.Esegui(comando.AffidamentoId, comando.AttoId))).IsSuccess);
    }

    /// <summary>
    /// Checks other refusals, because no state forbids the command: an act without a file, or of another Affidamento, is not found.
    /// </summary>
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = await ConFile();
        var altro = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        await Banco.Rifiuta("dati.non-trovato", comando with { AffidamentoId = altro });
        await Banco.Riesce(new AggiungiAtto(altro, Guid.CreateVersion7(), SampleFiles.Conferma(), await Banco.Version(altro)));
        var senzaFile = await Banco.Legge(db => db.Atti.Where(a => a.AffidamentoId == altro).Select(a => a.Id).SingleAsync());
        await Banco.Rifiuta("dati.non-trovato", new ApriAllegato(altro, senzaFile));
    }

    [Fact]
    public async Task Un_atto_tolto_nel_frattempo_non_si_trova()
    {
        var comando = await ConFile();
        await Banco.Riesce(new RimuoviAtto(comando.AffidamentoId, comando.AttoId, await Banco.Version(comando.AffidamentoId)));
        await Banco.Rifiuta("dati.non-trovato", comando);
    }

    private async Task<ApriAllegato> ConFile()
    {
        var id = await Banco.Affidamento(StatoAffidamento.InLavorazione);
        var atto = Guid.CreateVersion7();
        await Banco.Riesce(new AggiungiAtto(id, atto, SampleFiles.Conferma(), await Banco.Version(id), SampleFiles.Scelto()));
        return new ApriAllegato(id, atto);
    }
}
