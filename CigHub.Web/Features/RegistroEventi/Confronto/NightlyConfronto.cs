using System.Text.Json.Nodes;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Compares database and registro every night, or soon after a start when the last comparison is more than a day old. It records the
/// outcome of every comparison. A disagreement stays on the pages of Auditors and Amministratori until a comparison finds none.
/// </summary>
public sealed partial class NightlyConfronto(
    IServiceScopeFactory scopes, SystemWriter writer, DataHealth health, TimeProvider clock, ILogger<NightlyConfronto> log)
    : BackgroundService
{
    /// <summary>The subject under which a disagreement is reported to <see cref="DataHealth"/>.</summary>
    public const string Subject = "confronto";

    private static readonly TimeSpan _unGiorno = TimeSpan.FromDays(1);

    private DateTime? _ultimaVolta;

    /// <summary>The time of the nightly comparison, in Rome, when nobody works.</summary>
    public static TimeOnly Ora { get; } = new(3, 30);

    /// <summary>
    /// The time after a start at which an overdue comparison is made. Without it, a server that is switched off at night would never make
    /// one.
    /// </summary>
    public static TimeSpan DopoLAvvio { get; } = TimeSpan.FromMinutes(15);

    /// <summary>The outcome of the last comparison since the app was started, with its differences. Null before the first one.</summary>
    public Concordanza? Ultimo { get; private set; }

    /// <summary>The outcome of the last comparison, also of one before this start. Null when none is known.</summary>
    public EsitoDelConfronto? UltimoEsito { get; private set; }

    /// <summary>
    /// Records the outcome of a comparison in the registro, and shows a disagreement on the pages of those who must know.
    /// </summary>
    /// <param name="chi">The person who asked for the comparison. Null for the nightly one.</param>
    public async Task Note(Concordanza esito, Actor? chi, CancellationToken ct = default)
    {
        Ultimo = esito;
        Notify(esito.Concordano, esito.Utc, esito.Messaggio);

        // One more than are listed says that there are more.
        var trovate = esito.DaSpiegare + (esito.Oltre ? 1 : 0);
        var dati = new JsonObject { ["eventi"] = esito.Eventi, ["righe"] = esito.Righe, ["discordanze"] = trovate, ["spiegate"] = esito.Spiegate };
        var evento = new EventToWrite(Azioni.RegistroConfrontato, Oggetti.Registro, Guid.Empty, null, dati)
        {
            Actor = chi is null ? null : new Attore(chi.PersonaId, NomiRegistrati.Valore(chi.Ruolo), chi.EnteId),
        };
        await Provando(() => writer.Write(_ => Task.FromResult(Events.Of(evento)), ct), NotTakenDown);
    }

    /// <summary>
    /// Marks a difference in <see cref="Ultimo"/> as explained by an event. The next comparison reads the explanation from the event
    /// itself.
    /// </summary>
    public void Spiegata(string impronta, long seq)
    {
        if (Ultimo is { } ultimo)
        {
            Ultimo = ultimo.With(impronta, seq);
            Notify(Ultimo.Concordano, Ultimo.Utc, Ultimo.Messaggio);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Provando(() => Remember(stoppingToken), NotCompared);
            while (true)
            {
                await Task.Delay(Attesa(), clock, stoppingToken);
                await Provando(() => Compare(stoppingToken), NotCompared);
                _ultimaVolta = clock.GetUtcNow().UtcDateTime;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops, which ends the loop.
        }
    }

    /// <summary>Reads the outcome of the last comparison before this start from its event.</summary>
    private async Task Remember(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        if (await scope.ServiceProvider.GetRequiredService<UltimoConfronto>().Run(ct) is { } prima)
        {
            _ultimaVolta = prima.Utc;
            Notify(prima.Concordano, prima.Utc, prima.Messaggio);
        }
    }

    private TimeSpan Attesa()
    {
        var adesso = clock.GetUtcNow().UtcDateTime;
        return _ultimaVolta is not { } ultima || adesso - ultima > _unGiorno ? DopoLAvvio : RomeTime.Next(adesso, Ora) - adesso;
    }

    private async Task Compare(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Ambito>().OpenForSystem();
        await Note((await scope.ServiceProvider.GetRequiredService<ConfrontoConIDati>().Run(null, ct))!, null, ct);
    }

    private void Notify(bool concordano, DateTime utc, string messaggio)
    {
        UltimoEsito = new EsitoDelConfronto(utc, concordano, messaggio);
        if (concordano)
        {
            health.Clear(Subject);
        }
        else
        {
            health.Report(Subject, $"Confronto del {RomeTime.Text(utc)}: {messaggio} L'elenco è nel registro eventi.");
        }
    }

    /// <summary>Runs one task and logs its failure. No error may end the app or prevent the comparisons of the following nights.</summary>
    private static async Task Provando(Func<Task> atto, Action<string, Exception> fallito)
    {
        try
        {
            await atto();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            fallito(StorageFault.Of(e)?.Code ?? e.GetType().Name, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Data and registro were not compared: {Code}")]
    private partial void NotCompared(string code, Exception cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of a comparison was not taken down: {Code}")]
    private partial void NotTakenDown(string code, Exception cause);
}

/// <summary>The outcome of a comparison between database and registro.</summary>
/// <param name="Utc">The instant of the comparison, UTC.</param>
/// <param name="Messaggio">The outcome as an Italian sentence.</param>
public sealed record EsitoDelConfronto(DateTime Utc, bool Concordano, string Messaggio);
