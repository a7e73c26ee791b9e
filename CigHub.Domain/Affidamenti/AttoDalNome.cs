using System.Text.RegularExpressions;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// The data of an atto as far as the name of its file tells them. They are a proposal, which the user confirms or corrects: the name of a
/// file proves nothing.
/// </summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Tipo">The kind of the atto. Null when the name tells none, or tells of an answer about capacity, which has a form of its own.</param>
/// <param name="Data">The day in the name. Null when there is none, or more than one.</param>
/// <param name="Numero">The number after «n.» in the name. Empty when there is none.</param>
public sealed partial record AttoDalNome(TipoAtto? Tipo, DateOnly? Data, string Numero)
{
    /// <summary>The beginnings of words that tell a kind, the most telling first.</summary>
    private static readonly (TipoAtto? Tipo, string[] Parole)[] _segni =
    [
        (null, ["capienza"]),
        (TipoAtto.SchedaSc1, ["sc1"]),
        (TipoAtto.SchedaCo1, ["co1"]),
        (TipoAtto.DeterminaConCig, ["determin", "cig"]),
        (TipoAtto.DeterminaConCig, ["integrazione", "cig"]),
        (TipoAtto.DeterminaDiAdesione, ["determin"]),
        (TipoAtto.DeterminaDiAdesione, ["dd"]),
        (TipoAtto.OrdinativoDiAdesione, ["ordinativ"]),
        (TipoAtto.OrdinativoDiAdesione, ["ordine"]),
        (TipoAtto.OrdinativoDiAdesione, ["oda"]),
        (TipoAtto.Contratto, ["contratto"]),
        (TipoAtto.Pubblicazione, ["pubblicazion"]),
        (TipoAtto.Pubblicazione, ["trasparen"]),
        (TipoAtto.Pubblicazione, ["albo"]),
        (TipoAtto.Evidenza, ["schermat"]),
        (TipoAtto.Evidenza, ["screenshot"]),
        (TipoAtto.Evidenza, ["evidenz"]),
    ];

    /// <summary>Reads the name of a file, for example <c>determina n. 451 del 20-11-2026.pdf</c>.</summary>
    /// <param name="immagine">Says whether the content is a picture, which is an evidenza when its name tells nothing else.</param>
    public static AttoDalNome Leggi(string nome, bool immagine)
    {
        var senzaEstensione = Estensioni().Replace(nome, "");
        var parole = FoldedText.Parole(senzaEstensione);
        var segno = _segni.FirstOrDefault(s => s.Parole.All(p => parole.Contains(" " + p, StringComparison.Ordinal)));
        var date = Date().Matches(senzaEstensione)
            .Select(m => WrittenDate.Leggi(Separatori().Replace(m.Value, "/")))
            .Where(d => d.IsSuccess).Select(d => d.Value).Distinct().ToList();
        return new AttoDalNome(
            segno.Parole is null && immagine ? TipoAtto.Evidenza : segno.Tipo,
            date.Count == 1 ? date[0] : null,
            Numeri().Match(senzaEstensione) is { Success: true } numero ? numero.Groups[1].Value : "");
    }

    [GeneratedRegex(@"(\.(pdf|p7m|png|jpe?g))+$", RegexOptions.IgnoreCase)]
    private static partial Regex Estensioni();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}[-._/ ]\d{1,2}[-._/ ]\d{4}|\d{4}[-._/ ]\d{1,2}[-._/ ]\d{1,2})(?!\d)")]
    private static partial Regex Date();

    [GeneratedRegex("[-._/ ]")]
    private static partial Regex Separatori();

    [GeneratedRegex(@"(?<![A-Za-z])(?:n|nr|num|numero)[\s._°-]{0,3}(\d{1,10})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Numeri();
}
