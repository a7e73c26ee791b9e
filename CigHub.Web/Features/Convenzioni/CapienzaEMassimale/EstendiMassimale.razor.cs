using CigHub.Domain.Common;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Form that extends a massimale by an act. It shows beforehand the new massimale and the rest of the fifth.</summary>
public sealed partial class EstendiMassimale
{
    private string CheCosa => $"Atto registrato: il massimale è {Scheda.Capienza.Massimale:E}";

    private Importo Possibile => Scheda.Capienza.EstensionePossibile() is var resto && resto > Importo.Zero ? resto : Importo.Zero;

    private AnteprimaMassimale? Anteprima => AnteprimaMassimale.Di(Scheda.Capienza, Modulo.Importo);

    private Task Salva() => Salva(new VariaMassimale(Scheda.Lotto.Id, Modulo));
}
