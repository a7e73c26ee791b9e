using CigHub.Web.Common;
using CigHub.Web.Features.Convenzioni.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnaConvenzione;

/// <summary>Page with the form of a Convenzione, new or existing.</summary>
public sealed partial class PaginaModificaConvenzione
{
    private readonly Guid _newId = Guid.CreateVersion7();

    /// <summary>The id of the Convenzione to change. Null for a new Convenzione.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override Guid Subject => Id ?? _newId;

    protected override async Task<Saved?> ReadAgain()
    {
        if (Id is not { } id)
        {
            return new Saved(new ConvenzioneForm(), null);
        }

        var voce = await Read<DettaglioConvenzione, ConvenzioneRow>(q => q.Run(id));
        return voce is null ? null : new Saved(ConvenzioneForm.Of(voce.Convenzione), voce.Convenzione.Version);
    }

    private Task Save() => Save(new SalvaConvenzione(Subject, Form!, Version), OfficeOutcomeWords.Salvato, AppRoutes.ConvenzioneDi(Subject));
}
