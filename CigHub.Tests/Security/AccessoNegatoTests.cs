using System.Reflection;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Tests.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Tests.WritePath;
using CigHub.Web.Features.Affidamenti;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CigHub.Tests.Security;

/// <summary>Who may not is refused at the next command and at the next query, leaves an event, and changes nothing else.</summary>
public sealed class AccessoNegatoTests : ConBanco
{
    private const string Negati = "SELECT COUNT(*) FROM \"Registro\" WHERE \"Esito\" = 'negato'";

    private static readonly string[] DelRegistro = ["Registro", "RegistroTesta"];

    /// <summary>Every command, whatever it is: tried by roles that it does not admit.</summary>
    [Fact]
    public async Task Ogni_comando_di_chi_non_ha_il_permesso_lascia_un_evento_negato_e_nient_altro()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var comandi = WritePathSetup.Comandi(typeof(WritePathSetup).Assembly).ToList();
        Assert.NotEmpty(comandi);
        foreach (var tipo in comandi)
        {
            foreach (var nessuno in new[] { Banco.Auditor, Banco.Come("amministratore"), Banco.Come("responsabile"), Banco.Rup with { RuoliToken = [] } }.Where(a => !Ammesso(tipo, a)))
            {
                await Negato(tipo, id, nessuno, Autorizzazione.Negata.Code);
            }
        }
    }

    public static TheoryData<string> Comandi => new(WritePathSetup.Comandi(typeof(WritePathSetup).Assembly).Select(t => t.Name));

    /// <summary>Every command × every role × own and other Ente, found in the code: what the table says, the write path does.</summary>
    [Theory]
    [MemberData(nameof(Comandi))]
    public async Task Ogni_comando_per_ogni_ruolo_nel_proprio_e_in_un_altro_Ente(string nome)
    {
        var tipo = WritePathSetup.Comandi(typeof(WritePathSetup).Assembly).Single(t => t.Name == nome);
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        foreach (var ruolo in Enum.GetValues<Ruolo>())
        {
            var proprio = await Banco.Anche(Banco.Come("istruttore.tivoli"), ruolo, ruolo == Ruolo.Amministratore ? null : Banco.Rup.EnteId);
            var altrui = await Banco.Anche(Banco.Come("istruttore.velletri"), ruolo, ruolo == Ruolo.Amministratore ? null : Banco.RupDiUnAltroEnte.EnteId);
            if (!Ammesso(tipo, proprio))
            {
                await Negato(tipo, id, proprio, Autorizzazione.Negata.Code);
                await Negato(tipo, id, altrui, Autorizzazione.Negata.Code);
                continue;
            }

            if (tipo.IsAssignableTo(typeof(ISuAffidamento)))
            {
                var risposta = await Negato(tipo, id, altrui, CommandRunner.NonTrovato.Code);
                Assert.Equal(await Negato(tipo, Guid.CreateVersion7(), proprio, CommandRunner.NonTrovato.Code), risposta);
            }

            // Whatever else is wrong with a command made up of nothing: it is not a matter of who asks.
            var negati = Banco.Chiedi<long>(Negati);
            await Record.ExceptionAsync(() => Esegui(tipo, id, proprio));
            Assert.Equal(negati, Banco.Chiedi<long>(Negati));
        }
    }

    [Fact]
    public async Task Un_appartenenza_terminata_vale_fino_al_giorno_prima()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var rup = Banco.Rup;
        var oggi = DateOnly.FromDateTime(Banco.Adesso.UtcDateTime);
        await Come_amministrazione(async db => (await db.Appartenenze.SingleAsync(a => a.PersonaId == rup.PersonaId)).Termina(oggi.AddDays(1)));
        await Legge(rup, id);

        // Midnight is Rome's: 23:00 UTC is tomorrow there in winter.
        Banco.Orologio.SetUtcNow(new DateTimeOffset(oggi.ToDateTime(new TimeOnly(23, 0)), TimeSpan.Zero));
        await Negato(typeof(AvviaRichiestaCig), id, rup, Autorizzazione.Negata.Code);
        await NonLegge(rup, id);
    }

    [Fact]
    public async Task Una_persona_disattivata_non_fa_e_non_legge_piu_nulla()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var rup = Banco.Rup;
        await Legge(rup, id);
        await Come_amministrazione(async db => (await db.Persone.SingleAsync(p => p.Id == rup.PersonaId)).Disattiva());
        await Negato(typeof(AvviaRichiestaCig), id, rup, Autorizzazione.Negata.Code);
        await NonLegge(rup, id);
    }

    [Fact]
    public async Task Un_ruolo_che_manca_nel_token_o_un_Ente_che_non_e_il_suo_non_valgono()
    {
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var rup = Banco.Rup;
        Actor[] finti =
        [
            rup with { RuoliToken = [] },
            rup with { RuoliToken = [Ruolo.Istruttore, Ruolo.Responsabile] },
            rup with { EnteId = null },
            rup with { EnteId = Banco.RupDiUnAltroEnte.EnteId },
            rup with { PersonaId = Guid.CreateVersion7() },
            Banco.Come("istruttore.tivoli") with { Ruolo = Ruolo.Rup, RuoliToken = [Ruolo.Rup, Ruolo.Istruttore] },
        ];
        foreach (var finto in finti)
        {
            await Negato(typeof(AvviaRichiestaCig), id, finto, Autorizzazione.Negata.Code);
            await NonLegge(finto, id);
        }

        await Banco.Riesce(new AvviaRichiestaCig(id, await Banco.Version(id), DichiarazioneConflitto.VersioneTesto), rup);
    }

    [Fact]
    public async Task Un_comando_rifiutato_per_altro_non_cambia_nulla()
    {
        var altro = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "8000,00");
        var id = await Banco.Affidamento(StatoAffidamento.ProntoPerIlPortale, lotto: 2, importo: "7000,01");
        await Banco.Riesce(new AvviaRichiestaCig(altro, await Banco.Version(altro), DichiarazioneConflitto.VersioneTesto));
        var version = await Banco.Version(id);
        var prima = Banco.Istantanea();
        await Banco.Rifiuta("capienza.insufficiente", new AvviaRichiestaCig(id, version, DichiarazioneConflitto.VersioneTesto));
        await Banco.Rifiuta("affidamento.stato", new SegnaPronto(id, version));
        await Banco.Rifiuta(VersioneSuperata.Codice, new RiportaInLavorazione(id, version - 1));
        await Banco.Rifiuta("nota.mancante", new RegistraRifiuto(id, "", version));
        Assert.Equal(prima, Banco.Istantanea());
    }

    /// <summary>Runs a command of that type and gives the refusal; the database holds one event more, of a denied act, and is otherwise as it was.</summary>
    private async Task<Error> Negato(Type comando, Guid id, Actor attore, string codice)
    {
        var prima = Banco.Istantanea(DelRegistro);
        var eventi = Banco.Chiedi<long>("SELECT COUNT(*) FROM \"Registro\"");

        var errore = Assert.Single((await Esegui(comando, id, attore)).Errors);
        Assert.Equal(codice, errore.Code);
        Assert.Equal(prima, Banco.Istantanea(DelRegistro));
        Assert.Equal(eventi + 1, Banco.Chiedi<long>("SELECT COUNT(*) FROM \"Registro\""));
        var evento = await Banco.Legge(db => db.Registro.OrderByDescending(e => e.Seq).FirstAsync());
        Assert.Equal((Azioni.AccessoNegato, "negato", attore.PersonaId), (evento.Azione, evento.Esito, evento.AttoreId));
        Assert.Contains(comando.Name, System.Text.Encoding.UTF8.GetString(evento.Byte), StringComparison.Ordinal);
        await Banco.RegistroIntegro();
        return errore;
    }

    private Task<Result<Ricevuta>> Esegui(Type comando, Guid id, Actor attore)
    {
        var metodo = typeof(CommandRunner).GetMethod(nameof(CommandRunner.Esegui))!.MakeGenericMethod(comando);
        return (Task<Result<Ricevuta>>)metodo.Invoke(Banco.Runner, [Qualunque(comando, id), attore, CancellationToken.None])!;
    }

    private static bool Ammesso(Type comando, Actor attore) =>
        attore.RuoliToken.Contains(attore.Ruolo) && attore.Ruolo.Ammette(WritePathSetup.Permesso(comando));

    /// <summary>A well-formed command of a type, on that Affidamento.</summary>
    private static object Qualunque(Type comando, Guid id) => Activator.CreateInstance(
        comando,
        [.. comando.GetConstructors(BindingFlags.Public | BindingFlags.Instance)[0].GetParameters().Select(p => p switch
        {
            { Name: "AffidamentoId" } => id,
            _ when p.ParameterType == typeof(Guid) => Guid.CreateVersion7(),
            _ when p.ParameterType == typeof(int) => 1,
            _ when p.ParameterType == typeof(bool) => true,
            _ when p.ParameterType.IsEnum => Enum.GetValues(p.ParameterType).GetValue(0),
            _ when p.ParameterType == typeof(string) => "testo",
            _ when p.ParameterType == typeof(IReadOnlyList<ModificaCampo>) => (object)new[] { new ModificaCampo(PercorsoAd4.Oggetto, "x", null) },
            _ when p.HasDefaultValue || Nullable.GetUnderlyingType(p.ParameterType) is not null => null,
            _ when p.ParameterType.GetConstructor(Type.EmptyTypes) is { } vuoto => vuoto.Invoke(null),

            // A filter, the rows of a sheet: who may not is refused before anybody looks at them.
            _ when !p.ParameterType.IsValueType => null,
            _ => throw new NotSupportedException($"{comando.Name}: a value for {p.Name} is wanted here."),
        })])!;

    private async Task Legge(Actor attore, Guid id) =>
        Assert.True((await Banco.Lettore.Leggi<DettaglioAffidamento, SchedaAffidamento>(attore, q => q.Esegui(id))).IsSuccess);

    private async Task NonLegge(Actor attore, Guid id)
    {
        var esito = await Banco.Lettore.Leggi<DettaglioAffidamento, SchedaAffidamento>(attore, q => q.Esegui(id));
        Assert.Equal(Autorizzazione.Negata, Assert.Single(esito.Errors));
    }

    private Task Come_amministrazione(Func<Web.Data.CigHubDbContext, Task> cambia) =>
        Banco.Services.GetRequiredService<SystemWriter>().Scrivi(async db =>
        {
            await cambia(db);
            return Eventi.Di(new EventoDaScrivere(Azioni.CatalogoCaricato, "Catalogo", Guid.Empty, null));
        });
}
