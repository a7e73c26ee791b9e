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
    /// <summary>The answers to the first question that came after «sì» and «no», as they stand in the address.</summary>
    private const string Negoziate = "negoziata", Modifiche = "modifica";

    [SupplyParameterFromQuery]
    public string? Adesione { get; set; }

    [SupplyParameterFromQuery]
    public string? Modifica { get; set; }

    [SupplyParameterFromQuery]
    public string? Soglia { get; set; }

    [SupplyParameterFromQuery]
    public string? Importo { get; set; }

    [SupplyParameterFromQuery]
    public string? Confronto { get; set; }

    [SupplyParameterFromQuery]
    public string? Contratto { get; set; }

    [SupplyParameterFromQuery]
    public string? Bando { get; set; }

    private static IReadOnlyList<(string Codice, string Parola)> SiNo { get; } = [("si", "Sì"), ("no", "No")];

    private static IReadOnlyList<(string Codice, string Parola)> Casi { get; } =
    [
        ("si", "L'Ente aderisce a un Lotto di una Convenzione o di un accordo quadro"),
        (Modifiche, "L'adesione c'è già e cambia: rinnovo, proroga, quinto, servizi supplementari"),
        ("no", "Un affidamento diretto, senza Convenzione"),
        (Negoziate, "Una procedura negoziata senza bando, senza Convenzione"),
    ];

    private static IReadOnlyList<(string Codice, string Parola)> TipiDiModifica { get; } =
    [
        (nameof(TipoDiModifica.Rinnovo), "Rinnovo"),
        (nameof(TipoDiModifica.Proroga), "Proroga della durata"),
        (nameof(TipoDiModifica.QuintoDObbligo), "Aumento o diminuzione entro il quinto"),
        (nameof(TipoDiModifica.ServiziSupplementari), "Lavori, servizi o forniture supplementari"),
    ];

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
        var modifica = Adesione == Modifiche && Enum.TryParse<TipoDiModifica>(Modifica, out var cambia) ? cambia : (TipoDiModifica?)null;
        var letto = reader.Outcome(() => new RisposteScheda(adesione, Confronto == "si", bando, importo, contratto ?? TipoDiContratto.Appalto)
        {
            Modifica = modifica,
            Negoziata = Adesione == Negoziate,
            SopraSoglia = Soglia == "si",
        });
        ErroriDelleRisposte = letto.Errors;
        var deciso = Adesione switch
        {
            "si" => Confronto == "no" || (Confronto == "si" && contratto is not null),
            Modifiche => modifica is not null && contratto is not null,
            Negoziate => Soglia is "si" or "no",
            _ => conImporto,
        };
        if (deciso && letto.IsSuccess)
        {
            Risposta = QualeScheda.Scegli(letto.Value).Value;
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Puts an answer into the address. The field keeps the new answer itself, because the address comes back only after two journeys of the
    /// line, and would show the old one until then.
    /// </summary>
    private void Rispondi(string domanda, string? risposta) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(domanda, string.IsNullOrWhiteSpace(risposta) ? null : risposta), replace: true);
}
