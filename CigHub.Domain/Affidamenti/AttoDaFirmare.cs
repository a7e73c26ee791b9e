using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// The draft text of an act that a person of the Ente completes and signs outside CigHub. What CigHub does not know stands in square brackets.
/// </summary>
/// <remarks>Equality: by all members, the list by reference.</remarks>
/// <param name="Tipo">The kind of atto that it becomes once signed.</param>
public sealed record AttoDaFirmare(TipoAtto Tipo, string Titolo, IReadOnlyList<Capoverso> Capoversi);

/// <summary>One paragraph of an act.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Testo">The text. Each part in square brackets is to be completed by hand.</param>
/// <param name="Intestazione">Says whether it is a heading.</param>
public sealed record Capoverso(string Testo, bool Intestazione = false);

/// <summary>The data from which the draft text of an act is written, and the words that several acts share.</summary>
/// <remarks>Equality: by all members.</remarks>
public sealed record DatiPerGliAtti(Affidamento Affidamento, Lotto Lotto, Convenzione Convenzione, Ente Ente, Persona Rup)
{
    /// <summary>The subject with Convenzione, Lotto, CIG Padre and CIG Derivato, as the page shows it.</summary>
    public string Citazione => CitazioneDetermina.Testo(Convenzione, Lotto, Affidamento.CigDerivati);

    public string Oggetto => Known(Affidamento.Oggetto, "oggetto dell'adesione");

    /// <summary>The supplier or suppliers, each with the codice fiscale.</summary>
    public string Fornitore => Known(
        string.Join("; ", Affidamento.Fornitori.Select(f => $"{f.Denominazione}, codice fiscale {f.CodiceFiscale}")), "operatore economico");

    public string EnteConCodice => $"{Ente.Denominazione}, codice fiscale {Ente.CodiceFiscale.Valore}";

    /// <summary>The amount without IVA, and with it where the rate is known.</summary>
    public string Importo
    {
        get
        {
            var netto = Affidamento.Importo;
            var regime = Affidamento.Fascicolo.RegimeIva;
            var versata = regime == RegimeIva.InversioneContabile ? ", che l'Ente versa in inversione contabile" : "";
            return netto <= Common.Importo.Zero ? "[importo al netto dell'IVA]"
                : regime == RegimeIva.Esente ? $"{netto:E} [esente da IVA, o non imponibile: scegli e scrivi la norma]"
                : Affidamento.Fascicolo.Lordo(netto) is { } lordo
                    ? $"{netto:E} al netto dell'IVA, {lordo:E} con l'IVA al {Affidamento.Fascicolo.AliquotaIva!.Value.ToString("0.##", Italiano)}%{versata}"
                    : $"{netto:E} al netto dell'IVA [aliquota IVA e importo lordo]{versata}";
        }
    }

    public string Durata => Affidamento.Fascicolo is { ContrattoDal: { } dal, ContrattoAl: { } al }
        ? $"dal {Giorno(dal)} al {Giorno(al)}"
        : "dal [primo giorno del contratto] al [ultimo giorno del contratto]";

    public string Impegno =>
        $"impegno {Known(Affidamento.Fascicolo.Impegno, "numero e anno dell'impegno")}, capitolo {Known(Affidamento.Fascicolo.Capitolo, "capitolo")}";

    /// <summary>The CUP of all adhesions.</summary>
    public string Cup => Known(
        string.Join(", ", from i in Enumerable.Range(0, Affidamento.Bozza.Righe(PercorsoAd4.Aggiudicazioni))
                          let elenco = PercorsoAd4.Aggiudicazione(i, "cupLotto")
                          from j in Enumerable.Range(0, Affidamento.Bozza.Righe(elenco))
                          let cup = Affidamento.Bozza.Testo($"{elenco}/{j}")
                          where !string.IsNullOrWhiteSpace(cup)
                          select cup),
        "CUP, se previsto");

    private static CultureInfo Italiano { get; } = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>Returns a day as Italian acts write it, for example 23/11/2026.</summary>
    public static string Giorno(DateOnly giorno) => giorno.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Returns the newest atto of a kind in the fascicolo. Null when there is none.</summary>
    public DatiAtto? Ultimo(TipoAtto tipo) => Affidamento.Atti.Where(a => a.Tipo == tipo).Select(a => a.Dati).MaxBy(d => d.Data);

    /// <summary>Returns the text, or the name of what is missing in square brackets.</summary>
    public static string Known(string? testo, string manca) => string.IsNullOrWhiteSpace(testo) ? $"[{manca}]" : testo.Trim();
}
