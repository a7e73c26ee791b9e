using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.WritePath;

namespace CigHub.Web.Features.Persone;

/// <summary>The small form that gives a person a role, with the act of appointment where the role has one.</summary>
public sealed class ModuloRuolo : ModuloNomina
{
    /// <summary>The choice that stands for no Ente in particular.</summary>
    public const string TuttiGliEnti = "tutti";

    public string? Ruolo { get; set; }

    /// <summary>An Ente's id, or <see cref="TuttiGliEnti"/>.</summary>
    public string? Ente { get; set; }

    public string? Dal { get; set; }

    /// <summary>The chosen role is one that an act gives.</summary>
    public bool ConNomina => Ruolo is nameof(Domain.Persone.Ruolo.Rup) or nameof(Domain.Persone.Ruolo.Responsabile);

    /// <summary>Only a Responsabile comes from outside the Ente.</summary>
    public bool PuoEssereEsterno => Ruolo == nameof(Domain.Persone.Ruolo.Responsabile);

    /// <summary>Which role, at which Ente (null: all of them), from which day, by which act. Nothing chosen means no Ente where only that is possible.</summary>
    public Result<(Ruolo Ruolo, Guid? Ente, DateOnly Dal, Nomina Nomina)> Leggi()
    {
        var l = new LettoreModulo();
        var ruolo = l.Scelta<Ruolo>(nameof(Ruolo), Ruolo, "Scegli il ruolo.");
        var dal = l.Data(nameof(Dal), Dal);
        var ente = Guid.TryParse(Ente, out var id) ? id : (Guid?)null;
        if (ente is null && Ente != TuttiGliEnti && (ruolo is Domain.Persone.Ruolo.Responsabile or Domain.Persone.Ruolo.Auditor))
        {
            l.Segnala(new Error("modulo.mancante", "Scegli l'Ente, oppure «Tutti gli Enti, o l'ufficio».", nameof(Ente)));
        }

        // What was written for another role and is no longer on screen does not count.
        Esterno = PuoEssereEsterno ? Esterno : "";
        var nomina = ConNomina ? Leggi(l) : Nomina.Nessuna;
        return l.Esito(() => (ruolo, ente, dal, nomina));
    }
}
