using System.Text.Json.Nodes;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>One field that a person changed.</summary>
/// <param name="Percorso">The concrete path.</param>
/// <param name="Testo">What the person typed; empty or null clears the field.</param>
/// <param name="Visto">What the person saw there before typing.</param>
public sealed record ModificaCampo(string Percorso, string? Testo, string? Visto);

/// <summary>A field that somebody else changed meanwhile: what stands there stays, what was typed is given back.</summary>
public sealed record ConflittoCampo(string Percorso, string TestoAttuale, string TestoProposto);

/// <summary>What became of a patch. Every change is in exactly one of the three lists.</summary>
/// <param name="Bozza">The draft with the changes that were taken.</param>
/// <param name="Applicate">Those taken, and those that say what stood there already.</param>
/// <param name="Conflitti">Those that somebody else's change stands against: not taken.</param>
/// <param name="Rifiutate">Those that cannot be saved (unknown field, missing row, text too long); <see cref="Error.Field"/> is the path.</param>
public sealed record EsitoModifiche(
    BozzaAd4 Bozza,
    IReadOnlyList<ModificaCampo> Applicate,
    IReadOnlyList<ConflittoCampo> Conflitti,
    IReadOnlyList<Error> Rifiutate);

public sealed partial class BozzaAd4
{
    /// <summary>
    /// Applies a patch field by field, so that two people can fill in different parts. A change is a conflict when what stands in
    /// the field differs both from what that person saw and from what they typed; the others are applied all the same. Two texts
    /// that mean the same value (<c>1234,5</c> and <c>1.234,50</c>) do not differ. Several changes of one field come from one
    /// person: only the first is compared. Never throws.
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

    /// <summary>As <see cref="Con(string, string?)"/> for one after the other, but with a single copy of the document: for whoever fills in many fields at once.</summary>
    /// <exception cref="ArgumentException">As there.</exception>
    public BozzaAd4 Con(IEnumerable<(string Percorso, string? Testo)> valori)
    {
        // A draft that nobody else has seen yet may still be written in.
        var (bozza, soloNostra) = (this, false);
        foreach (var (percorso, testo) in valori)
        {
            if (bozza.ScrittoComeValore(percorso, testo) is not { } valore)
            {
                (bozza, soloNostra) = (bozza.Con(percorso, testo), false);
                continue;
            }

            bozza = soloNostra ? bozza : new BozzaAd4(bozza.Copia(), bozza._testi);
            soloNostra = true;
            DocumentoAd4.Imposta(bozza._radice, Interno(percorso), valore);
        }

        return bozza;
    }

    /// <summary>The value of a text that is simply one; null where more is to be thought of (an empty text, one that cannot be read, one too long, the same meaning).</summary>
    private JsonNode? ScrittoComeValore(string percorso, string? testo) =>
        !percorso.Contains('*', StringComparison.Ordinal)
        && CatalogoAd4.Trova(percorso) is { } campo
        && !string.IsNullOrWhiteSpace(testo)
        && testo.Length <= campo.LunghezzaMassima
        && !testo.Any(char.IsSurrogate)
        && !_testi.ContainsKey(percorso)
        && DocumentoAd4.RigheRaggiungibili(_radice, Interno(percorso))
        && LetturaCampo.Leggi(campo, testo).TryGet(out var valore)
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
            && LetturaCampo.Leggi(campo, altro).TryGet(out var valore)
            && StessoValore(campo, uno, valore);
    }
}
