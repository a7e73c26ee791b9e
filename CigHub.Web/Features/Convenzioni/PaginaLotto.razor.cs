using CigHub.Domain.Convenzioni;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>A Lotto with its ledger: what is taken, reserved and left, and by which movements.</summary>
public sealed partial class PaginaLotto
{
    [Parameter]
    public Guid Id { get; set; }

    private SchedaLotto? Scheda { get; set; }

    protected override async Task Carica() => Scheda = await Leggi<DettaglioLotto, SchedaLotto>(q => q.Esegui(Id));

    private static string NomeDi(TipoMovimento tipo) => tipo switch
    {
        TipoMovimento.Iniziale => "Massimale iniziale",
        TipoMovimento.AltreAdesioni => "Altre adesioni",
        TipoMovimento.Riserva => "Riserva",
        TipoMovimento.Adesione => "Adesione",
        TipoMovimento.Rilascio => "Rilascio della riserva",
        TipoMovimento.Variazione => "Variazione del massimale",
        _ => tipo.ToString(),
    };
}
