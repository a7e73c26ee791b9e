using CigHub.Domain.Common;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Records what the Soggetto Aggregatore communicates of other Enti's adhesions.</summary>
public sealed partial class AltreAdesioni
{
    private string CheCosa => $"Comunicazione registrata: le altre adesioni sono {Scheda.Capienza.AltreAdesioni:E}";

    /// <summary>Null while the amount cannot be read.</summary>
    private Importo? Dopo => Importo.Leggi(Modulo.Importo).TryGet(out var importo) ? Scheda.Capienza.Residuo - importo : null;

    private Task Salva() => Salva(new RegistraAltreAdesioni(Scheda.Lotto.Id, Modulo));
}
