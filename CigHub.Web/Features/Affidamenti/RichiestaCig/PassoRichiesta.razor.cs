using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Shows one step of the percorso on the page of the request, with the values to copy in it.</summary>
public sealed partial class PassoRichiesta
{
    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required PassoPortale Passo { get; set; }

    [Parameter, EditorRequired]
    public required AffidamentoDetails Details { get; set; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    [Parameter, EditorRequired]
    public bool Attuale { get; set; }

    [Parameter, EditorRequired]
    public bool Last { get; set; }

    [Parameter, EditorRequired]
    public bool Enabled { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<string> Copied { get; set; }

    [Parameter, EditorRequired]
    public required string Address { get; set; }

    /// <summary>The sentence to show at the rilettura, for a user who tried to go past it. Null when there is none.</summary>
    [Parameter]
    public string? Avviso { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<int> GoTo { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> Copiato { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<IReadOnlyList<Error>> Done { get; set; }

    private bool Rilegge => Enabled && User.May<ConfermaRilettura>();

    private GuidaPortale Guida => Details.Guida(Liste.Correnti);

    private IReadOnlyList<ValoreDaCopiare> Valori => Guida.Valori(Passo);

    private IReadOnlyList<ValoreDaCopiare> Altri => Guida.NonCollocati;

    /// <summary>Ticks a copied value. Every user who sees the request can copy, but only a copy by its RUP is ticked.</summary>
    private Task Tick(string chiave) => Enabled ? Copiato.InvokeAsync(chiave) : Task.CompletedTask;
}
