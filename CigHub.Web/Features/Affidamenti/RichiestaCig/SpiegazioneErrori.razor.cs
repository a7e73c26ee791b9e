using CigHub.Domain.Codici;
using CigHub.Web.Features.Codici.Errori;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Shows cause, remedy and the person to ask for every error code that stands in a text.</summary>
public sealed partial class SpiegazioneErrori
{
    [Inject]
    public required QueryReader Reader { get; init; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    /// <summary>The text in which to look for codes: what the user chose and the portal's words.</summary>
    [Parameter, EditorRequired]
    public required string Testo { get; set; }

    /// <summary>The HTML id of the list of codes, which a text box names in its attribute <c>list</c>.</summary>
    [Parameter, EditorRequired]
    public required string ListId { get; set; }

    private IReadOnlyList<AiutoErrore> Aiuti { get; set; } = [];

    private IEnumerable<AiutoErrore> Found =>
        CodiciErrore.Trova(Testo).Select(c => Aiuti.FirstOrDefault(a => a.Codice == c)).OfType<AiutoErrore>();

    protected override async Task OnInitializedAsync()
    {
        var letti = await Reader.Read<ListaAiuti, IReadOnlyList<AiutoErrore>>(User.Actor, async q => await q.Run(), Leaving);
        Aiuti = letti.TryGet(out var aiuti) ? aiuti : [];
    }
}
