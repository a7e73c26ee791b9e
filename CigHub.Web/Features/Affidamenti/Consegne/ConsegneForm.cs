using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.DopoIlCig;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>
/// The form of a passaggio di consegne: the colleague for each Affidamento, the reason, and the act that appoints the new RUP of the
/// Affidamenti that are on the portal already.
/// </summary>
public sealed class ConsegneForm
{
    private readonly Dictionary<Guid, string?> _scelte = [];

    public string? Motivo { get; set; }

    /// <summary>The colleague for every row in which the user chooses no other colleague.</summary>
    public string? ATutti { get; set; }

    /// <summary>
    /// Equals <see cref="InputField.Yes"/> when the <em>Sostituzione RUP</em> begins for the Affidamenti that are on the portal.
    /// </summary>
    public string? ConSostituzione { get; set; }

    public SostituzioneForm Atto { get; } = new();

    public string? Of(Guid affidamento) => _scelte.GetValueOrDefault(affidamento);

    public void Choose(Guid affidamento, string? collega) => _scelte[affidamento] = collega;

    /// <summary>Returns the Affidamenti to hand over, each with its new RUP. Leaves out the rows for which nobody was chosen.</summary>
    /// <param name="details">The work that the page shows.</param>
    /// <param name="io">The user. An Affidamento on the portal passes to the user. When the work is the user's own, it passes to the
    /// colleague whom the user names.</param>
    public Result<IReadOnlyList<Consegna>> Rows(ConsegneDetails details, Guid io)
    {
        if (ConSostituzione == InputField.Yes && details.Da == io && string.IsNullOrEmpty(ATutti))
        {
            return new Error("modulo.mancante", "Scegli chi subentra sul portale.", nameof(ATutti));
        }

        var righe = new List<Consegna>();
        foreach (var voce in details.Voci)
        {
            var scelta = voce.Riassegnabile ? Of(voce.Id) is { Length: > 0 } sua ? sua : ATutti
                : !voce.SulPortale ? null
                : ConSostituzione != InputField.Yes || voce.SostituzioneInCorso ? null
                : details.Da == io ? ATutti
                : io.ToString();
            if (Guid.TryParse(scelta, out var nuovo))
            {
                righe.Add(new Consegna(voce.Id, voce.Version, nuovo, Guid.CreateVersion7()));
            }
        }

        return Result.Success<IReadOnlyList<Consegna>>(righe);
    }
}
