using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>The form in which the RUP says when the portal's list was looked at after an error, and what was there.</summary>
public sealed partial class ElencoGuardato
{
    private static readonly IReadOnlyList<(string, string)> _options =
    [
        (nameof(TrovatoInElenco.Assente), "La riga non c'è"),
        (nameof(TrovatoInElenco.SenzaCig), "La riga c'è, senza CIG Derivato"),
        (nameof(TrovatoInElenco.Cancellato), "La riga c'è, con la scheda cancellata (AppaltoCancellato)"),
        (nameof(TrovatoInElenco.ConCig), "La riga c'è, con il CIG Derivato"),
    ];

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    private SguardoForm Form { get; set; } = new();

    /// <summary>The start of the request that ended with an error, UTC. An older request has no try of its own.</summary>
    private DateTime Since => Affidamento.TentativoDaGuardare?.AvviatoIl ?? Affidamento.RichiestoIl ?? Affidamento.ModificatoIl;

    protected override void OnInitialized() => Form.Giorno = RomeTime.Text(Clock.Today());

    private Task Conferma() => Act(new ConfermaNonRisulta(Affidamento.Id, Form, Affidamento.Version), OutcomeWords.NonRisulta(Affidamento, Form.Trovato));
}
