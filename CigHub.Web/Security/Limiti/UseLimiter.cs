using System.Collections.Concurrent;
using System.Reflection;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security.Limiti;

/// <summary>
/// Counts the exports and uploads of each person over a moving window. The counts are in memory, so that they start again after a restart.
/// </summary>
public sealed class UseLimiter(IOptions<LimitSettings> settings, TimeProvider clock) : IUseLimit
{
    public const string Codice = "accesso.limitato";

    /// <summary>The number of counts above which the empty ones are removed.</summary>
    private const int Tante = 1_000;

    private readonly ConcurrentDictionary<(Guid Persona, LimitedUse Uso), Tally> _conti = new();

    private DateTimeOffset Adesso => clock.GetUtcNow();

    public UseRefused? Command<TCommand>(TCommand command, Actor actor)
        where TCommand : ICommand => Marked<TCommand>.Uso is { } uso && command is not IMayCarryFile { ConFile: false } ? Conta(actor.PersonaId, uso) : null;

    public UseRefused? Query<TQuery>(Actor actor)
        where TQuery : IQuery => Marked<TQuery>.Uso is { } uso ? Conta(actor.PersonaId, uso) : null;

    /// <summary>Counts one use; returns null when the use is allowed.</summary>
    private UseRefused? Conta(Guid personaId, LimitedUse uso)
    {
        if (_conti.Count > Tante)
        {
            foreach (var (chiave, vecchio) in _conti)
            {
                if (vecchio.Vuoto(Adesso))
                {
                    _conti.TryRemove(chiave, out _);
                }
            }
        }

        var massimo = settings.Value.MassimoDi(uso);
        return _conti.GetOrAdd((personaId, uso), _ => new Tally()).Prova(massimo, Adesso) is var (libero, primo)
            ? new UseRefused(new Error(Codice, Frase(uso, massimo, libero - Adesso)), primo)
            : null;
    }

    private static string Frase(LimitedUse uso, int massimo, TimeSpan attesa)
    {
        var minuti = Math.Max(1, (int)Math.Ceiling(attesa.TotalMinutes));
        var ultimi = $"negli ultimi {Plural.Of((long)LimitSettings.Finestra.TotalMinutes, "minuto", "minuti")}";
        var tra = Plural.Of(minuti, "minuto", "minuti");
        return uso == LimitedUse.Esportazione
            ? $"Hai già fatto {Plural.Of(massimo, "esportazione, stampa o scaricamento", "esportazioni, stampe o scaricamenti")} {ultimi}: riprova tra {tra}."
            : $"Hai già caricato {massimo} file {ultimi}: riprova tra {tra}.";
    }

    /// <summary>The use that a command or a query is marked with; null when it is not counted.</summary>
    private static class Marked<T>
    {
        public static readonly LimitedUse? Uso = typeof(T).GetCustomAttribute<LimitedAttribute>()?.Uso;
    }

    private sealed class Tally
    {
        private readonly Lock _lucchetto = new();
        private readonly Queue<DateTimeOffset> _fatti = new();
        private bool _rifiutato;

        public bool Vuoto(DateTimeOffset adesso)
        {
            lock (_lucchetto)
            {
                Scorda(adesso);
                return _fatti.Count == 0;
            }
        }

        /// <summary>
        /// Returns null when the use is allowed; otherwise when the next use will be allowed, and whether this is the first refusal in a
        /// row.
        /// </summary>
        public (DateTimeOffset Libero, bool Primo)? Prova(int massimo, DateTimeOffset adesso)
        {
            lock (_lucchetto)
            {
                Scorda(adesso);
                if (_fatti.Count < massimo)
                {
                    _fatti.Enqueue(adesso);
                    _rifiutato = false;
                    return null;
                }

                var primo = !_rifiutato;
                _rifiutato = true;
                return (_fatti.Peek() + LimitSettings.Finestra, primo);
            }
        }

        private void Scorda(DateTimeOffset adesso)
        {
            while (_fatti.TryPeek(out var fatto) && fatto + LimitSettings.Finestra <= adesso)
            {
                _fatti.Dequeue();
            }
        }
    }
}
