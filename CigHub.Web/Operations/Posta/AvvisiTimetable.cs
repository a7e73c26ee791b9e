using System.Text.Json;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.Features.Cruscotto.AvvisiPosta;
using CigHub.Web.Operations.Attestazioni;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CigHub.Web.Operations.Posta;

/// <summary>
/// Sends each person who asked for it an e-mail about what newly waits for this person. It looks every few minutes, and tells each thing once.
/// A letter has numbers of Affidamenti and no other data, so that nothing else leaves CigHub.
/// </summary>
internal sealed partial class AvvisiTimetable(
    IOptions<AvvisiPostaSettings> options, PersonalChoices choices, PreferenceGuard guard, QueryReader reader, IServiceScopeFactory scopes,
    TimeProvider clock, ILogger<AvvisiTimetable> log) : BackgroundService, IAvvisiPosta
{
    /// <summary>The most things that are remembered as told to one person.</summary>
    private const int MaxTold = 1_000;

    private readonly AvvisiPostaSettings _settings = options.Value;

    /// <summary>The things told to each person since the start, which hold although they could not be stored.</summary>
    private readonly Dictionary<Guid, List<string>> _told = [];

    public bool Attivi => _settings is { Server.Length: > 0, Mittente.Length: > 0 };

    /// <summary>Looks once at everybody who asked for e-mail. Returns the number of letters sent. A letter that fails goes with the next round.</summary>
    public async Task<int> Round(CancellationToken ct)
    {
        var sent = 0;
        foreach (var persona in await choices.WhoChose(PreferenceKey.MailNotices, AvvisiPostaWords.Yes))
        {
            try
            {
                sent += await Tell(persona, ct) ? 1 : 0;
            }
            catch (Exception e) when (e is not OutOfMemoryException && !ct.IsCancellationRequested)
            {
                NotSent(e.Message, e);
            }
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Attivi)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(_settings.OgniMinuti), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await Round(stoppingToken);
                }
                catch (Exception e) when (e is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
                {
                    NotSent(e.Message, e);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    private async Task<bool> Tell(Guid persona, CancellationToken ct)
    {
        if (await Recipient(persona, ct) is not { Ruoli: [var first, ..] } recipient)
        {
            return false;
        }

        var found = new List<CoseDaDire>();
        foreach (var actor in recipient.Ruoli)
        {
            found.AddRange(await CoseDaDire.Of(reader, actor, ct));
        }

        // Two roles at one Ente wait for the same things.
        List<CoseDaDire> groups =
        [
            .. from g in found
               group g by g.Chiave into same
               let voci = same.SelectMany(g => g.Voci).DistinctBy(v => v.AffidamentoId)
               select new CoseDaDire(same.Key, same.First().Titolo, [.. voci], same.All(g => g.Complete)),
        ];
        var stored = Told(await choices.Read(persona, PreferenceKey.MailNoticesTold));
        var told = _told.GetValueOrDefault(persona, stored);
        var news = groups.Select(g => g with { Voci = [.. g.Voci.Where(v => !told.Contains(g.KeyOf(v)))] }).Where(g => g.Voci.Count > 0).ToList();
        if (news.Count > 0)
        {
            using var letter = Letter(recipient, news);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(AttestazioniSender.Patience);
            await LetterSender.Send(_settings, letter, limit.Token);
        }

        // What has been dealt with is forgotten, so that it is told again when it comes back. A group that shows only its first few forgets nothing.
        var waiting = groups.SelectMany(g => g.Voci.Select(g.KeyOf)).ToHashSet();
        var complete = groups.Where(g => g.Complete).Select(g => g.Chiave).ToHashSet();
        List<string> now = [.. told.Where(k => !waiting.Contains(k) && !complete.Contains(k.Split(':')[0])).Concat(waiting).TakeLast(MaxTold)];
        _told[persona] = now;
        if (!stored.SequenceEqual(now))
        {
            await guard.Own(
                first, Permission.LeggiAffidamenti, own => choices.Remember(own, PreferenceKey.MailNoticesTold, JsonSerializer.Serialize(now)));
        }

        return news.Count > 0;
    }

    /// <summary>Returns the person with an actor for each role of today. Null for a person who is not active or has no address.</summary>
    private async Task<Person?> Recipient(Guid persona, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        var db = scope.ServiceProvider.GetRequiredService<CigHubDbContext>();
        var found = await db.Persone.AsNoTracking().Where(p => p.Id == persona && p.Attiva && p.Email != "").SingleOrDefaultAsync(ct);
        var roles = await db.RuoliValidi(clock.Today()).Where(a => a.PersonaId == persona).OrderBy(a => a.Ruolo).ThenBy(a => a.Id)
            .Select(a => new { a.Ruolo, a.EnteId }).ToListAsync(ct);
        return found is null
            ? null
            : new Person(found.NomeCompleto, found.Email, [.. roles.Where(r => AvvisiPostaWords.Concerns(r.Ruolo))
                .Select(r => new Actor(persona, r.Ruolo, r.EnteId, [r.Ruolo]))]);
    }

    private static List<string> Told(string? stored) =>
        string.IsNullOrEmpty(stored) ? [] : JsonSerializer.Deserialize<List<string>>(stored) ?? [];

    private MimeMessage Letter(Person recipient, List<CoseDaDire> news)
    {
        var quante = news.Sum(g => g.Voci.Count);
        var letter = new MimeMessage { Subject = $"CigHub: {Plural.Of(quante, "cosa nuova da fare", "cose nuove da fare")}" };
        letter.From.AddRange(InternetAddressList.Parse(_settings.Mittente));
        letter.To.Add(new MailboxAddress(recipient.Nome, recipient.Email));
        var lines = news.SelectMany(g => new[] { "", g.Titolo }.Concat(g.Voci.Select(v => $"- {v.Numero}")));
        var link = _settings.Indirizzo.Length > 0 ? $": {_settings.Indirizzo.TrimEnd('/')}{AppRoutes.Cruscotto}" : ".";
        letter.Body = new TextPart("plain")
        {
            Text = $"Gentile {recipient.Nome},\n\nin CigHub c'è qualcosa di nuovo che aspetta te:\n{string.Join("\n", lines)}\n\n"
                + $"Trovi tutto nel Cruscotto{link}\n\n"
                + $"Ricevi questo messaggio perché l'hai chiesto. Per non riceverne più, nel Cruscotto premi «{AvvisiPostaWords.Off}».\n",
        };
        return letter;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Un avviso per posta non è partito, si riprova al prossimo giro: {Reason}")]
    private partial void NotSent(string reason, Exception cause);

    private sealed record Person(string Nome, string Email, IReadOnlyList<Actor> Ruoli);
}
