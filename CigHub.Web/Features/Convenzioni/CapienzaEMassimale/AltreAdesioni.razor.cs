using CigHub.Domain.Common;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Form on the Lotto's page that records altre adesioni, as the Soggetto Aggregatore has communicated them.</summary>
public sealed partial class AltreAdesioni
{
    private string CheCosa => $"Comunicazione registrata: le adesioni comunicate da CMRC sono {Details.Capienza.AltreAdesioni:E}";

    /// <summary>The Residuo of the Lotto after the typed amount is recorded. Null while the amount cannot be read.</summary>
    private Importo? Dopo => Importo.Leggi(Form.Importo).TryGet(out var importo) ? Details.Capienza.Residuo - importo : null;

    private Task Save() => Save(new RegistraAltreAdesioni(Details.Lotto.Id, Form));
}
