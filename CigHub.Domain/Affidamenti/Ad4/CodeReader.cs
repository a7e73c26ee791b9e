using System.Text.Json.Nodes;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>
/// Reads the typed text of a field whose value is a code with a form of its own (CIG, CUP, CPV and others). The value object of that code
/// decides whether the text is valid.
/// </summary>
internal static class CodeReader
{
    public static Result<JsonNode> Leggi(CampoAd4 campo, string testo) => campo.Tipo switch
    {
        TipoCampo.Cig => Valore(Cig.Leggi(testo), c => c.Valore),
        TipoCampo.Cup => Valore(Cup.Leggi(testo), c => c.Valore),
        TipoCampo.CentroDiCosto => Valore(CodiceCentroDiCosto.Leggi(testo), c => c.Valore),
        TipoCampo.CodiceFiscale => Valore(CodiceFiscale.Leggi(testo), c => c.Valore),
        TipoCampo.CodiceFiscaleOperatore => Valore(IdentificativoOperatore.Leggi(testo), c => c.Valore),
        TipoCampo.CodiceAusa => Ausa(CodeText.Pulisci(testo)),
        TipoCampo.Cpv => Codificato(campo, Cpv.Leggi(testo), c => c.Valore),
        TipoCampo.CodIstat => Codificato(campo, CodIstat.Leggi(testo), c => c.Valore),
        TipoCampo.CodNuts => Codificato(campo, Provincia(CodNuts.Leggi(testo)), c => c.Valore),
        _ => throw new ArgumentOutOfRangeException(nameof(campo), campo.Tipo, "A kind without a reader."),
    };

    private static Result<JsonNode> Ausa(string codice) => codice.Length > 0
        ? Result.Success<JsonNode>(JsonValue.Create(codice)!)
        : new Error("ausa.formato", "Codice AUSA non leggibile: scrivi il codice della stazione appaltante, per esempio 0000156789.");

    /// <summary>
    /// Refuses a NUTS code that is not at level 3, which is the level of a province, because ANAC requires that level. Returns any other
    /// result as it was given.
    /// </summary>
    private static Result<CodNuts> Provincia(Result<CodNuts> letto) => letto.TryGet(out var luogo) && luogo.Livello != 3
        ? new Error("cod-nuts.livello", "Il luogo va indicato con la provincia: un codice NUTS di 5 caratteri, per esempio ITI43 per Roma.")
        : letto;

    private static Result<JsonNode> Valore<T>(Result<T> letto, Func<T, string> testo) => letto.TryGet(out var codice)
        ? Result.Success<JsonNode>(JsonValue.Create(testo(codice))!)
        : letto.Errors[0];

    private static Result<JsonNode> Codificato<T>(CampoAd4 campo, Result<T> letto, Func<T, string> testo) => letto.TryGet(out var codice)
        ? FieldReader.Codificato(campo.Lista!, testo(codice))
        : letto.Errors[0];
}
