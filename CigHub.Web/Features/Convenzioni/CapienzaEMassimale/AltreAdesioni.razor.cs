using CigHub.Domain.Common;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Form that records a communication of the Soggetto Aggregatore about the adhesions of other Enti.</summary>
public sealed partial class AltreAdesioni
{
    private string CheCosa => $"Comunicazione registrata: le altre adesioni sono {Scheda.Capienza.AltreAdesioni:E}";

    /// <summary>The Residuo after the communication. Null while the amount cannot be read.</summary>
    private Importo? Dopo => Importo.Leggi(Modulo.Importo).TryGet(out var importo) ? Scheda.Capienza.Residuo - importo : null;

    private Task Salva() => Salva(new RegistraAltreAdesioni(Scheda.Lotto.Id, Modulo));
}
