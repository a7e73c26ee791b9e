using CigHub.Web.Data.Preferenze;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// An open session in memory, to which its circuits listen. It exists while a circuit is open, or while activity still has to be stored. It
/// is safe to use from any thread.
/// </summary>
public sealed class LiveSession(Guid id, DateTime attivita)
{
    private readonly Lock _lock = new();
    private DateTime _activity = attivita;
    private DateTime? _expires;
    private MotivoFine? _end;
    private bool _extendable;
    private bool _toWrite;
    private int _circuits;

    /// <summary>Raised on any thread when the session ends, when its end comes near, or when activity has put the end off.</summary>
    public event Action? Changed;

    public Guid Id { get; } = id;

    public DateTime Activity
    {
        get
        {
            lock (_lock)
            {
                return _activity;
            }
        }
    }

    /// <summary>The reason why the session ended, or null while it is open.</summary>
    public MotivoFine? EndReason
    {
        get
        {
            lock (_lock)
            {
                return _end;
            }
        }
    }

    /// <summary>The instant, in UTC, at which the session ends, and whether activity delays it. Null when the end is not near.</summary>
    public (DateTime Quando, bool Prorogabile)? Expires
    {
        get
        {
            lock (_lock)
            {
                return _expires is { } quando ? (quando, _extendable) : null;
            }
        }
    }

    internal bool HasNoCircuits
    {
        get
        {
            lock (_lock)
            {
                return _circuits == 0 && !_toWrite;
            }
        }
    }

    /// <summary>Records that the user was active at an instant, in UTC.</summary>
    public void Touch(DateTime utc)
    {
        bool avvisata;
        lock (_lock)
        {
            if (_end is not null)
            {
                return;
            }

            (_activity, _toWrite) = (utc > _activity ? utc : _activity, true);
            avvisata = _expires is not null && _extendable;
            _expires = avvisata ? null : _expires;
        }

        if (avvisata)
        {
            Changed?.Invoke();
        }
    }

    internal void Enter()
    {
        lock (_lock)
        {
            _circuits++;
        }
    }

    internal void Leave()
    {
        lock (_lock)
        {
            _circuits--;
        }
    }

    /// <summary>
    /// Returns the instant of the last activity that is not stored yet, and counts it as stored. Returns null when there is none.
    /// </summary>
    internal DateTime? TakeActivity()
    {
        lock (_lock)
        {
            var nuova = _toWrite ? _activity : (DateTime?)null;
            _toWrite = false;
            return nuova;
        }
    }

    internal void Notify(DateTime? quando, bool prorogabile)
    {
        lock (_lock)
        {
            if (_end is not null || (_expires == quando && (quando is null || _extendable == prorogabile)))
            {
                return;
            }

            (_expires, _extendable) = (quando, prorogabile);
        }

        Changed?.Invoke();
    }

    internal void End(MotivoFine motivo)
    {
        lock (_lock)
        {
            if (_end is not null)
            {
                return;
            }

            (_end, _expires, _toWrite) = (motivo, null, false);
        }

        Changed?.Invoke();
    }
}
