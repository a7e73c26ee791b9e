namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One field that says something else in two drafts.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Percorso">The concrete path.</param>
/// <param name="Prima">As shown before; null: nothing was there.</param>
/// <param name="Dopo">As shown after; null: nothing is there.</param>
public sealed record CampoCambiato(string Percorso, string? Prima, string? Dopo);

public sealed partial class BozzaAd4
{
    /// <summary>The fields of the catalogue that say something else here than in an earlier draft, in the order of the scheda.</summary>
    public IReadOnlyList<CampoCambiato> Differenze(BozzaAd4 prima) => ReferenceEquals(this, prima) ? [] :
    [
        .. from campo in CatalogoAd4.Campi
           from percorso in CatalogoAd4.Concreti(campo.Percorso, prima).Union(CatalogoAd4.Concreti(campo.Percorso, this), StringComparer.Ordinal)
           let era = prima.Testo(percorso)
           let ora = Testo(percorso)
           where (era ?? "") != (ora ?? "")
           select new CampoCambiato(percorso, era, ora),
    ];
}
