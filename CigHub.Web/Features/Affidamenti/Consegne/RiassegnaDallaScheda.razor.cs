using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>Shows on the scheda's page how the Affidamento came to its RUP, and lets the user pass it to another RUP with a reason.</summary>
public sealed partial class RiassegnaDallaScheda
{
    /// <summary>The id of the dialog with the form.</summary>
    public const string Finestra = "riassegna-scheda";

    private readonly FormFields _fields = new();

    /// <summary>The key of the dialog. A new value takes the open dialog away.</summary>
    private int _volta;

    [Parameter, EditorRequired]
    public required Affidamento Affidamento { get; set; }

    /// <summary>The id of the menu that opens the dialog. The focus goes back to it.</summary>
    [Parameter, EditorRequired]
    public required string Menu { get; set; }

    /// <summary>Occurs when it is known whether the user may reassign the Affidamento.</summary>
    [Parameter]
    public EventCallback<bool> OfferedChanged { get; set; }

    /// <summary>Occurs when the Affidamento was reassigned (no error) or the command was refused.</summary>
    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<Error>> Done { get; set; }

    private PassaggiDelRup? Passaggi { get; set; }

    /// <summary>
    /// The Affidamento and the RUP for which the changes of the RUP were last read. While the user types, the component gets its parameters
    /// again and again, and must not read each time.
    /// </summary>
    private (Guid Id, Guid Rup)? Letti { get; set; }

    private bool Offered => Passaggi is { Colleghi.Count: > 0 } && Transizioni.Ammessa(Affidamento.Stato, AzioneAffidamento.AssegnaRup);

    private string? Nuovo { get; set; }

    private string? Motivo { get; set; }

    protected override async Task LoadAsync()
    {
        if (Letti == (Affidamento.Id, Affidamento.RupId))
        {
            return;
        }

        var adesso = (Affidamento.Id, Affidamento.RupId);
        Passaggi = await Read<LeggiPassaggi, PassaggiDelRup>(q => q.Run(adesso.Id, User!.Actor));
        Letti = adesso;
        await OfferedChanged.InvokeAsync(Offered);
    }

    private Task Riassegna() => Once(async () =>
    {
        var command = new RiassegnaAffidamento(Affidamento.Id, Guid.TryParse(Nuovo, out var id) ? id : Guid.Empty, Motivo, Affidamento.Version);
        if (await Run(command, OutcomeWords.Riassegnato) is not null)
        {
            (Nuovo, Motivo) = (null, null);
            _volta++;
        }

        await Done.InvokeAsync([.. ActErrors.Where(e => _fields.Find(e.Field) is null)]);
    });
}
