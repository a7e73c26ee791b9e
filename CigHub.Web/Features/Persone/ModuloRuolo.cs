using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.WritePath;

namespace CigHub.Web.Features.Persone;

/// <summary>The small form that gives a person a role.</summary>
public sealed class ModuloRuolo
{
    /// <summary>The choice that stands for no Ente in particular.</summary>
    public const string TuttiGliEnti = "tutti";

    public string? Ruolo { get; set; }

    /// <summary>An Ente's id, or <see cref="TuttiGliEnti"/>.</summary>
    public string? Ente { get; set; }

    public string? Dal { get; set; }

    /// <summary>Which role, at which Ente (null: all of them), from which day. Nothing chosen means no Ente where only that is possible.</summary>
    public Result<(Ruolo Ruolo, Guid? Ente, DateOnly Dal)> Leggi()
    {
        var l = new LettoreModulo();
        var ruolo = l.Scelta<Ruolo>(nameof(Ruolo), Ruolo, "Scegli il ruolo.");
        var dal = l.Data(nameof(Dal), Dal);
        var ente = Guid.TryParse(Ente, out var id) ? id : (Guid?)null;
        if (ente is null && Ente != TuttiGliEnti && (ruolo is Domain.Persone.Ruolo.Responsabile or Domain.Persone.Ruolo.Auditor))
        {
            l.Segnala(new Error("modulo.mancante", "Scegli l'Ente, oppure «Tutti gli Enti, o l'ufficio».", nameof(Ente)));
        }

        return l.Esito(() => (ruolo, ente, dal));
    }
}
