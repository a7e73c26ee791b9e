using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Tests.Support;
using CigHub.Tests.UseCases;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Affidamenti.Fascicolo;

/// <summary>The base class of the tests of commands on a fascicolo: the tests that all of them share.</summary>
public abstract class FascicoloContract<TCommand> : VersionedCommandContract<TCommand>
    where TCommand : ICommand
{
    private protected virtual StatoAffidamento Prima => StatoAffidamento.CigInRichiesta;

    private protected virtual StatoAffidamento? NonAmmesso => null;

    /// <summary>Prepares the data that the command needs. Returns the command, with the version that the Affidamento then has.</summary>
    private protected abstract Task<TCommand> Comando(Guid id);

    private protected abstract Task HaFatto(Guid id);

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.Affidamento(Prima);
        await Bench.Succeeds(await Comando(id), Bench.ActorOf("istruttore.tivoli"));
        await HaFatto(id);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.Affidamento(Prima);
        var comando = await Comando(id);
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("responsabile"));
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("amministratore"));
        await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.Affidamento(NonAmmesso ?? StatoAffidamento.InLavorazione);
        var comando = await Comando(id);
        if (NonAmmesso is null)
        {
            await Bench.Succeeds(new EliminaAffidamento(id, await Bench.Version(id)));
            comando = await Comando(id);
        }

        await Bench.Refuses("affidamento.stato", comando);
    }

    private protected override async Task<(TCommand Command, Actor Actor)> SeenNow() => (await Comando(await Bench.Affidamento(Prima)), Bench.Rup);
}

public sealed class AggiungiAttoTests : FascicoloContract<AggiungiAtto>
{
    private protected override async Task<AggiungiAtto> Comando(Guid id) =>
        new(id, Guid.CreateVersion7(), SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto());

    private protected override async Task HaFatto(Guid id)
    {
        var atto = await Bench.Query(db => db.Atti.SingleAsync(a => a.AffidamentoId == id));
        Assert.Equal((TipoAtto.DeterminaDiAdesione, "12", null, null), (atto.Dati.Tipo, atto.Dati.Numero, atto.Dati.Importo, atto.Dati.ValidoFinoAl));
        Assert.Equal("conferma.pdf", atto.File!.Nome);
        Assert.Equal(SampleFiles.Pdf(), (await Bench.Query(db => db.ContenutiFile.SingleAsync(c => c.Sha256 == atto.File.Sha256))).Byte);
    }

    [Fact]
    public async Task Lo_stesso_file_due_volte_si_conserva_una_volta()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Succeeds(await Comando(id));
        await Bench.Succeeds(await Comando(id));
        await Bench.Succeeds(
            new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto(SampleFiles.Pdf("altra"))));
        Assert.Equal((3, 2), (await Bench.Query(db => db.Atti.CountAsync()), await Bench.Query(db => db.ContenutiFile.CountAsync())));
    }

    [Fact]
    public async Task Il_registro_ha_l_impronta_e_nessun_byte()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var pdf = SampleFiles.Pdf("un testo che il registro non deve avere");
        var ricevuta = await Bench.Succeeds(
            new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto(pdf)));
        var testo = System.Text.Encoding.UTF8.GetString((await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq))).Byte);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)), testo, StringComparison.Ordinal);
        Assert.DoesNotContain("non deve avere", testo, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(pdf)[..20], testo, StringComparison.Ordinal);
        Assert.DoesNotContain("PDF-1.7", testo, StringComparison.Ordinal);
        await Bench.RegistroIntegro();
    }

    [Fact]
    public async Task Cio_che_non_va_si_dice_tutto_insieme_al_suo_campo_e_non_cambia_nulla()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var form = new AttoForm { Tipo = "", Data = "31/02/2026", Protocollo = new string('x', 100_000) };
        var version = await Bench.Version(id);
        var prima = Bench.Istantanea();
        var esito = await Bench.Run(new AggiungiAtto(id, Guid.CreateVersion7(), form, version, SampleFiles.Scelto(SampleFiles.Exe, "atto.pdf")));
        Assert.Equal(["Tipo:modulo.mancante", "Data:data.inesistente", "Protocollo:modulo.troppo-lungo", "File:file.tipo"],
            esito.Errors.Select(e => $"{e.Field}:{e.Code}"));
        Assert.Equal(prima, Bench.Istantanea());
    }

    [Theory]
    [InlineData(nameof(TipoAtto.ConfermaDiCapienza))]
    [InlineData(nameof(TipoAtto.CapienzaNegata))]
    public async Task La_risposta_di_CMRC_non_entra_come_un_atto_qualunque_perche_non_prenderebbe_capienza(string tipo)
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var form = SampleFiles.Act();
        form.Tipo = tipo;
        await Bench.Refuses("atto.risposta-sulla-capienza", new AggiungiAtto(id, Guid.CreateVersion7(), form, await Bench.Version(id)));
    }
}

public sealed class RimuoviAttoTests : FascicoloContract<RimuoviAtto>
{
    private protected override async Task<RimuoviAtto> Comando(Guid id)
    {
        if ((await Bench.ReadAgain(id)).Stato != StatoAffidamento.Eliminato)
        {
            await Bench.Succeeds(new AggiungiAtto(id, Guid.CreateVersion7(), SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto()));
        }

        var atto = await Bench.Query(db => db.Atti.Where(a => a.AffidamentoId == id).Select(a => a.Id).FirstAsync());
        return new RimuoviAtto(id, atto, await Bench.Version(id));
    }

    private protected override async Task HaFatto(Guid id)
    {
        Assert.Empty(await Bench.Query(db => db.Atti.ToListAsync()));
        var evento = await Bench.Query(db => db.Registro.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal((Azioni.AttoRimosso, "Affidamento", id.ToString()), (evento.Azione, evento.OggettoTipo, evento.OggettoId));
        Assert.Contains("2026/1045", System.Text.Encoding.UTF8.GetString(evento.Byte), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_atto_gia_tolto_lo_si_dice()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("atto.assente", new RimuoviAtto(id, Guid.CreateVersion7(), await Bench.Version(id)));
    }
}

public sealed class ModificaFascicoloTests : FascicoloContract<ModificaFascicolo>
{
    private protected override async Task<ModificaFascicolo> Comando(Guid id) => new(
        id,
        new FascicoloForm { AliquotaIva = "22", Impegno = " 451/2026 ", Capitolo = "1.03.02", ContrattoDal = "1/1/2027", ContrattoAl = "31/12/2030" },
        await Bench.Version(id));

    private protected override async Task HaFatto(Guid id)
    {
        var affidamento = await Bench.ReadAgain(id);
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
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var comando = await Comando(id);
        typeof(FascicoloForm).GetProperty(campo)!.SetValue(comando.Form, testo);
        Assert.Equal(campo, (await Bench.Refuses(codice, comando)).Field);
        Assert.Equal(DatiFascicolo.Vuoto, (await Bench.ReadAgain(id)).Fascicolo);
    }
}

public sealed class RegistraDatiPortaleTests : FascicoloContract<RegistraDatiPortale>
{
    private protected override StatoAffidamento? NonAmmesso => StatoAffidamento.ProntoPerIlPortale;

    private protected override async Task<RegistraDatiPortale> Comando(Guid id) => new(
        id,
        new DatiPortaleForm
        {
            RegistroDiSistema = "PI123-26",
            FascicoloDiSistema = "FE9",
            DataInvio = "24/11/2026",
            Stato = "Inviato",
            StatoAffidamento = "In lavorazione",
            StatoSchedaPcp = "CigRecuperati"
        },
        await Bench.Version(id));

    private protected override async Task HaFatto(Guid id)
    {
        var affidamento = await Bench.ReadAgain(id);
        Assert.Equal(new DatiPortale("PI123-26", "FE9", new DateOnly(2026, 11, 24), "Inviato", "In lavorazione", "CigRecuperati"), affidamento.Portale);
        Assert.Contains("pi123", affidamento.TestoRicerca, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Una_data_che_non_esiste_si_dice_al_campo()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigInRichiesta);
        Assert.Equal("DataInvio", (await Bench.Refuses(
            "data.inesistente", new RegistraDatiPortale(id, new DatiPortaleForm { DataInvio = "31/11/2026" }, await Bench.Version(id)))).Field);
    }
}

public sealed class ApriAllegatoTests : CommandContract<ApriAllegato>
{
    public override async Task Fa_cio_che_dice()
    {
        var comando = await ConFile();
        var version = await Bench.Version(comando.AffidamentoId);
        var ricevuta = await Bench.Succeeds(comando, Bench.Auditor);
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq));
        Assert.Equal((Azioni.AllegatoAperto, Bench.Auditor.PersonaId), (evento.Azione, evento.AttoreId));
        Assert.Equal(version, await Bench.Version(comando.AffidamentoId));
        var dato = await Bench.Reader.Read<ContenutoAllegato, AllegatoDaDare>(Bench.Rup, q => q.Run(comando.AffidamentoId, comando.AttoId));
        Assert.Equal(SampleFiles.Pdf(), dato.Value.Byte);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await ConFile();
        await Bench.Refuses("accesso.negato", comando, Bench.ActorOf("amministratore"));
        var altrui = await Bench.Refuses("dati.non-trovato", comando, Bench.RupOfAnotherEnte);
        var inesistente = await Bench.Refuses("dati.non-trovato", new ApriAllegato(Guid.CreateVersion7(), Guid.CreateVersion7()), Bench.RupOfAnotherEnte);
        Assert.Equal(inesistente, altrui);
        Assert.False((await Bench.Reader.Read<ContenutoAllegato, AllegatoDaDare>(
            Bench.RupOfAnotherEnte, q => q.Run(comando.AffidamentoId, comando.AttoId))).IsSuccess);
    }

    /// <summary>
    /// The command must be refused for an Atto without a file, and for an Atto of another Affidamento, as not found. No state forbids the
    /// command.
    /// </summary>
    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = await ConFile();
        var altro = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        await Bench.Refuses("dati.non-trovato", comando with { AffidamentoId = altro });
        await Bench.Succeeds(new AggiungiAtto(altro, Guid.CreateVersion7(), SampleFiles.Act(), await Bench.Version(altro)));
        var senzaFile = await Bench.Query(db => db.Atti.Where(a => a.AffidamentoId == altro).Select(a => a.Id).SingleAsync());
        await Bench.Refuses("dati.non-trovato", new ApriAllegato(altro, senzaFile));
    }

    [Fact]
    public async Task Un_atto_tolto_nel_frattempo_non_si_trova()
    {
        var comando = await ConFile();
        await Bench.Succeeds(new RimuoviAtto(comando.AffidamentoId, comando.AttoId, await Bench.Version(comando.AffidamentoId)));
        await Bench.Refuses("dati.non-trovato", comando);
    }

    private async Task<ApriAllegato> ConFile()
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var atto = Guid.CreateVersion7();
        await Bench.Succeeds(new AggiungiAtto(id, atto, SampleFiles.Act(), await Bench.Version(id), SampleFiles.Scelto()));
        return new ApriAllegato(id, atto);
    }
}
