using CigHub.Domain.Persone;
using CigHub.Tests.Common.FogliDiCalcolo;
using CigHub.Tests.Support;
using CigHub.Web.Features.Persone.Importazione;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using static CigHub.Tests.Common.FogliDiCalcolo.HandmadeWorkbook;

namespace CigHub.Tests.Features.Persone;

public sealed class ImportaEntiTests : CommandContract<ImportaEnti>
{
    public override async Task Fa_cio_che_dice()
    {
        RigaAnagrafe[] righe = [SampleRows.Ente(), SampleRows.Ente(901, 4), Presente()];
        await Bench.Succeeds(new ImportaEnti(righe, SampleRows.Sha), Bench.Amministratore());

        var nuovo = await Bench.RileggiEnte(righe[0].Id);
        Assert.Equal(("Comune di Forano", "RI", "Ufficio tecnico"), (nuovo.Denominazione, nuovo.Sede.Provincia, nuovo.CentriDiCosto[0].Denominazione));
        Assert.Contains($"\"foglio\":\"{SampleRows.Sha}\"", Assert.Single(await Bench.EventiSu(righe[0].Id)), StringComparison.Ordinal);
        Assert.Single(await Bench.EventiSu(righe[1].Id));
        Assert.Equal("Comune di Tivoli", (await Bench.RileggiEnte(Bench.Rup.EnteId!.Value)).Denominazione);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new ImportaEnti([SampleRows.Ente()], SampleRows.Sha);
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var prima = await Bench.Query(db => db.Enti.CountAsync());
        var sbagliata = SampleRows.Ente(901, 4).With(nameof(EnteForm.Cap), "12");
        Assert.Equal("Righe[1].Cap", (await Refused("modulo.cifre", SampleRows.Ente(), sbagliata)).Field);
        Assert.Equal("Righe[1].CodiceFiscale", (await Refused("importazione.ente-ripetuto", SampleRows.Ente(), SampleRows.Ente(riga: 4))).Field);
        await Refused("foglio.senza-righe");
        await Refused("foglio.troppe-righe", [.. Enumerable.Repeat(SampleRows.Ente(), AnagrafeSheet.MaxRows + 1)]);
        Assert.Equal(prima, await Bench.Query(db => db.Enti.CountAsync()));
    }

    [Fact]
    public async Task Lo_stesso_foglio_due_volte_non_cambia_nulla()
    {
        await Bench.Succeeds(new ImportaEnti([SampleRows.Ente()], SampleRows.Sha), Bench.Amministratore());
        var eventi = await Bench.Query(db => db.Registro.CountAsync());

        await Refused("importazione.niente-di-nuovo", SampleRows.Ente());

        Assert.Equal(eventi, await Bench.Query(db => db.Registro.CountAsync()));
    }

    [Fact]
    public async Task L_anteprima_dice_di_ogni_riga_che_cosa_succede()
    {
        RigaAnagrafe[] righe = [SampleRows.Ente(), Presente(), SampleRows.Ente(901, 5).With(nameof(EnteForm.Pec), "")];
        var anteprima = (await Bench.Reader.Read<AnteprimaEnti, AnteprimaAnagrafe>(Bench.Amministratore(), q => q.Run(righe))).Value;

        Assert.Equal(["Nuovo Ente", "C'è già: Comune di Tivoli", "Da correggere"], anteprima.Righe.Select(r => r.Esito));
        Assert.Equal((1, 1), (anteprima.Sbagliate, anteprima.DaAggiungere));
        Assert.Equal(nameof(EnteForm.Pec), Assert.Single(anteprima.Righe[2].Errors).Field);
    }

    private RigaAnagrafe Presente() => SampleRows.Ente(riga: 5)
        .With(nameof(EnteForm.CodiceFiscale), Bench.Catalogo.Enti.Single(e => e.Id == Bench.Rup.EnteId).CodiceFiscale.Valore)
        .With(nameof(EnteForm.Denominazione), "Comune di Tivoli Terme");

    private Task<CigHub.Domain.Common.Error> Refused(string codice, params RigaAnagrafe[] righe) =>
        Bench.Refuses(codice, new ImportaEnti(righe, SampleRows.Sha), Bench.Amministratore());
}

public sealed class ImportaPersoneTests : CommandContract<ImportaPersone>
{
    private Ente Velletri => Bench.Catalogo.Enti.Single(e => e.Id == Bench.RupOfAnotherEnte.EnteId);

    private string Codice => Velletri.CodiceFiscale.Valore;

    public override async Task Fa_cio_che_dice()
    {
        var rup = SampleRows.Persona(Codice);
        var istruttore = Solo(SampleRows.Persona(Velletri.CodiceIpa.ToUpperInvariant(), Ruolo.Istruttore, 4)).With(AnagrafeSheet.LastDay, "31/12/2026");
        await Bench.Succeeds(new ImportaPersone([rup, istruttore], SampleRows.Sha), Bench.Amministratore());

        var persona = await Bench.RileggiPersona(rup.Id);
        Assert.Equal(("Bruna Sorgenti", "bruna.sorgenti@comune.forano.example"), (persona.NomeCompleto, persona.NomeUtente));
        var ruoli = await Bench.Query(db => db.Appartenenze.AsNoTracking().Where(a => a.PersonaId == persona.Id).OrderBy(a => a.Ruolo).ToListAsync());
        Assert.Equal(
            [(Ruolo.Istruttore, Velletri.Id, new DateOnly(2027, 1, 1)), (Ruolo.Rup, Velletri.Id, (DateOnly?)null)],
            ruoli.Select(a => (a.Ruolo, a.EnteId!.Value, a.Fino)));
        Assert.Equal("Decreto n. 12 del 20/11/2026, Sindaco", ruoli[1].Atto!.InParole());

        // One event for each piece of work: the person, and each of the two roles.
        Assert.Equal(3, (await Bench.EventiSu(persona.Id)).Count);
        await Bench.Succeeds(new ImportaPersone([SampleRows.Persona(Codice), Solo(SampleRows.Persona("tutti", Ruolo.Responsabile, 4))], SampleRows.Sha),
            Bench.Amministratore());
        Assert.Equal(4, (await Bench.EventiSu(persona.Id)).Count);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        var comando = new ImportaPersone([SampleRows.Persona(Codice)], SampleRows.Sha);
        await Bench.Refuses("accesso.negato", comando, Bench.Rup);
        await Bench.Refuses("accesso.negato", comando, Bench.Auditor);
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var prima = await Bench.Query(db => db.Persone.CountAsync());
        await Refused("foglio.senza-righe");
        Assert.Equal("Righe[1].Ruolo", (await Refused(
            "importazione.ruolo", SampleRows.Persona(Codice), SampleRows.Persona(Codice).With(nameof(RuoloForm.Ruolo), "Capo"))).Field);
        Assert.Equal(prima, await Bench.Query(db => db.Persone.CountAsync()));

        await Bench.Succeeds(new ChiudiEnte(Velletri.Id, SampleAnagrafe.Oggi, (await Bench.RileggiEnte(Velletri.Id)).Version), Bench.Amministratore());
        Assert.Equal("Righe[0].Ente", (await Refused(Ente.CodiceChiuso, SampleRows.Persona(Codice))).Field);
    }

    [Fact]
    public async Task Lo_stesso_foglio_due_volte_non_cambia_nulla_nemmeno_un_altro_giorno()
    {
        RigaAnagrafe[] Foglio() => [SampleRows.Persona(Codice), Solo(SampleRows.Persona(Codice, Ruolo.Istruttore, 4)).With(nameof(RuoloForm.Dal), "")];
        await Bench.Succeeds(new ImportaPersone(Foglio(), SampleRows.Sha), Bench.Amministratore());
        var eventi = await Bench.Query(db => db.Registro.CountAsync());

        Bench.Clock.Advance(TimeSpan.FromDays(3));
        await Refused("importazione.niente-di-nuovo", Foglio());

        Assert.Equal(eventi, await Bench.Query(db => db.Registro.CountAsync()));
    }

    [Fact]
    public async Task Un_foglio_non_puo_dare_cio_che_un_clic_non_puo_dare()
    {
        var irene = await Bench.RileggiPersona(Bench.Amministratore().PersonaId);
        var aSe = SampleRows.Persona("tutti", Ruolo.Auditor)
            .With(nameof(PersonaForm.CodiceFiscale), irene.CodiceFiscale!.Valore).With(nameof(PersonaForm.Cognome), "").With(nameof(PersonaForm.Nome), "")
            .With(nameof(PersonaForm.NomeUtente), "");
        await Refused(SeparazioneCompiti.NessunRuoloASeStesso.Codice, aSe);

        // An Auditor with another role at the same Ente needs an act and a reason, in one sheet as well as one after the other.
        await Refused(
            SeparazioneCompiti.AuditorConAltroRuolo.Codice, SampleRows.Persona(Codice), Solo(SampleRows.Persona(Codice, Ruolo.Auditor, 4)));
        await Refused("ruolo.senza-motivo", SampleRows.Persona(Codice), Solo(SampleRows.Persona(Codice, Ruolo.Auditor, 4)).WithAct());

        (string Codice, string? Campo, RigaAnagrafe Riga)[] prove =
        [
            ("nomina.senza-atto", "TipoAtto", SampleRows.Persona(Codice).With(nameof(RuoloForm.TipoAtto), "").With(nameof(RuoloForm.NumeroAtto), "")
                .With(nameof(RuoloForm.DataAtto), "").With(nameof(RuoloForm.EmanatoDa), "")),
            ("ruolo.senza-motivo", "MotivoRuolo", SampleRows.Persona(Codice).With(nameof(RuoloForm.Dal), "01/10/2026")),
            ("ruolo.non-si-assegna", "Ruolo", SampleRows.Persona(Codice, Ruolo.Delegato)),
            ("appartenenza.con-ente", "Ente", SampleRows.Persona(Codice, Ruolo.Amministratore)),
            ("appartenenza.senza-ente", "Ente", SampleRows.Persona("tutti")),
            ("importazione.ente-sconosciuto", "Ente", SampleRows.Persona("80000000000")),
            ("importazione.tipo-atto", "TipoAtto", SampleRows.Persona(Codice).With(nameof(RuoloForm.TipoAtto), "Foglietto")),
            ("importazione.esterno", "Esterno", SampleRows.Persona(Codice).With(nameof(RuoloForm.Esterno), "sì")),
            ("nomina.senza-incarico", "Incarico", SampleRows.Persona(Codice, Ruolo.Responsabile).WithAct().With(nameof(RuoloForm.Esterno), "sì")),
            ("appartenenza.prima-dell-inizio", AnagrafeSheet.LastDay, SampleRows.Persona(Codice).With(AnagrafeSheet.LastDay, "01/01/2026")),
            ("codice-fiscale.non-di-persona", "CodiceFiscale", SampleRows.Persona(Codice).With(nameof(PersonaForm.CodiceFiscale), Codice)),
            ("persona.esiste-gia", "NomeUtente", SampleRows.Persona(Codice).With(nameof(PersonaForm.NomeUtente), "rup.velletri")),
        ];
        foreach (var (codice, campo, riga) in prove)
        {
            Assert.Equal($"Righe[0].{campo}", (await Refused(codice, riga)).Field);
        }
    }

    [Fact]
    public async Task Un_codice_fiscale_di_un_altra_persona_non_le_da_un_ruolo()
    {
        var altra = await Bench.RileggiPersona(Bench.RupOfAnotherEnte.PersonaId);
        var riga = SampleRows.Persona(Codice, Ruolo.Istruttore).With(nameof(PersonaForm.CodiceFiscale), altra.CodiceFiscale!.Valore);
        Assert.Equal("Righe[0].Cognome", (await Refused("importazione.altra-persona", riga)).Field);

        riga.With(nameof(PersonaForm.Cognome), altra.Cognome).With(nameof(PersonaForm.Nome), altra.Nome).With(nameof(PersonaForm.NomeUtente), altra.NomeUtente);
        await Bench.Succeeds(new ImportaPersone([riga], SampleRows.Sha), Bench.Amministratore());
        Assert.Equal(altra.Email, (await Bench.RileggiPersona(altra.Id)).Email);
    }

    /// <summary>Leaves only the codice fiscale of the person's data, as in a second row of the same person.</summary>
    private static RigaAnagrafe Solo(RigaAnagrafe riga)
    {
        foreach (var campo in new[] { nameof(PersonaForm.Nome), nameof(PersonaForm.Cognome), nameof(PersonaForm.NomeUtente), nameof(PersonaForm.Email) })
        {
            riga.With(campo, "");
        }

        return riga;
    }

    private Task<CigHub.Domain.Common.Error> Refused(string codice, params RigaAnagrafe[] righe) =>
        Bench.Refuses(codice, new ImportaPersone(righe, SampleRows.Sha), Bench.Amministratore());
}

/// <summary>Checks that the two templates are what the reading expects, and that codes which became numbers get their zeros back.</summary>
public sealed class AnagrafeSheetTests
{
    [Fact]
    public async Task I_modelli_hanno_le_colonne_che_la_lettura_vuole()
    {
        foreach (var foglio in new[] { AnagrafeSheet.OfEnti, AnagrafeSheet.OfPeople })
        {
            Assert.Equal("foglio.senza-righe", foglio.Read(await foglio.Template()).Errors[0].Code);
        }
    }

    [Fact]
    public void I_due_fogli_stanno_in_un_file_solo_e_i_codici_ritrovano_gli_zeri()
    {
        var file = new HandmadeWorkbook()
            .Sheet(
                "Enti",
                Row(1, [.. AnagrafeSheet.OfEnti.Columns.Select(c => Text(c.Caption))]),
                Row(2, Text("Comune"), Number(2000000901), Text(""), Text("c_d689"), Number(123456), Text("pec@ente.example"), Text("Via 1"), Number(19)))
            .Sheet(
                "Persone",
                Row(1, [.. AnagrafeSheet.OfPeople.Columns.Select(c => Text(c.Caption))]),
                Row(
                    2, Text("Rossi"), Error("#N/A"), Text("X"), Text("rossi"), Text("r@ente.example"), Text(""), Text("RUP"), Number(2000000901),
                    Number(46350)))
            .Write();

        var ente = Assert.Single(AnagrafeSheet.OfEnti.Read(file).Value.Rows);
        Assert.Equal(
            ("02000000901", "0000123456", "00019"),
            (ente[nameof(EnteForm.CodiceFiscale)], ente[nameof(EnteForm.CodiceAusa)], ente[nameof(EnteForm.Cap)]));
        var persona = Assert.Single(AnagrafeSheet.OfPeople.Read(file).Value.Rows);
        Assert.Equal(("02000000901", "24/11/2026"), (persona[nameof(RuoloForm.Ente)], persona[nameof(RuoloForm.Dal)]));
        Assert.Equal(nameof(PersonaForm.Nome), Assert.Single(persona.ConGuaste([])).Field);
    }
}
