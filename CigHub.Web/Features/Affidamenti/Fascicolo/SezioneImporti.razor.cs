using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The section of the fascicolo with the amounts including IVA, impegno, capitolo and the days of the contract. The lordo follows the rate
/// of IVA while the user types it.
/// </summary>
public sealed partial class SezioneImporti
{
    private static readonly IReadOnlyList<(string, string)> _regimi = [.. Enum.GetValues<RegimeIva>().Select(r => (r.ToString(), r.Nome()))];

    [Inject]
    public required TimeProvider Clock { get; init; }

    private FascicoloForm Form { get; set; } = new();

    /// <summary>
    /// Says whether the last save was refused because somebody else had saved first. The fields that differ then show the value that is
    /// stored now.
    /// </summary>
    private bool InConflict { get; set; }

    private bool MayChange => May<ModificaFascicolo>(AzioneAffidamento.ModificaFascicolo);

    /// <summary>The words for the rate where no rate is needed, and where one is missing.</summary>
    private string SenzaAliquota => Affidamento.Fascicolo.RegimeIva == RegimeIva.Esente ? "nessuna" : "non indicata";

    /// <summary>The words for the way in which IVA is due, as it is stored.</summary>
    private string Regime => Affidamento.Fascicolo.RegimeIva?.Nome() ?? "con l'aliquota";

    private Importo? Lordo => Form.Read().TryGet(out var dati) && (dati.RegimeIva == RegimeIva.Esente || dati.AliquotaIva is >= 0 and <= 100)
        ? dati.Lordo(Affidamento.Importo)
        : Affidamento.Fascicolo.Lordo(Affidamento.Importo);

    private string Durata => Details.Convenzione.DurataMassimaMesi is { } mesi
        ? $"Al massimo {Plural.Of(mesi, "mese", "mesi")} dal primo giorno; può venire dopo la fine della Convenzione."
        : "Può venire dopo la fine della Convenzione.";

    protected override void OnInitialized() => Form = FascicoloForm.Of(Affidamento.Fascicolo);

    /// <param name="parole">The words for the stored value. Null when the value itself is shown.</param>
    private string? Present(Func<FascicoloForm, string?> campo, string? aiuto, string? parole = null)
    {
        var attuale = campo(FascicoloForm.Of(Affidamento.Fascicolo)) ?? "";
        return !InConflict || attuale == (campo(Form) ?? "") ? aiuto
            : (parole ?? attuale) is { Length: > 0 } ora ? $"Ora c'è «{ora}»: se salvi di nuovo, vale quello che hai scritto tu."
            : "Ora è vuoto: se salvi di nuovo, vale quello che hai scritto tu.";
    }

    private async Task Save()
    {
        var riuscito = await Act(new ModificaFascicolo(Affidamento.Id, Form, Affidamento.Version), done: null);
        InConflict = !riuscito && ActErrors is [StaleEdit];
        SavedAt = riuscito ? Clock.GetUtcNow().UtcDateTime : null;
        if (riuscito)
        {
            Form = FascicoloForm.Of(Affidamento.Fascicolo);
        }
    }
}
