using System.Text.Json.Nodes;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The change that a user makes to one field of a draft.</summary>
/// <param name="Percorso">The concrete path of the field.</param>
/// <param name="Testo">The text that the user typed. An empty text or null clears the field.</param>
/// <param name="Visto">The text that the user saw in the field before typing.</param>
public sealed record ModificaCampo(string Percorso, string? Testo, string? Visto);

/// <summary>
/// A change that was not accepted, because somebody else had changed the same field meanwhile. The field keeps its present text, and the
/// user gets the typed text back.
/// </summary>
public sealed record ConflittoCampo(string Percorso, string TestoAttuale, string TestoProposto);

/// <summary>The result of applying a user's changes to a draft. Every change is in exactly one of the three lists.</summary>
/// <param name="Bozza">The draft with the changes that were accepted.</param>
/// <param name="Applicate">The changes that were accepted, including those that set the text already in the field.</param>
/// <param name="Conflitti">The changes that were not accepted, because somebody else had changed the same field.</param>
/// <param name="Rifiutate">
/// The errors of the changes that cannot be saved (unknown field, missing row, text too long). <see cref="Error.Field"/> is the path.
/// </param>
public sealed record EsitoModifiche(
    BozzaAd4 Bozza,
    IReadOnlyList<ModificaCampo> Applicate,
    IReadOnlyList<ConflittoCampo> Conflitti,
    IReadOnlyList<Error> Rifiutate);

public sealed partial class BozzaAd4
{
    /// <summary>
    /// Applies a user's changes field by field, so that two users can fill in different parts of a draft at once. A change is a conflict
    /// when the field's present text differs both from the text that the user saw and from the text that the user typed. The other changes
    /// are applied all the same. Two texts with the same value (<c>1234,5</c> and <c>1.234,50</c>) do not differ. Several changes of one
    /// field come from one user, so only the first is compared with the present text. The method never throws.
    /// </summary>
    public EsitoModifiche Applica(IReadOnlyList<ModificaCampo> modifiche)
    {
        var bozza = this;
        var applicate = new List<ModificaCampo>();
        var conflitti = new List<ConflittoCampo>();
        var rifiutate = new List<Error>();
        var proprie = new HashSet<string>(StringComparer.Ordinal);
        foreach (var modifica in modifiche)
        {
            var prova = bozza.Prova(modifica.Percorso, modifica.Testo);
            if (!prova.TryGet(out var dopo))
            {
                rifiutate.AddRange(prova.Errors);
                continue;
            }

            var attuale = bozza.Testo(modifica.Percorso);
            if (!proprie.Contains(modifica.Percorso)
                && !StessoTesto(modifica.Percorso, attuale, modifica.Visto)
                && !StessoTesto(modifica.Percorso, attuale, modifica.Testo))
            {
                conflitti.Add(new ConflittoCampo(modifica.Percorso, attuale ?? "", modifica.Testo ?? ""));
                continue;
            }

            proprie.Add(modifica.Percorso);
            applicate.Add(modifica);
            bozza = dopo;
        }

        return new EsitoModifiche(bozza, applicate, conflitti, rifiutate);
    }

    /// <summary>
    /// Returns the draft with several fields set one after the other, as <see cref="ConValori(string, string?)"/> sets one, but with a
    /// single copy of the document. It is made for callers that fill in many fields at once.
    /// </summary>
    /// <exception cref="ArgumentException">A path or a text is one that <see cref="ConValori(string, string?)"/> refuses.</exception>
    public BozzaAd4 ConValori(IEnumerable<(string Percorso, string? Testo)> valori)
    {
        // A new draft may be changed in place as long as only this method has it.
        var (bozza, soloNostra) = (this, false);
        foreach (var (percorso, testo) in valori)
        {
            if (bozza.ScrittoComeValore(percorso, testo) is not { } valore)
            {
                (bozza, soloNostra) = (bozza.ConValori(percorso, testo), false);
                continue;
            }

            bozza = soloNostra ? bozza : new BozzaAd4(bozza.Copia(), bozza._testi);
            soloNostra = true;
            DocumentoAd4.Imposta(bozza._radice, Interno(percorso), valore);
        }

        return bozza;
    }

    /// <summary>
    /// Converts a text to the JSON value that can be written into the document directly. Returns null for a text that needs the checks of
    /// <see cref="ConValori(string, string?)"/>: an empty, unreadable or too long one, or one with the same meaning as the present value.
    /// </summary>
    private JsonNode? ScrittoComeValore(string percorso, string? testo) =>
        !percorso.Contains('*', StringComparison.Ordinal)
        && CatalogoAd4.Trova(percorso) is { } campo
        && !string.IsNullOrWhiteSpace(testo)
        && testo.Length <= campo.LunghezzaMassima
        && !testo.Any(char.IsSurrogate)
        && !_testi.ContainsKey(percorso)
        && DocumentoAd4.RigheRaggiungibili(_radice, Interno(percorso))
        && FieldReader.Leggi(campo, testo).TryGet(out var valore)
        && !Significa(campo, percorso, valore)
            ? valore
            : null;

    private static bool StessoTesto(string percorso, string? uno, string? altro)
    {
        if ((uno ?? "") == (altro ?? ""))
        {
            return true;
        }

        return !string.IsNullOrEmpty(uno) && !string.IsNullOrEmpty(altro)
            && CatalogoAd4.Trova(percorso) is { } campo
            && FieldReader.Leggi(campo, altro).TryGet(out var valore)
            && StessoValore(campo, uno, valore);
    }
}
