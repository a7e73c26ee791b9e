using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>
/// The form that begins a <em>Sostituzione RUP</em>: who takes over, by which act and from which day. A user who is not the current RUP can
/// only take over, and cannot name another person.
/// </summary>
public sealed partial class SezioneRup
{
    [Parameter, EditorRequired]
    public required DopoIlCigDetails Details { get; set; }

    private SostituzioneForm Form { get; set; } = new();

    private Affidamento Affidamento => Details.Affidamento;

    private Guid Io => User.Actor.PersonaId;

    private IReadOnlyList<(string, string)> Options =>
        [.. Details.RupDellEnte.Where(p => p.Id != Affidamento.RupId && (Affidamento.RupId == Io || p.Id == Io)).Select(p => (p.Id.ToString(), p.Nome))];

    protected override void OnInitialized() => Form.NuovoRupId = Affidamento.RupId == Io ? null : Io.ToString();

    private Task Start() => Act(
        new AvviaSostituzioneRup(Affidamento.Id, Guid.CreateVersion7(), Form, Affidamento.Version),
        OutcomeWords.OperazioneAvviata(TipoOperazione.SostituzioneRup));
}
