using CigHub.Domain.Common;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>
/// Form on the Lotto's page that changes the massimale by an act. While the user types, it shows the new massimale and what is then left of
/// the quinto d'obbligo.
/// </summary>
public sealed partial class EstendiMassimale
{
    private string CheCosa => $"Atto registrato: il massimale è {Details.Capienza.Massimale:E}.";

    private Importo Possibile => Details.Capienza.EstensionePossibile() is var resto && resto > Importo.Zero ? resto : Importo.Zero;

    private AnteprimaMassimale? Preview => AnteprimaMassimale.Of(Details.Capienza, Form.Importo);

    private Task Save() => Save(new VariaMassimale(Details.Lotto.Id, Form), () => CheCosa);
}
