using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Approvazione;
using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Affidamenti.Approvazione;
using CigHub.Web.Features.Cruscotto.AvvisiPosta;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Operations.Posta;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CigHub.Tests.Operations.Posta;

/// <summary>
/// Checks, with a real mail server, that a person who asked for it is told once of each thing that newly waits for this person, and nobody else.
/// </summary>
public sealed class AvvisiPostaTests : WithBench, IAsyncLifetime
{
    private readonly SmtpListener _mail = SmtpListener.Start();

    private Actor Responsabile => Bench.Responsabile();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _mail.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public async Task Chi_deve_approvare_e_chi_riceve_indietro_lo_sanno_una_volta_sola()
    {
        await Asks(Responsabile);
        await Asks(Bench.Rup);
        var id = await Bench.InApprovazione();
        var numero = (await Bench.ReadAgain(id)).Numero.ToString();

        Assert.Equal(1, await Round());
        var letter = await Letter(0);
        Assert.Equal("CigHub: 1 cosa nuova da fare", letter.Subject);
        Assert.Equal([await Address(Responsabile)], letter.To.Mailboxes.Select(m => m.Address));
        Assert.Equal("cighub@ente.example", letter.From.Mailboxes.Single().Address);
        Assert.Contains($"Da approvare, non tuoi\n- {numero}\n", letter.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("https://cighub.example/", letter.TextBody!, StringComparison.Ordinal);
        Assert.Equal(0, await Round());

        await Bench.Succeeds(new RestituisciAffidamento(id, "Manca il CUP", await Bench.Version(id)), Responsabile);
        Assert.Equal(1, await Round());
        var restituito = await Letter(1);
        Assert.Equal([await Address(Bench.Rup)], restituito.To.Mailboxes.Select(m => m.Address));
        Assert.Contains($"- {numero}", restituito.TextBody!, StringComparison.Ordinal);
        Assert.DoesNotContain("CUP", restituito.TextBody!, StringComparison.Ordinal);
        Assert.Equal(0, await Round());

        // What comes back a second time is told a second time.
        await Bench.Succeeds(new InviaPerApprovazione(id, await Bench.Version(id), Dichiarazione: DichiarazioneConflitto.VersioneTesto));
        Assert.Equal(1, await Round());
        Assert.Equal([await Address(Responsabile)], (await Letter(2)).To.Mailboxes.Select(m => m.Address));
    }

    [Fact]
    public async Task Chi_non_l_ha_chiesto_o_ha_smesso_o_non_e_piu_attivo_non_riceve_nulla()
    {
        await Bench.InApprovazione();
        Assert.Equal(0, await Round());
        await Asks(Responsabile);
        await Asks(Responsabile, AvvisiPostaWords.No);
        Assert.Equal(0, await Round());
        await Asks(Responsabile);
        var persona = await Bench.RileggiPersona(Responsabile.PersonaId);
        await Bench.Succeeds(new DisattivaPersona(persona.Id, "Trasferito", persona.Version), Bench.Amministratore());
        Assert.Equal(0, await Round());
        Assert.Empty(_mail.Letters);
    }

    [Fact]
    public async Task Una_lettera_che_il_server_rifiuta_parte_al_giro_dopo()
    {
        await Asks(Responsabile);
        await Bench.InApprovazione();
        _mail.Refuses = true;
        Assert.Equal(0, await Round());
        _mail.Refuses = false;
        Assert.Equal(1, await Round());
        Assert.Single(_mail.Letters);
    }

    [Fact]
    public void Senza_server_o_mittente_non_si_offre()
    {
        Assert.False(Timetable(new AvvisiPostaSettings()).Attivi);
        Assert.False(Timetable(new AvvisiPostaSettings { Server = "127.0.0.1" }).Attivi);
        Assert.True(Timetable(Settings()).Attivi);
    }

    private Task<int> Round() => Timetable(Settings()).Round(CancellationToken.None);

    private AvvisiPostaSettings Settings() => new()
    {
        Server = "127.0.0.1",
        Porta = _mail.Port,
        Cifratura = "None",
        Mittente = "cighub@ente.example",
        Indirizzo = "https://cighub.example/",
    };

    private AvvisiTimetable Timetable(AvvisiPostaSettings settings) =>
        ActivatorUtilities.CreateInstance<AvvisiTimetable>(Bench.Services, Options.Create(settings));

    private async Task Asks(Actor chi, string scelta = AvvisiPostaWords.Yes)
    {
        var choices = Bench.Services.GetRequiredService<PersonalChoices>();
        var esito = await Bench.Services.GetRequiredService<PreferenceGuard>().Own(
            chi, Permission.LeggiAffidamenti, own => choices.Remember(own, PreferenceKey.MailNotices, scelta));
        Assert.True(esito.IsSuccess);
    }

    private Task<string> Address(Actor chi) => Bench.Query(db => db.Persone.Where(p => p.Id == chi.PersonaId).Select(p => p.Email).SingleAsync());

    private async Task<MimeMessage> Letter(int indice)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(_mail.Letters[indice]));
        return await MimeMessage.LoadAsync(stream);
    }
}
