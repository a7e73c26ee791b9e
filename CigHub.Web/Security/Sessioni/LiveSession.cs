using CigHub.Web.Data.Preferenze;

namespace CigHub.Web.Security.Sessioni;

/// <summary>
/// A session in memory, to which its circuits listen. It exists while a circuit is open or activity is not written yet. Safe from any
/// thread.
/// </summary>
public sealed class LiveSession(Guid id, DateTime attivita)
{
    private readonly Lock _lucchetto = new();
    private DateTime _attivita = attivita;
    private DateTime? _scade;
    private MotivoFine? _fine;
    private bool _prorogabile;
    private bool _daScrivere;
    private int _circuiti;

    /// <summary>Raised on any thread when the session ends, is about to end, or no longer is.</summary>
    public event Action? Cambiata;

    public Guid Id { get; } = id;

    public DateTime Attivita
    {
        get
        {
            lock (_lucchetto)
            {
                return _attivita;
            }
        }
    }

    /// <summary>The reason why the session ended; null while it goes on.</summary>
    public MotivoFine? Fine
    {
        get
        {
            lock (_lucchetto)
            {
                return _fine;
            }
        }
    }

    /// <summary>The instant when the session ends, UTC, and whether activity delays it; null when it does not end soon.</summary>
    public (DateTime Quando, bool Prorogabile)? Scade
    {
        get
        {
            lock (_lucchetto)
            {
                return _scade is { } quando ? (quando, _prorogabile) : null;
            }
        }
    }

    internal bool SenzaCircuiti
    {
        get
        {
            lock (_lucchetto)
            {
                return _circuiti == 0 && !_daScrivere;
            }
        }
    }

    /// <summary>Records an activity of the user at an instant, UTC.</summary>
    public void Tocca(DateTime utc)
    {
        bool avvisata;
        lock (_lucchetto)
        {
            if (_fine is not null)
            {
                return;
            }

            (_attivita, _daScrivere) = (utc > _attivita ? utc : _attivita, true);
            avvisata = _scade is not null && _prorogabile;
            _scade = avvisata ? null : _scade;
        }

        if (avvisata)
        {
            Cambiata?.Invoke();
        }
    }

    internal void Entra()
    {
        lock (_lucchetto)
        {
            _circuiti++;
        }
    }

    internal void Esce()
    {
        lock (_lucchetto)
        {
            _circuiti--;
        }
    }

    /// <summary>Takes the instant of the last activity that is not written yet; null when there is none.</summary>
    internal DateTime? PrendiAttivita()
    {
        lock (_lucchetto)
        {
            var nuova = _daScrivere ? _attivita : (DateTime?)null;
            _daScrivere = false;
            return nuova;
        }
    }

    internal void Avvisa(DateTime? quando, bool prorogabile)
    {
        lock (_lucchetto)
        {
            if (_fine is not null || (_scade == quando && (quando is null || _prorogabile == prorogabile)))
            {
                return;
            }

            (_scade, _prorogabile) = (quando, prorogabile);
        }

        Cambiata?.Invoke();
    }

    internal void Termina(MotivoFine motivo)
    {
        lock (_lucchetto)
        {
            if (_fine is not null)
            {
                return;
            }

            (_fine, _scade, _daScrivere) = (motivo, null, false);
        }

        Cambiata?.Invoke();
    }
}
