namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One field of the scheda whose text differs between an earlier and a later version of a draft.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Percorso">The concrete path of the field.</param>
/// <param name="Prima">The text shown before. Null when the field was empty.</param>
/// <param name="Dopo">The text shown after. Null when the field is empty.</param>
public sealed record CampoCambiato(string Percorso, string? Prima, string? Dopo);

public sealed partial class BozzaAd4
{
    /// <summary>
    /// Returns the fields whose text differs between the given earlier draft and this one, in the order of the scheda. Only fields of the
    /// catalogo dei campi are compared. The list is empty when nothing differs.
    /// </summary>
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
