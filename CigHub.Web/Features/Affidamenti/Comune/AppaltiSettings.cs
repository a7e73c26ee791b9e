using System.ComponentModel.DataAnnotations;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Common;

namespace CigHub.Web.Features.Affidamenti.Comune;

/// <summary>The settings about schede that ANAC may delete because nobody has confirmed them.</summary>
public sealed class AppaltiSettings : ISettings, IValidatableObject
{
    private const int MaxGiorni = 3650;

    public static string Section => "AppaltiNonConfermati";

    /// <summary>The days after which ANAC may delete an appalto that is not confirmed.</summary>
    [WholeNumber(1, MaxGiorni, " di giorni")]
    public int GiorniAllaCancellazione { get; init; } = 90;

    /// <summary>The day, counted as those of the deletion, from which CigHub warns.</summary>
    [WholeNumber(0, MaxGiorni, " di giorni")]
    public int GiorniPrimaDellAvviso { get; init; } = 60;

    /// <summary>The source of the two numbers, with its date, as the warning shows it.</summary>
    public string Fonte { get; init; } = "ANAC, roadmap 68087, data presunta 03/09/2026";

    /// <summary>The term as the type that the domain takes.</summary>
    public TermineAppalto Termine => new(GiorniAllaCancellazione, GiorniPrimaDellAvviso);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (GiorniPrimaDellAvviso > GiorniAllaCancellazione)
        {
            yield return new ValidationResult(
                $"«{Section}:GiorniPrimaDellAvviso» è {GiorniPrimaDellAvviso} e «{Section}:GiorniAllaCancellazione» è {GiorniAllaCancellazione}: "
                + "l'avviso viene prima della cancellazione.");
        }
    }
}
