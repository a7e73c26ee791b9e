using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Nuovo;

/// <summary>
/// The page <em>Quale scheda?</em>, which tells the user which scheda of ANAC an award needs, from the answers to a few questions. The
/// answers are in the address, so that a user can save or send the result.
/// </summary>
public sealed partial class PaginaQualeScheda
{
    [SupplyParameterFromQuery]
    public string? Adesione { get; set; }

    [SupplyParameterFromQuery]
    public string? Importo { get; set; }

    [SupplyParameterFromQuery]
    public string? Confronto { get; set; }

    [SupplyParameterFromQuery]
    public string? Contratto { get; set; }

    [SupplyParameterFromQuery]
    public string? Bando { get; set; }

    private static IReadOnlyList<(string Codice, string Parola)> SiNo { get; } = [("si", "Sì"), ("no", "No")];

    private static IReadOnlyList<(string Codice, string Parola)> Contratti { get; } =
    [
        (nameof(TipoDiContratto.Appalto), "Un appalto di lavori, servizi o forniture"),
        (nameof(TipoDiContratto.Concessione), "Una concessione"),
        (nameof(TipoDiContratto.ContrattoEscluso), "Un contratto escluso dal codice"),
    ];

    /// <summary>The scheda that the award needs. Null while a question on which it depends has no answer.</summary>
    private SchedaGiusta? Risposta { get; set; }

    private IReadOnlyList<Error> ErroriDelleRisposte { get; set; } = [];

    protected override Task LoadAsync()
    {
        Risposta = null;
        var reader = new FormReader();
        var (adesione, conImporto, conBando) = (
            Adesione == "si",
            Adesione == "no" && !string.IsNullOrWhiteSpace(Importo),
            Adesione == "si" && !string.IsNullOrWhiteSpace(Bando));
        var importo = conImporto ? reader.Importo(nameof(Importo), Importo) : (Importo?)null;
        var bando = conBando ? reader.Date(nameof(Bando), Bando) : (DateOnly?)null;
        var contratto = Enum.TryParse<TipoDiContratto>(Contratto, out var scelto) ? scelto : (TipoDiContratto?)null;
        var letto = reader.Outcome(() => new RisposteScheda(adesione, Confronto == "si", bando, importo, contratto ?? TipoDiContratto.Appalto));
        ErroriDelleRisposte = letto.Errors;
        var deciso = adesione ? Confronto == "no" || (Confronto == "si" && contratto is not null) : conImporto;
        if (deciso && letto.IsSuccess)
        {
            Risposta = QualeScheda.Scegli(letto.Value).Value;
        }

        return Task.CompletedTask;
    }

    private void Rispondi(string domanda, string? risposta) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(domanda, string.IsNullOrWhiteSpace(risposta) ? null : risposta), replace: true);
}
