using System.Collections.Concurrent;
using System.Reflection;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Limiti;

/// <summary>
/// Counts the exports and uploads of each person over a moving window. The counts are in memory only, so a restart of the app resets them.
/// </summary>
public sealed class UseLimiter(IOptions<LimitSettings> settings, TimeProvider clock) : IUseLimit
{
    public const string Code = "accesso.limitato";

    /// <summary>The number of counts (one for each person and kind of use) above which those without recent uses are removed.</summary>
    private const int TooMany = 1_000;

    private readonly ConcurrentDictionary<(Guid Persona, LimitedUse Uso), Tally> _tallies = new();

    private DateTimeOffset Now => clock.GetUtcNow();

    public UseRefused? Command<TCommand>(TCommand command, Actor actor)
        where TCommand : ICommand =>
            Marked<TCommand>.Use is { } uso && command is not IMayCarryFile { CarriesFile: false } ? Count(actor.PersonaId, uso) : null;

    public UseRefused? Query<TQuery>(Actor actor)
        where TQuery : IQuery => Marked<TQuery>.Use is { } uso ? Count(actor.PersonaId, uso) : null;

    /// <summary>Counts one use by a person. Returns null when it is allowed, otherwise the refusal.</summary>
    private UseRefused? Count(Guid personaId, LimitedUse uso)
    {
        if (_tallies.Count > TooMany)
        {
            foreach (var (chiave, vecchio) in _tallies)
            {
                if (vecchio.IsEmpty(Now))
                {
                    _tallies.TryRemove(chiave, out _);
                }
            }
        }

        var massimo = settings.Value.MaxOf(uso);
        return _tallies.GetOrAdd((personaId, uso), _ => new Tally()).Try(massimo, Now) is var (libero, primo)
            ? new UseRefused(new Error(Code, Sentence(uso, massimo, libero - Now)), primo)
            : null;
    }

    private static string Sentence(LimitedUse uso, int massimo, TimeSpan attesa)
    {
        var minuti = Math.Max(1, (int)Math.Ceiling(attesa.TotalMinutes));
        var ultimi = $"negli ultimi {Plural.Of((long)LimitSettings.Finestra.TotalMinutes, "minuto", "minuti")}";
        var tra = Plural.Of(minuti, "minuto", "minuti");
        return uso == LimitedUse.Export
            ? $"Hai già fatto {Plural.Of(massimo, "esportazione, stampa o scaricamento", "esportazioni, stampe o scaricamenti")} {ultimi}: riprova tra {tra}."
            : $"Hai già caricato {massimo} file {ultimi}: riprova tra {tra}.";
    }

    /// <summary>The kind of use with which a command or query is marked, or null when it is not counted.</summary>
    private static class Marked<T>
    {
        public static readonly LimitedUse? Use = typeof(T).GetCustomAttribute<LimitedAttribute>()?.Use;
    }

    private sealed class Tally
    {
        private readonly Lock _lock = new();
        private readonly Queue<DateTimeOffset> _done = new();
        private bool _refused;

        public bool IsEmpty(DateTimeOffset adesso)
        {
            lock (_lock)
            {
                Forget(adesso);
                return _done.Count == 0;
            }
        }

        /// <summary>
        /// Counts one use. Returns null when it is allowed, otherwise the instant from which the next use is allowed, and whether this is
        /// the first refusal in a row.
        /// </summary>
        public (DateTimeOffset Libero, bool Primo)? Try(int massimo, DateTimeOffset adesso)
        {
            lock (_lock)
            {
                Forget(adesso);
                if (_done.Count < massimo)
                {
                    _done.Enqueue(adesso);
                    _refused = false;
                    return null;
                }

                var primo = !_refused;
                _refused = true;
                return (_done.Peek() + LimitSettings.Finestra, primo);
            }
        }

        private void Forget(DateTimeOffset adesso)
        {
            while (_done.TryPeek(out var fatto) && fatto + LimitSettings.Finestra <= adesso)
            {
                _done.Dequeue();
            }
        }
    }
}
