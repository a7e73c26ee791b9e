namespace CigHub.Web.Features.RegistroEventi.Controlli;

/// <summary>A kind of control whose changes the registro tells: the actions by which it changes, and its words.</summary>
/// <remarks>Equality: by members, the list by reference. The keys stand in saved links, so they never change.</remarks>
/// <param name="Chiave">The value in the address of the page.</param>
/// <param name="Nome">The words on screen.</param>
public sealed record TipoDiControllo(string Chiave, string Nome, IReadOnlyList<string> Azioni)
{
    /// <summary>The kinds, in the order of the choice on screen.</summary>
    public static IReadOnlyList<TipoDiControllo> Tutti { get; } =
    [
        new("soglie", "Soglie, termini e massimali", [
            UseCases.Azioni.CatalogoCaricato, UseCases.Azioni.ConvenzioneSalvata, UseCases.Azioni.ConvenzioneChiusa, UseCases.Azioni.ConvenzioneRiaperta,
            UseCases.Azioni.EntiAmmessiCambiati,
            UseCases.Azioni.LottoSalvato, UseCases.Azioni.LottoChiuso, UseCases.Azioni.LottoRiaperto, UseCases.Azioni.MassimaleVariato,
        ]),
        new("ruoli", "Ruoli, nomine e deleghe", [
            UseCases.Azioni.RuoloAssegnato, UseCases.Azioni.RuoloTolto, UseCases.Azioni.AttoDiNominaRegistrato, UseCases.Azioni.RichiestaAccessoApprovata,
            UseCases.Azioni.PersonaDisattivata, UseCases.Azioni.PersonaRiattivata, UseCases.Azioni.DelegaConferita, UseCases.Azioni.DelegaRevocata,
        ]),
        new("passi", "Passi del portale", [UseCases.Azioni.PercorsoPubblicato]),
        new("liste", "Liste di codici e aiuti sugli errori", [UseCases.Azioni.ListeImportate, UseCases.Azioni.AiutoErroreSalvato]),
        new("registro", "Chiavi e dati del registro", [
            UseCases.Azioni.ChiaveSostituita, UseCases.Azioni.DatiRipristinati, UseCases.Azioni.RegistroDiversoDallaNota, UseCases.Azioni.DiscordanzaSpiegata,
        ]),
    ];

    /// <summary>Returns the actions of the kind with this key, or of all kinds when there is no such kind.</summary>
    public static IReadOnlyList<string> AzioniDi(string? chiave) =>
        Tutti.FirstOrDefault(t => t.Chiave == chiave)?.Azioni ?? [.. Tutti.SelectMany(t => t.Azioni)];

    /// <summary>Returns the kind to which an action belongs, or null for an action that changes no control.</summary>
    public static TipoDiControllo? OfAction(string azione) => Tutti.FirstOrDefault(t => t.Azioni.Contains(azione));
}
