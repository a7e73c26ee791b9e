using CigHub.Domain.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.DopoIlCig;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>The form of a handing over: to whom each Affidamento goes, why, and the act where it is on the portal.</summary>
public sealed class ModuloConsegne
{
    private readonly Dictionary<Guid, string?> _scelte = [];

    public string? Motivo { get; set; }

    /// <summary>To one colleague, for the rows that say nothing else.</summary>
    public string? ATutti { get; set; }

    /// <summary><see cref="CampoModulo.Si"/>: of what is on the portal the <em>Sostituzione RUP</em> begins.</summary>
    public string? ConSostituzione { get; set; }

    public ModuloSostituzione Atto { get; } = new();

    public string? Di(Guid affidamento) => _scelte.GetValueOrDefault(affidamento);

    public void Scegli(Guid affidamento, string? collega) => _scelte[affidamento] = collega;

    /// <summary>What is to be handed over; a row with nobody chosen stays where it is.</summary>
    /// <param name="scheda">What the page shows.</param>
    /// <param name="io">Who acts: of what is on the portal only she, or whom she names when the work is hers, takes over.</param>
    public Result<IReadOnlyList<Consegna>> Righe(SchedaConsegne scheda, Guid io)
    {
        if (ConSostituzione == CampoModulo.Si && scheda.Da == io && string.IsNullOrEmpty(ATutti))
        {
            return new Error("modulo.mancante", "Scegli chi subentra sul portale.", nameof(ATutti));
        }

        var righe = new List<Consegna>();
        foreach (var voce in scheda.Voci)
        {
            var scelta = voce.Riassegnabile ? Di(voce.Id) is { Length: > 0 } sua ? sua : ATutti
                : !voce.SulPortale ? null
                : ConSostituzione != CampoModulo.Si || voce.SostituzioneInCorso ? null
                : scheda.Da == io ? ATutti
                : io.ToString();
            if (Guid.TryParse(scelta, out var nuovo))
            {
                righe.Add(new Consegna(voce.Id, voce.Version, nuovo, Guid.CreateVersion7()));
            }
        }

        return Result.Success<IReadOnlyList<Consegna>>(righe);
    }
}
