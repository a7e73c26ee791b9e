using CigHub.Domain.Affidamenti;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The section of the fascicolo with the values that the portal shows about the Affidamento. They are stored in the portal's own words.
/// </summary>
public sealed partial class SezionePortale
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    private DatiPortaleForm Form { get; set; } = new();

    /// <summary>
    /// Says whether the last save was refused because somebody else had saved first. The fields that differ then show the value that is
    /// stored now.
    /// </summary>
    private bool InConflict { get; set; }

    private bool MayChange => May<RegistraDatiPortale>(AzioneAffidamento.RegistraDatiPortale);

    protected override void OnInitialized() => Form = DatiPortaleForm.Of(Affidamento.Portale);

    private static string Show(string testo) => testo.Length == 0 ? "non indicato" : testo;

    private string? Present(Func<DatiPortaleForm, string?> campo)
    {
        var attuale = campo(DatiPortaleForm.Of(Affidamento.Portale)) ?? "";
        return InConflict && attuale != (campo(Form) ?? "") ? $"Ora c'è «{attuale}»: se salvi di nuovo, vale quello che hai scritto tu." : null;
    }

    private async Task Save()
    {
        var riuscito = await Act(new RegistraDatiPortale(Affidamento.Id, Form, Affidamento.Version), done: null);
        InConflict = !riuscito && ActErrors is [StaleEdit];
        SavedAt = riuscito ? Clock.GetUtcNow().UtcDateTime : null;
        if (riuscito)
        {
            Form = DatiPortaleForm.Of(Affidamento.Portale);
        }
    }
}
