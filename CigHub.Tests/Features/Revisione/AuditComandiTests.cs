using System.Text;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Tests.Domain.Revisione;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Attestazioni.Dossier;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Features.Revisione.Campioni;
using CigHub.Web.Features.Revisione.Carte;
using CigHub.Web.Features.Revisione.Piano;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using static CigHub.Tests.Features.Revisione.SampleAudit;

namespace CigHub.Tests.Features.Revisione;

/// <summary>Checks who plans an audit, and of which Ente.</summary>
public sealed class PianificaAuditTests : CommandContract<PianificaAudit>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.AuditPianificato();
        var audit = await Bench.Audit(id);
        Assert.Equal((StatoAudit.Pianificato, "Richieste di novembre", Bench.Auditor.PersonaId), (audit.Stato, audit.Titolo, audit.AutoreId));

        // An Auditor of one Ente plans audits of that Ente, also without choosing it.
        var suo = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        Assert.Equal(suo.EnteId, (await Bench.Audit(await Bench.AuditPianificato(chi: suo))).EnteId);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new PianificaAudit(Guid.CreateVersion7(), Piano(Bench.Rup.EnteId));
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.Responsabile());
        await Bench.Refuses("accesso.negato", comando, Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", comando, await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.AuditPianificato();
        await Bench.Refuses("audit.esiste-gia", new PianificaAudit(id, Piano()), Bench.Auditor);
        var piano = Piano();
        (piano.Dal, piano.Al) = (piano.Al, piano.Dal);
        await Bench.Refuses("audit.periodo", new PianificaAudit(Guid.CreateVersion7(), piano), Bench.Auditor);
        await Bench.Refuses("modulo.mancante", new PianificaAudit(Guid.CreateVersion7(), new PianoForm()), Bench.Auditor);
        await Bench.Refuses("audit.ente-assente", new PianificaAudit(Guid.CreateVersion7(), Piano(Guid.CreateVersion7())), Bench.Auditor);
    }
}

/// <summary>Checks that a sample is frozen with its population, seed and place in the registro, and drawn once.</summary>
public sealed class EstraiCampioneTests : VersionedCommandContract<EstraiCampione>
{
    private protected override string EndedBySecondChange => "audit.gia-estratto";

    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.AuditPianificato();
        var prima = await Bench.Query(db => db.Testa.AsNoTracking().SingleAsync());
        await Bench.Succeeds(new EstraiCampione(id, Casuale(2), 0), Bench.Auditor);
        var audit = await Bench.Audit(id);
        var campione = audit.Campione!;
        Assert.Equal((StatoAudit.InCorso, 3, "3f9c1a", prima.Dimensione), (audit.Stato, campione.Popolazione, campione.Seme, campione.Evento));
        Assert.Equal(Convert.ToHexStringLower(prima.Radice), campione.Radice);

        // The kept file is the population, and drawing again from it gives the same papers in the same order.
        var file = Encoding.UTF8.GetString((await Bench.Query(db => db.ContenutiFile.SingleAsync(c => c.Sha256 == campione.Impronta))).Byte);
        Assert.Equal(campione.Impronta, Campionamento.Impronta(file));
        var popolazione = file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(';'))
            .Select(r => new Elemento(Guid.Parse(r[0]), Guid.Parse(r[1]), long.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(3, popolazione.Count);
        var ancora = Campionamento.Estrai(new RichiestaCampione(campione.Metodo, campione.Seme, campione.Quanti, null, "", []), popolazione);
        Assert.Equal(ancora, audit.Carte.Select(c => c.AffidamentoId));
        Assert.Equal([1, 2], audit.Carte.Select(c => c.Posizione));
        Assert.Contains(campione.Impronta, (await Bench.EventiSu(id))[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.AuditPianificato();
        await Bench.Refuses("accesso.negato", new EstraiCampione(id, Casuale(2), 0), Bench.Rup);
        var suo = await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId);
        await Bench.Refuses("dati.non-trovato", new EstraiCampione(id, Casuale(2), 0), suo);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.AuditPianificato();
        await Bench.Refuses("audit.quanti", new EstraiCampione(id, Casuale(0), 0), Bench.Auditor);
        await Bench.Refuses("audit.quanti", new EstraiCampione(id, Casuale(Campione.Massimo + 1), 0), Bench.Auditor);
        await Bench.Refuses(
            "audit.campione-vuoto", new EstraiCampione(id, new() { Metodo = nameof(MetodoCampione.SopraImporto), Soglia = "9.000.000,00" }, 0), Bench.Auditor);
        var ignoto = new CampioneForm { Metodo = nameof(MetodoCampione.Ragionato), Motivo = "m", Numeri = "CH-2026-99999" };
        await Bench.Refuses("audit.numeri", new EstraiCampione(id, ignoto, 0), Bench.Auditor);
        await Bench.Succeeds(new EstraiCampione(id, Casuale(2), 0), Bench.Auditor);
        await Bench.Refuses("audit.gia-estratto", new EstraiCampione(id, Casuale(2), 1), Bench.Auditor);
    }

    [Fact]
    public async Task Senza_seme_lo_estrae_CigHub_e_lo_scrive()
    {
        var id = await Bench.AuditPianificato();
        await Bench.Succeeds(new EstraiCampione(id, Casuale(1, ""), 0), Bench.Auditor);
        Assert.Equal(16, (await Bench.Audit(id)).Campione!.Seme.Length);
    }

    [PythonFact]
    public async Task Un_campione_di_20_con_un_seme_lo_estrae_uguale_chi_non_ha_CigHub()
    {
        for (var i = 0; i < 27; i++)
        {
            await Bench.Affidamento(StatoAffidamento.InLavorazione);
        }

        foreach (var (metodo, nome) in new[] { (MetodoCampione.Casuale, "casuale"), (MetodoCampione.PerEnte, "per-ente") })
        {
            var id = await Bench.AuditPianificato();
            await Bench.Succeeds(new EstraiCampione(id, new() { Metodo = $"{metodo}", Quanti = "20", Seme = "estratto in seduta 4512" }, 0), Bench.Auditor);
            var audit = await Bench.Audit(id);
            var impronta = audit.Campione!.Impronta;
            var popolazione = await Bench.Query(db => db.ContenutiFile.Where(c => c.Sha256 == impronta).Select(c => c.Byte).SingleAsync());
            string[] attese = [$"{impronta} {audit.Campione.Popolazione}", .. audit.Carte.Select(c => $"{c.AffidamentoId}")];
            Assert.Equal(21, attese.Length);
            Assert.Equal(attese, DocumentedDraw.Run(Encoding.UTF8.GetString(popolazione), nome, "estratto in seduta 4512", 20));
        }
    }

    [Fact]
    public async Task Ragionato_prende_i_numeri_scritti_e_il_motivo()
    {
        var id = await Bench.AuditPianificato();
        var primo = await Bench.Query(db => db.Affidamenti.AsNoTracking().OrderBy(a => a.Progressivo).FirstAsync());
        var form = new CampioneForm { Metodo = nameof(MetodoCampione.Ragionato), Numeri = $" {primo.Numero},\n", Motivo = "Segnalato" };
        await Bench.Succeeds(new EstraiCampione(id, form, 0), Bench.Auditor);
        var audit = await Bench.Audit(id);
        Assert.Equal([primo.Id], audit.Carte.Select(c => c.AffidamentoId));
        Assert.Equal("Segnalato", audit.Campione!.Motivo);
    }

    [Fact]
    public async Task La_popolazione_e_quella_del_piano()
    {
        await Bench.Aderito("600,00", rup: "rup.velletri");
        var id = await Bench.AuditPianificato(Piano(Bench.RupOfAnotherEnte.EnteId));
        await Bench.Succeeds(new EstraiCampione(id, Casuale(50), 0), Bench.Auditor);
        Assert.Equal(1, (await Bench.Audit(id)).Campione!.Popolazione);
        var ottobre = Piano();
        (ottobre.Dal, ottobre.Al) = ("01/10/2026", "31/10/2026");
        var vuoto = await Bench.AuditPianificato(ottobre);
        await Bench.Refuses("audit.campione-vuoto", new EstraiCampione(vuoto, Casuale(50), 0), Bench.Auditor);
    }

    [Fact]
    public async Task Nessuno_estrae_tra_affidamenti_a_cui_ha_preso_parte()
    {
        var id = await Bench.AuditPianificato();
        var rup = await Bench.Anche(Bench.Rup, Ruolo.Auditor, null);
        await Bench.Refuses(SeparazioneCompiti.NessunoRevisionaIlProprioLavoro.Codice, new EstraiCampione(id, Casuale(2), 0), rup);

        // The one who only worked on one of them, by an event, took part too.
        Bench.Forza("UPDATE Affidamenti SET RupId = $altro, AutoreId = $altro", ("$altro", Bench.RupOfAnotherEnte.PersonaId));
        await Bench.Refuses(SeparazioneCompiti.NessunoRevisionaIlProprioLavoro.Codice, new EstraiCampione(id, Casuale(2), 0), rup);
    }

    private protected override async Task<(EstraiCampione Command, Actor Actor)> SeenNow() =>
        (new EstraiCampione(await Bench.AuditPianificato(), Casuale(2), 0), Bench.Auditor);

    private protected override async Task<Actor> ChangedBySecondPerson(EstraiCampione command, Actor first)
    {
        var altro = await Bench.AltroAuditor();
        await Bench.Succeeds(command, altro);
        return altro;
    }
}

/// <summary>Checks that a working paper says who looked at what, and stays as it is once the report is signed.</summary>
public sealed class CompilaCartaTests : VersionedCommandContract<CompilaCarta>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.AuditInCorso();
        var carta = (await Bench.Audit(id)).Carte[0].Id;
        await Bench.Succeeds(new CompilaCarta(id, carta, Carta(EsitoAudit.Osservazione), 1), Bench.Auditor);
        await Bench.Succeeds(new CompilaCarta(id, carta, Carta(), 2), Bench.Auditor);
        var ora = (await Bench.Audit(id)).Carte[0];
        Assert.Equal((EsitoAudit.Conforme, Bench.Auditor.PersonaId), (ora.Esito, ora.CompilataDaId));
        var eventi = await Bench.EventiSu(id);
        Assert.Contains("\"Esito\":\"Osservazione\"", eventi[^1], StringComparison.Ordinal);
        Assert.Contains("\"Esito\":\"Conforme\"", eventi[^1], StringComparison.Ordinal);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var id = await Bench.AuditInCorso();
        var comando = new CompilaCarta(id, (await Bench.Audit(id)).Carte[0].Id, Carta(), 1);
        await Bench.Refuses("accesso.negato", comando, Bench.Responsabile());
        await Bench.Refuses("dati.non-trovato", comando, await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId));
        var rup = await Bench.Anche(Bench.Rup, Ruolo.Auditor, null);
        await Bench.Refuses(SeparazioneCompiti.NessunoRevisionaIlProprioLavoro.Codice, comando, rup);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await Bench.AuditInCorso();
        var carta = (await Bench.Audit(id)).Carte[0].Id;
        await Bench.Refuses("modulo.mancante", new CompilaCarta(id, carta, new CartaForm(), 1), Bench.Auditor);
        await Bench.Refuses("dati.non-trovato", new CompilaCarta(id, Guid.CreateVersion7(), Carta(), 1), Bench.Auditor);
        await Bench.Firmato(id);
        await Bench.Refuses("audit.chiuso", new CompilaCarta(id, carta, Carta(), await Bench.VersioneDi(id)), Bench.Auditor);
    }

    private protected override async Task<(CompilaCarta Command, Actor Actor)> SeenNow()
    {
        var id = await Bench.AuditInCorso();
        return (new CompilaCarta(id, (await Bench.Audit(id)).Carte[0].Id, Carta(), 1), Bench.Auditor);
    }

    private protected override Task<Actor> ChangedBySecondPerson(CompilaCarta command, Actor first) => Bench.CorrettaDaUnAltro(command.AuditId);
}

/// <summary>Checks that a finding has an owner of the Ente, who is not its author.</summary>
public sealed class AggiungiConstatazioneTests : VersionedCommandContract<AggiungiConstatazione>
{
    public override async Task Fa_cio_che_dice()
    {
        var id = await Bench.AuditInCorso();
        await Bench.Constatata(id, Bench.Rup);
        var vista = Assert.Single((await Bench.Vista(id)).Constatazioni);
        Assert.Equal((1, "Aldo Ferrantini", "Pietro Valcerca", false), (vista.Posizione, vista.Responsabile, vista.Autore, vista.InRitardo));
        Assert.Equal((Bench.Rup.EnteId, new DateOnly(2026, 12, 31)), (vista.Constatazione.EnteId, vista.Constatazione.Entro));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = await Comando();
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("dati.non-trovato", comando, await Bench.Anche(Bench.Auditor, Ruolo.Auditor, Bench.RupOfAnotherEnte.EnteId));
        await Bench.Refuses(SeparazioneCompiti.NessunoRevisionaIlProprioLavoro.Codice, comando, await Bench.Anche(Bench.Rup, Ruolo.Auditor, null));
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var comando = await Comando();
        await Bench.Refuses("modulo.mancante", comando with { Form = new ConstatazioneForm() }, Bench.Auditor);
        await Bench.Refuses("audit.responsabile", comando with { Form = Rilevata(Bench.RupOfAnotherEnte.PersonaId) }, Bench.Auditor);
        var form = Rilevata(Bench.Rup.PersonaId);
        form.Entro = "23/11/2026";
        await Bench.Refuses("audit.termine-passato", comando with { Form = form }, Bench.Auditor);
        form = Rilevata(Bench.Rup.PersonaId);
        form.Gravita = nameof(EsitoAudit.Conforme);
        await Bench.Refuses("audit.constatazione-conforme", comando with { Form = form }, Bench.Auditor);

        // The author of a finding is never its owner, also in a small office where one person has both roles.
        var anche = await Bench.Anche(Bench.Auditor, Ruolo.Responsabile, null);
        await Bench.Refuses(
            SeparazioneCompiti.NessunoVerificaLaPropriaAzione.Codice, comando with { Form = Rilevata(anche.PersonaId) }, Bench.Auditor);
    }

    private protected override async Task<(AggiungiConstatazione Command, Actor Actor)> SeenNow() => (await Comando(), Bench.Auditor);

    private protected override Task<Actor> ChangedBySecondPerson(AggiungiConstatazione command, Actor first) => Bench.CorrettaDaUnAltro(command.AuditId);

    private async Task<AggiungiConstatazione> Comando()
    {
        var id = await Bench.AuditInCorso();
        return new AggiungiConstatazione(id, Guid.CreateVersion7(), (await Bench.Audit(id)).Carte[0].Id, Rilevata(Bench.Rup.PersonaId), 1);
    }
}
