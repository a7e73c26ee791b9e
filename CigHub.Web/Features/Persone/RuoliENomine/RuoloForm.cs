using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>Form that gives a person a role, with the act of appointment where the role has one.</summary>
public sealed class RuoloForm : NominaForm
{
    /// <summary>The value of the choice «no Ente in particular».</summary>
    public const string TuttiGliEnti = "tutti";

    public string? Ruolo { get; set; }

    /// <summary>The id of an Ente, or <see cref="TuttiGliEnti"/>.</summary>
    public string? Ente { get; set; }

    public string? Dal { get; set; }

    /// <summary>The reason for recording the role late, or beside an Auditor's.</summary>
    public string? MotivoRuolo { get; set; }

    /// <summary>Says whether the page asks for an act and a reason. <see cref="Appartenenza.Assegna"/> decides whether they are due.</summary>
    public bool Giustificato { get; set; }

    /// <summary>Says whether to ask for the act: the chosen role can have one, or needs one this time.</summary>
    public bool ConNomina => Giustificato || (Scelto is { } ruolo && ruolo.Atto() != AttoDelRuolo.Mai);

    /// <summary>Says whether a person from outside the Ente may hold the chosen role.</summary>
    public bool PuoEssereEsterno => Scelto?.Atto() == AttoDelRuolo.SeEsterno;

    /// <summary>The chosen role, or null while none is chosen.</summary>
    private Ruolo? Scelto => Enum.TryParse<Ruolo>(Ruolo, out var ruolo) && Enum.IsDefined(ruolo) ? ruolo : null;

    /// <summary>
    /// Reads the role, its Ente (null for all Enti), its first day, its act and its reason. No choice of an Ente means null for a role that
    /// cannot be held at a single Ente.
    /// </summary>
    public Result<(Ruolo Ruolo, Guid? Ente, DateOnly Dal, Nomina Nomina, string? Motivo)> Read()
    {
        var reader = new FormReader();
        var ruolo = reader.Choice<Ruolo>(nameof(Ruolo), Ruolo, "Scegli il ruolo.");
        var dal = reader.Date(nameof(Dal), Dal);
        var ente = Guid.TryParse(Ente, out var id) ? id : (Guid?)null;
        if (ente is null && Ente != TuttiGliEnti && Scelto?.Ambito() == AmbitoDelRuolo.UnEnteOTutti)
        {
            reader.Report(new Error("modulo.mancante", "Scegli l'Ente, oppure «Tutti gli Enti, o l'ufficio».", nameof(Ente)));
        }

        // An answer given for another role and no longer on screen does not count.
        Esterno = PuoEssereEsterno ? Esterno : "";
        var nomina = ConNomina ? Read(reader) : Nomina.Nessuna;
        return reader.Outcome(() => (ruolo, ente, dal, nomina, MotivoRuolo));
    }

    /// <summary>
    /// Says whether the answers so far need an act and a reason: the role begins before today, or joins an Auditor with another role.
    /// </summary>
    public bool VuoleGiustificazione(IEnumerable<RuoloDellaPersona> suoi, DateOnly oggi)
    {
        if (!WrittenDate.Leggi(Dal, oggi).TryGet(out var dal))
        {
            return false;
        }

        return dal < oggi || (Scelto is { } ruolo && Sede(ruolo, out var ente)
            && suoi.Any(r => Appartenenza.NonFinita(r.Fino, dal) && Appartenenza.UnisceAuditor(ruolo, ente, r.Ruolo, r.EnteId)));
    }

    /// <summary>Reads the Ente of the role. Returns false while it is not chosen.</summary>
    private bool Sede(Ruolo ruolo, out Guid? ente)
    {
        ente = Guid.TryParse(Ente, out var id) ? id : null;
        return ente is not null || Ente == TuttiGliEnti || ruolo.Ambito() == AmbitoDelRuolo.Ufficio;
    }
}
