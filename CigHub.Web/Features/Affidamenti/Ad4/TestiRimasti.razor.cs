using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>Offers the texts that this browser kept and the server never acknowledged, to put them back into the scheda or drop them.</summary>
public sealed partial class TestiRimasti
{
    [Parameter, EditorRequired]
    public required BozzaEditor Editor { get; set; }

    /// <summary>The texts, by path, that this browser kept and the server never acknowledged.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, UnsentField> Rimasti { get; set; }

    /// <summary>Occurs when the texts stand in the scheda again, so that they need not be offered any more.</summary>
    [Parameter, EditorRequired]
    public EventCallback Ripristinati { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Scarta { get; set; }

    private async Task WriteAll()
    {
        foreach (var (percorso, rimasto) in Rimasti)
        {
            await Editor.Write(percorso, rimasto.Text);
        }

        await Ripristinati.InvokeAsync();
    }
}
