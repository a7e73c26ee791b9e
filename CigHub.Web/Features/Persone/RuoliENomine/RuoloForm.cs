using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.RuoliENomine;

/// <summary>The form that gives a person a role. It includes the act of appointment, for the roles that have one.</summary>
public sealed class RuoloForm : NominaForm
{
    /// <summary>The value of <see cref="Ente"/> for a role that is not held at a single Ente.</summary>
    public const string TuttiGliEnti = "tutti";

    public string? Ruolo { get; set; }

    /// <summary>The id of the Ente at which the role is given, or <see cref="TuttiGliEnti"/>.</summary>
    public string? Ente { get; set; }

    public string? Dal { get; set; }

    /// <summary>The reason for recording the role after it began, or for joining it with the role of Auditor.</summary>
    public string? MotivoRuolo { get; set; }

    /// <summary>
    /// Says whether the page asks for an act and a reason because of the answers so far. The decision whether they are due is made by
    /// <see cref="Appartenenza.Assegna"/>.
    /// </summary>
    public bool Giustificato { get; set; }

    /// <summary>
    /// Says whether the form asks for an act of appointment: the chosen role may have one, or the circumstances require one.
    /// </summary>
    public bool ConNomina => Giustificato || (Scelto is { } ruolo && ruolo.Atto() != AttoDelRuolo.Mai);

    /// <summary>Says whether the chosen role may be given to a person from outside the Ente.</summary>
    public bool PuoEssereEsterno => Scelto?.Atto() == AttoDelRuolo.SeEsterno;

    /// <summary>The chosen role, or null while none is chosen.</summary>
    private Ruolo? Scelto => Enum.TryParse<Ruolo>(Ruolo, out var ruolo) && Enum.IsDefined(ruolo) ? ruolo : null;

    /// <summary>
    /// Reads the role, its Ente (null for all Enti or the office), its first day, its act of appointment and its reason. Returns the errors
    /// for the form when a required one is missing.
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
    /// Says whether the answers so far require an act and a reason, because the role begins before today or joins an Auditor with another
    /// role. Returns false while the first day cannot be read.
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

    /// <summary>Reads the Ente at which the role is given, null for all Enti or the office. Returns false while none is chosen.</summary>
    private bool Sede(Ruolo ruolo, out Guid? ente)
    {
        ente = Guid.TryParse(Ente, out var id) ? id : null;
        return ente is not null || Ente == TuttiGliEnti || ruolo.Ambito() == AmbitoDelRuolo.Ufficio;
    }
}
