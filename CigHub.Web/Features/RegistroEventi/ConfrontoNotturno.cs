using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Security;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>
/// Compares data and registro every night, and keeps the last outcome, whoever asked for it. What does not agree stands on the pages of Auditors and
/// Amministratori until a comparison finds nothing.
/// </summary>
public sealed partial class ConfrontoNotturno(IServiceScopeFactory scopes, DataHealth health, TimeProvider clock, ILogger<ConfrontoNotturno> log) : BackgroundService
{
    private const string Subject = "confronto";

    /// <summary>The time of day in Rome of the comparison: nobody works then.</summary>
    public static TimeOnly Ora { get; } = new(3, 30);

    /// <summary>The last comparison since the start; null: none yet.</summary>
    public Concordanza? Ultimo { get; private set; }

    /// <summary>Takes down what a comparison found.</summary>
    public void Annota(Concordanza esito)
    {
        Ultimo = esito;
        if (esito.Concordano)
        {
            health.Clear(Subject);
        }
        else
        {
            health.Report(Subject, $"Confronto del {OraItaliana.Testo(esito.Utc)}: {esito.Messaggio} L'elenco è nel registro eventi.");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var adesso = clock.GetUtcNow().UtcDateTime;
                var oggi = OraItaliana.Momento(OraItaliana.GiornoDiRoma(adesso), Ora);
                await Task.Delay((oggi > adesso ? oggi : OraItaliana.Momento(OraItaliana.GiornoDiRoma(adesso).AddDays(1), Ora)) - adesso, clock, stoppingToken);
                await Confronta(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    private async Task Confronta(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Ambito>().ApriPerIlSistema();
            Annota((await scope.ServiceProvider.GetRequiredService<ConfrontoConIDati>().Esegui(null, ct))!);
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            NotCompared(fault.Code, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Data and registro were not compared: {Code}")]
    private partial void NotCompared(string code, Exception cause);
}
