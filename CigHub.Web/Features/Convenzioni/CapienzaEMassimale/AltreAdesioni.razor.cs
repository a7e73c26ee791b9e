using CigHub.Domain.Common;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Form that records a communication of the Soggetto Aggregatore about the adhesions of other Enti.</summary>
public sealed partial class AltreAdesioni
{
    private string CheCosa => $"Comunicazione registrata: le altre adesioni sono {Details.Capienza.AltreAdesioni:E}";

    /// <summary>The Residuo after the communication. Null while the amount cannot be read.</summary>
    private Importo? Dopo => Importo.Leggi(Form.Importo).TryGet(out var importo) ? Details.Capienza.Residuo - importo : null;

    private Task Save() => Save(new RegistraAltreAdesioni(Details.Lotto.Id, Form));
}
