using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.SceltaDelFornitore;

/// <summary>Shows what each supplier of a Lotto has taken so far, in euro and in per cent of the massimale, against its quota.</summary>
public sealed partial class TabellaQuote
{
    [Parameter, EditorRequired]
    public required QuoteDelLotto Quote { get; set; }

    private static string Percentuale(decimal valore) => string.Create(CultureInfo.GetCultureInfo("it-IT"), $"{valore:0.##} %");
}
