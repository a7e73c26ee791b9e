using CigHub.Web.Common;
using CigHub.Web.Features.Convenzioni.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnaConvenzione;

/// <summary>Page with the form of a Convenzione, new or existing.</summary>
public sealed partial class PaginaModificaConvenzione
{
    private readonly Guid _nuovoId = Guid.CreateVersion7();

    /// <summary>The id of the Convenzione. Null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override Guid Soggetto => Id ?? _nuovoId;

    protected override async Task<Saved?> Rileggi()
    {
        if (Id is not { } id)
        {
            return new Saved(new ConvenzioneForm(), null);
        }

        var voce = await Leggi<DettaglioConvenzione, ConvenzioneRow>(q => q.Esegui(id));
        return voce is null ? null : new Saved(ConvenzioneForm.Di(voce.Convenzione), voce.Convenzione.Version);
    }

    private Task Salva() => Salva(new SalvaConvenzione(Soggetto, Modulo!, Version), OfficeOutcomeWords.Salvato, AppRoutes.ConvenzioneDi(Soggetto));
}
