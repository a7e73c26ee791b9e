using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>On the scheda: how the Affidamento came to its RUP, and passing it to another with a reason.</summary>
public sealed partial class RiassegnaDallaScheda
{
    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>Done (no error) or refused.</summary>
    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<Error>> Fatto { get; set; }

    private PassaggiDelRup? Passaggi { get; set; }

    /// <summary>Of which RUP they were read: while a scheda is typed in, it is drawn again and again.</summary>
    private (Guid Id, Guid Rup)? Letti { get; set; }

    private string? Nuovo { get; set; }

    private string? Motivo { get; set; }

    private bool Occupato { get; set; }

    private IReadOnlyList<Error> ErroriModulo { get; set; } = [];

    protected override async Task Carica()
    {
        if (Letti == (Affidamento.Id, Affidamento.RupId))
        {
            return;
        }

        Letti = (Affidamento.Id, Affidamento.RupId);
        Passaggi = await Leggi<LeggiPassaggi, PassaggiDelRup>(q => q.Esegui(Affidamento.Id, Utente!.Attore));
    }

    private async Task Riassegna()
    {
        Occupato = true;
        await Esegui(new RiassegnaAffidamento(Affidamento.Id, Guid.TryParse(Nuovo, out var id) ? id : Guid.Empty, Motivo, Affidamento.Version), ParoleDiEsito.Riassegnato);
        (Occupato, ErroriModulo) = (false, Errori);
        if (ErroriModulo.Count == 0)
        {
            (Nuovo, Motivo) = (null, null);
        }

        // What belongs to a field is said there.
        if (ErroriModulo.Count == 0 || ErroriModulo.Any(e => e.Field is null))
        {
            await Fatto.InvokeAsync([.. ErroriModulo.Where(e => e.Field is null)]);
        }
    }
}
