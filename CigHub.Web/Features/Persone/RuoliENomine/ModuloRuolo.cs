using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The small form that gives a person a role, with the act of appointment where the role has one.</summary>
public sealed class ModuloRuolo : ModuloNomina
{
    /// <summary>The choice that stands for no Ente in particular.</summary>
    public const string TuttiGliEnti = "tutti";

    public string? Ruolo { get; set; }

    /// <summary>An Ente's id, or <see cref="TuttiGliEnti"/>.</summary>
    public string? Ente { get; set; }

    public string? Dal { get; set; }

    /// <summary>The reason for recording the role late, or beside an Auditor's.</summary>
    public string? MotivoRuolo { get; set; }

    /// <summary>True while the page asks for an act and a reason; <see cref="Appartenenza.Assegna"/> decides whether they are due.</summary>
    public bool Giustificato { get; set; }

    /// <summary>The chosen role is one that an act gives, or this time must have one.</summary>
    public bool ConNomina => Giustificato || (Scelto is { } ruolo && ruolo.Atto() != AttoDelRuolo.Mai);

    /// <summary>The chosen role is one that may come from outside the Ente.</summary>
    public bool PuoEssereEsterno => Scelto?.Atto() == AttoDelRuolo.SeEsterno;

    /// <summary>Null while none is chosen.</summary>
    private Ruolo? Scelto => Enum.TryParse<Ruolo>(Ruolo, out var ruolo) && Enum.IsDefined(ruolo) ? ruolo : null;

    /// <summary>Which role, at which Ente (null: all of them), from which day, by which act. Nothing chosen means no Ente where only that is possible.</summary>
    public Result<(Ruolo Ruolo, Guid? Ente, DateOnly Dal, Nomina Nomina, string? Motivo)> Leggi()
    {
        var l = new LettoreModulo();
        var ruolo = l.Scelta<Ruolo>(nameof(Ruolo), Ruolo, "Scegli il ruolo.");
        var dal = l.Data(nameof(Dal), Dal);
        var ente = Guid.TryParse(Ente, out var id) ? id : (Guid?)null;
        if (ente is null && Ente != TuttiGliEnti && Scelto?.Ambito() == AmbitoDelRuolo.UnEnteOTutti)
        {
            l.Segnala(new Error("modulo.mancante", "Scegli l'Ente, oppure «Tutti gli Enti, o l'ufficio».", nameof(Ente)));
        }

        // What was written for another role and is no longer on screen does not count.
        Esterno = PuoEssereEsterno ? Esterno : "";
        var nomina = ConNomina ? Leggi(l) : Nomina.Nessuna;
        return l.Esito(() => (ruolo, ente, dal, nomina, MotivoRuolo));
    }

    /// <summary>Says whether what is written so far needs an act and a reason: the role begins before today, or joins an Auditor with another role.</summary>
    public bool VuoleGiustificazione(IEnumerable<RuoloDellaPersona> suoi, DateOnly oggi)
    {
        if (!DataScritta.Leggi(Dal, oggi).TryGet(out var dal))
        {
            return false;
        }

        return dal < oggi || (Scelto is { } ruolo && Sede(ruolo, out var ente)
            && suoi.Any(r => Appartenenza.NonFinita(r.Fino, dal) && Appartenenza.UnisceAuditor(ruolo, ente, r.Ruolo, r.EnteId)));
    }

    /// <summary>Reads where the role would be held; false while that is not chosen.</summary>
    private bool Sede(Ruolo ruolo, out Guid? ente)
    {
        ente = Guid.TryParse(Ente, out var id) ? id : null;
        return ente is not null || Ente == TuttiGliEnti || ruolo.Ambito() == AmbitoDelRuolo.Ufficio;
    }
}
