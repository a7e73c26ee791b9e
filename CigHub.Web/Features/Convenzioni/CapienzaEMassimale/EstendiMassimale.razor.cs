using CigHub.Domain.Common;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Form that extends a massimale by an act. It shows beforehand the new massimale and the rest of the fifth.</summary>
public sealed partial class EstendiMassimale
{
    private string CheCosa => $"Atto registrato: il massimale è {Details.Capienza.Massimale:E}";

    private Importo Possibile => Details.Capienza.EstensionePossibile() is var resto && resto > Importo.Zero ? resto : Importo.Zero;

    private AnteprimaMassimale? Preview => AnteprimaMassimale.Of(Details.Capienza, Form.Importo);

    private Task Save() => Save(new VariaMassimale(Details.Lotto.Id, Form));
}
