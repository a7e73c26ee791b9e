namespace CigHub.Domain.Affidamenti;

/// <summary>CigHub's own number of an Affidamento, <c>CH-2026-00123</c>: it begins the portal's document title, so that the portal's list can be matched exactly.</summary>
/// <remarks>Equality: by both members. Default: year 0, number 0, which no Affidamento has.</remarks>
public readonly record struct NumeroAffidamento(int Anno, int Progressivo)
{
    public override string ToString() => $"CH-{Anno:0000}-{Progressivo:00000}";

    /// <summary>The title that CigHub proposes: the number, then the object.</summary>
    public string Titolo(string oggetto) => string.IsNullOrWhiteSpace(oggetto) ? ToString() : $"{this} – {oggetto.Trim()}";
}
