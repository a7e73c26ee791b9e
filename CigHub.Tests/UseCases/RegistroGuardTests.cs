using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Features.Affidamenti.Deleghe;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Features.Codici;
using CigHub.Tests.Features.DueDiligence;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Features.Revisione;
using CigHub.Tests.Support;
using CigHub.Web.Data;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Malfunzionamenti;
using CigHub.Web.Features.Codici.Errori;
using CigHub.Web.Features.Codici.Importazione;
using CigHub.Web.Features.Persone.Adempimenti;
using CigHub.Web.Features.Revisione.Programma;
using CigHub.Web.Features.Rilievi.Calcolo;
using CigHub.Web.Features.Spesa.Avvisi;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Riconciliazione;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Checks that a change to a business table cannot be saved without an event in the same save. The tests find the tables in EF's model, so
/// that none is forgotten.
/// </summary>
public sealed class RegistroGuardTests : WithBench
{
    [Fact]
    public async Task Nessuna_tabella_si_salva_senza_evento()
    {
        var id = await Bench.Affidamento(StatoAffidamento.CigAcquisito);
        await Bench.Succeeds(new AggiungiAtto(
            id, Guid.CreateVersion7(), SampleFiles.Act(), await Bench.Version(id), new ChosenFile("conferma.pdf", SampleFiles.Pdf())));
        await Bench.Succeeds(new SollecitaRup(await Bench.Affidamento(StatoAffidamento.CigInRichiesta)), Bench.ActorOf("responsabile"));
        await Bench.Succeeds(
            new SilenziaAvviso(Bench.Catalogo.Lotti[0].Id, TipoAvviso.ResiduoBasso, GravitaAvviso.Bassa, "24/12/2026", "gara avviata"),
            Bench.ActorOf("responsabile"));
        await Bench.Succeeds(new ImportaListe(Guid.CreateVersion7(), [SampleListe.SenzaIlRuolo("14")], 0), Bench.ActorOf("amministratore"));
        await Bench.Succeeds(new SegnalaMalfunzionamento(Guid.CreateVersion7(), ""));
        await Bench.Succeeds(new AvviaAnnullamento(id, Guid.CreateVersion7(), (await Bench.ReadAgain(id)).Aggiudicazioni[0].Id, await Bench.Version(id)));
        await Bench.Services.GetRequiredService<SystemWriter>().Write(db =>
        {
            var elenco = new ElencoCaricato(Guid.CreateVersion7(), Bench.Rup.EnteId!.Value,
                new FileAllegato("elenco.xls", "text/html", 1, new string('0', 64)), 1, Bench.Rup.PersonaId, TestBench.Now.UtcDateTime);
            db.ElenchiPortale.Add(elenco);
            return Task.FromResult(Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.ElencoPortale, elenco.Id, null)));
        });
        await Bench.ChiedeDiEntrare();
        await Bench.Delegato(form => (form.Ambito, form.Affidamenti) = (nameof(AmbitoDelega.Scelti), [id]));
        await Bench.Succeeds(new RegistraCigInPiu(id, Guid.CreateVersion7(), InventedCodes.Cig('C', 0x777).Valore, false, await Bench.Version(id)));
        var aiuto = AiutoForm.Of(AiutiForniti.Tutti[0]);
        await Bench.Succeeds(new SalvaAiutoErrore(Guid.CreateVersion7(), aiuto, null), Bench.ActorOf("amministratore"));
        var ente = Bench.Rup.EnteId!.Value;
        await Bench.Services.GetRequiredService<RilieviKeeper>().Keep(
            new RilieviTrovati(
                ente, [new Rilievo(RegoleNote.AppenaSotto, ente, null, new DateOnly(2026, 11, 24), "Appena sotto.", [Prova.Affidamento(id)])]),
            null);
        await Bench.Services.GetRequiredService<RiconciliazioneKeeper>().Keep(SampleOpenData.Esaminato(id, ente), Bench.Auditor);
        await Bench.VerificatoSulLotto();
        await Bench.Succeeds(new RegistraProgramma(Guid.CreateVersion7(), SampleAudit.Programma()), Bench.Auditor);
        await Bench.Succeeds(
            new RegistraAdempimento(
                Guid.CreateVersion7(), Bench.Rup.PersonaId, new AdempimentoForm { Tipo = "Formazione", Giorno = "20/11/2026", Atto = "Attestato 12" }),
            Bench.ActorOf("amministratore"));
        await Bench.Constatata(await Bench.AuditInCorso(), Bench.Rup);
        var tipi = await Bench.Query(
            db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.ClrType).Except([typeof(RigaRegistro), typeof(RigaTesta)]).ToList()));
        Assert.True(tipi.Count >= 10, $"{tipi.Count} business tables found");
        var prima = Bench.Istantanea();

        foreach (var tipo in tipi)
        {
            foreach (var stato in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
            {
                await Refused(tipo, stato, async db => await db.SaveChangesAsync());
                await Refused(tipo, stato, db => Task.FromResult(db.SaveChanges()));
            }
        }

        Assert.Equal(prima, Bench.Istantanea());
    }

    [Fact]
    public async Task Un_evento_di_accesso_negato_non_copre_una_modifica()
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        db.Entry(await db.Enti.FirstAsync()).State = EntityState.Modified;
        db.NewEvents.Add(Row(await db.Testa.AsNoTracking().SingleAsync(), "negato"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Una_modifica_il_cui_evento_non_e_stato_scritto_non_si_conferma()
    {
        var prima = Bench.Istantanea();
        await using (var scope = Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
            await using var transazione = await db.Database.BeginTransactionAsync();
            db.Entry(await db.Enti.FirstAsync()).State = EntityState.Modified;
            db.NewEvents.Add(Row(await db.Testa.AsNoTracking().SingleAsync(), "ok"));
            Assert.Equal(1, await db.SaveChangesAsync());
            await Assert.ThrowsAsync<InvalidOperationException>(() => transazione.CommitAsync());
        }

        Assert.Equal(prima, Bench.Istantanea());
    }

    [Fact]
    public async Task Un_salvataggio_di_sole_righe_del_registro_passa()
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var testa = await db.Testa.AsNoTracking().SingleAsync();
        db.Registro.Add(Row(testa, "negato"));
        Assert.Equal(1, await db.SaveChangesAsync());
    }

    private AsyncServiceScope Scope()
    {
        var scope = Bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        return scope;
    }

    private async Task Refused(Type tipo, EntityState stato, Func<CigHubDbContext, Task<int>> salva)
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var entity = stato == EntityState.Added ? Activator.CreateInstance(tipo, nonPublic: true)! : await Esistente(db, tipo);
        var voce = db.Entry(entity);
        foreach (var chiave in voce.Metadata.FindPrimaryKey()!.Properties.Where(p => p.ClrType == typeof(string) && stato == EntityState.Added))
        {
            voce.Property(chiave.Name).CurrentValue = "chiave";
        }

        voce.State = stato;
        var errore = await Assert.ThrowsAsync<InvalidOperationException>(() => salva(db));
        Assert.Contains(tipo.Name, errore.Message, StringComparison.Ordinal);
    }

    private static async Task<object> Esistente(CigHubDbContext db, Type tipo)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(tipo).Invoke(db, null)!;
        return await set.FirstAsync();
    }

    private static RigaRegistro Row(RigaTesta testa, string esito) => new()
    {
        Seq = testa.Dimensione + 1,
        Byte = [1],
        Foglia = [2],
        Ruolo = "Rup",
        Azione = Azioni.AccessoNegato,
        OggettoTipo = "Comando",
        OggettoId = "x",
        Esito = esito,
    };
}
