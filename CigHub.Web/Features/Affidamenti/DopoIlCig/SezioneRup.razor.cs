using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// Asks who takes over as RUP, by which act and from when. A user who is not the RUP can only take over, and cannot name another person.
/// </summary>
public sealed partial class SezioneRup
{
    [Parameter, EditorRequired]
    public required DopoIlCigDetails Scheda { get; set; }

    private SostituzioneForm Modulo { get; set; } = new();

    private Affidamento Affidamento => Scheda.Affidamento;

    private Guid Io => Utente.Attore.PersonaId;

    private IReadOnlyList<(string, string)> Opzioni =>
        [.. Scheda.RupDellEnte.Where(p => p.Id != Affidamento.RupId && (Affidamento.RupId == Io || p.Id == Io)).Select(p => (p.Id.ToString(), p.Nome))];

    protected override void OnInitialized() => Modulo.NuovoRupId = Affidamento.RupId == Io ? null : Io.ToString();

    private Task Avvia() => Act(
        new AvviaSostituzioneRup(Affidamento.Id, Guid.CreateVersion7(), Modulo, Affidamento.Version),
        OutcomeWords.OperazioneAvviata(TipoOperazione.SostituzioneRup));
}
