using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>One of ANAC's code lists, as read from a file.</summary>
/// <param name="IdTipologica">The list's name, spelled as the scheda spells it.</param>
/// <param name="Voci">The entries in the file's order, each code once.</param>
/// <param name="Note">Italian sentences that say which defects of the file were tolerated.</param>
public sealed record ListaLetta(string IdTipologica, IReadOnlyList<VoceLista> Voci, IReadOnlyList<string> Note);

/// <summary>Reads the JSON files in which ANAC publishes its code lists (repository <c>anticorruzione/npa</c>, one file per list).</summary>
/// <remarks>
/// Tolerated and reported defects: a comma too many, a repeated code (the later wording holds, for the time of both entries), entries
/// without dates (always valid). An end in 2099 or later counts as no end. <c>dataFine</c> is the first day on which the code is no longer
/// valid. Of <c>codNUTS</c> only the Italian part is read. Any other defect refuses the whole file, because half a list would end the codes
/// of the other half.
/// </remarks>
public static partial class ImportazioneLista
{
    public const int MaxByte = 8 * 1024 * 1024;
    public const int MaxVoci = 20_000;
    public const int MaxCodice = 40;

    /// <summary>The code of the error that refuses a list of ANAC which no AD4 uses.</summary>
    public const string NonUsata = "lista.non-usata";

    private const int AnnoSenzaFine = 2099;
    private const int Esempi = 5;

    private static readonly JsonDocumentOptions _tollerante = new() { AllowTrailingCommas = true, MaxDepth = 8 };

    /// <summary>
    /// Reads the list from a file. The file must have the name that ANAC gives it (<c>CPV.json</c>). A suffix « (1)» that a browser adds is
    /// ignored.
    /// </summary>
    public static Result<ListaLetta> Leggi(string nomeFile, ReadOnlyMemory<byte> contenuto)
    {
        var nome = Nome(nomeFile);
        if (nome is null)
        {
            return new Error(
                "lista.nome-file",
                $"«{nomeFile}» non è un file JSON: scarica da ANAC i file delle tipologiche, uno per lista, per esempio CPV.json.");
        }

        if (ListeAnac.Trova(nome) is not { } lista)
        {
            return new Error(
                NonUsata,
                $"La lista «{nome}» non serve all'AD4 e non viene importata. Se il file è di un'altra lista, rinominalo come lo chiama ANAC.");
        }

        if (contenuto.Length > MaxByte)
        {
            return new Error(
                "lista.troppo-grande",
                $"Il file supera {MaxByte / 1024 / 1024} MB: una lista di ANAC è più piccola, ricontrolla che sia il file giusto.");
        }

        return Documento(contenuto).TryGet(out var letto) ? Voci(lista.IdTipologica, letto) : NonJson;
    }

    private static Error NonJson => new("lista.non-json", "Il file non si legge come JSON: è rovinato o non è una lista di ANAC. Scaricalo di nuovo.");

    private static string? Nome(string nomeFile)
    {
        var forma = NomeDiFile().Match(nomeFile.Trim());
        return forma.Success ? forma.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^([A-Za-z]{1,60})(?: ?\(\d{1,3}\))?\.json$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NomeDiFile();

    private static Result<(JsonElement Radice, bool VirgolaInPiu)> Documento(ReadOnlyMemory<byte> contenuto)
    {
        var byteOrderMark = Encoding.UTF8.Preamble;
        var testo = contenuto.Span.StartsWith(byteOrderMark) ? contenuto[byteOrderMark.Length..] : contenuto;
        try
        {
            using var stretto = JsonDocument.Parse(testo, new JsonDocumentOptions { MaxDepth = _tollerante.MaxDepth });
            return (stretto.RootElement.Clone(), false);
        }
        catch (JsonException)
        {
            try
            {
                using var largo = JsonDocument.Parse(testo, _tollerante);
                return (largo.RootElement.Clone(), true);
            }
            catch (JsonException)
            {
                return NonJson;
            }
        }
    }

    private static Result<ListaLetta> Voci(string id, (JsonElement Radice, bool VirgolaInPiu) letto)
    {
        if (letto.Radice.ValueKind != JsonValueKind.Array)
        {
            return new Error("lista.non-elenco", "Il file non contiene un elenco di codici come quelli che ANAC pubblica: ricontrolla che sia il file giusto.");
        }

        var quante = letto.Radice.GetArrayLength();
        if (quante is 0 or > MaxVoci)
        {
            return quante == 0
                ? new Error("lista.vuota", "La lista non contiene nessun codice: importarla li farebbe cessare tutti. Scarica di nuovo il file.")
                : new Error(
                    "lista.troppe-voci",
                    $"La lista ha {Plural.Of(quante, "voce", "voci")}, al massimo se ne leggono {MaxVoci}: ricontrolla che sia il file giusto.");
        }

        var lettura = new Lettura(id);
        try
        {
            foreach (var elemento in letto.Radice.EnumerateArray())
            {
                lettura.Aggiungi(elemento);
            }
        }
        catch (InvalidOperationException)
        {
            // JsonElement reports invalid Unicode only when the text is read.
            return NonJson;
        }

        return lettura.Esito(letto.VirgolaInPiu);
    }

    /// <summary>Collects the entries, the tolerated defects and the errors of one list while its file is read.</summary>
    private sealed class Lettura(string id)
    {
        private readonly Dictionary<string, VoceLista> _voci = new(StringComparer.Ordinal);
        private readonly List<string> _ordine = [];
        private readonly List<string> _ripetuti = [];
        private readonly List<string> _sbagli = [];
        private int _numero;
        private int _estere;

        public void Aggiungi(JsonElement elemento)
        {
            _numero++;
            var codice = Testo(elemento, "codice");
            if (codice is null || codice.Length > MaxCodice || codice != EtichettaAnac.SenzaBianchiDoppi(codice))
            {
                _sbagli.Add($"alla voce {_numero} manca il codice, o non è un testo di al massimo {MaxCodice} caratteri");
                return;
            }

            if (id == ListeAnac.CodNuts.IdTipologica && !codice.StartsWith("IT", StringComparison.Ordinal))
            {
                _estere++;
                return;
            }

            var descrizione = elemento.TryGetProperty("descrizione", out var d) ? Testo(d, "it") : null;
            if (descrizione is null || !Giorno(elemento, "dataInizio", out var dal) || !Giorno(elemento, "dataFine", out var fino) || !DiForma(codice))
            {
                _sbagli.Add($"«{codice}» non ha la descrizione italiana, o una data o il codice non sono nella forma giusta");
                return;
            }

            fino = fino?.Year >= AnnoSenzaFine ? null : fino;
            if (dal >= fino)
            {
                _sbagli.Add($"«{codice}» finisce prima di cominciare");
                return;
            }

            if (_voci.TryGetValue(codice, out var gia))
            {
                // ANAC renames a code by ending it and beginning it again on the same day. The merged entry is valid for the time of both.
                _ripetuti.Add(codice);
                dal = gia.Dal is null || dal is null ? null : gia.Dal < dal ? gia.Dal : dal;
                fino = gia.Fino is null || fino is null ? null : gia.Fino > fino ? gia.Fino : fino;
            }
            else
            {
                _ordine.Add(codice);
            }

            _voci[codice] = new VoceLista(codice, EtichettaAnac.Breve(id, codice, descrizione), dal, fino);
        }

        public Result<ListaLetta> Esito(bool virgolaInPiu)
        {
            if (_sbagli.Count > 0)
            {
                var altri = _sbagli.Count > Esempi ? $"; e altre {_sbagli.Count - Esempi}" : "";
                return new Error(
                    "lista.voci-sbagliate",
                    $"La lista non viene importata, per non perdere codici: {string.Join("; ", _sbagli.Take(Esempi))}{altri}. "
                    + "Scarica di nuovo il file da ANAC.");
            }

            if (_ordine.Count == 0)
            {
                return new Error("lista.vuota", "La lista non contiene nessun codice italiano: ricontrolla che sia il file giusto.");
            }

            return new ListaLetta(id, [.. _ordine.Select(c => _voci[c])], [.. Note(virgolaInPiu)]);
        }

        private IEnumerable<string> Note(bool virgolaInPiu)
        {
            if (virgolaInPiu)
            {
                yield return "Il file ha una virgola di troppo: letto lo stesso.";
            }

            if (_ripetuti.Count > 0)
            {
                yield return $"{Plural.Of(_ripetuti.Count, "codice ripetuto", "codici ripetuti")} "
                    + $"({string.Join(", ", _ripetuti.Distinct().Take(Esempi * 2))}): "
                    + "vale l'ultima dicitura, per tutto il tempo di entrambe le voci.";
            }

            if (_estere > 0)
            {
                yield return "Di questa lista si tiene la parte italiana: "
                    + $"{Plural.Of(_estere, "voce di altri Stati lasciata da parte", "voci di altri Stati lasciate da parte")}.";
            }

            var senzaDate = _voci.Values.Count(v => v.Dal is null && v.Fino is null);
            if (senzaDate > 0)
            {
                yield return $"{Plural.Of(senzaDate, "voce senza date: vale", "voci senza date: valgono")} sempre.";
            }
        }

        /// <summary>
        /// Says whether the code has the form that the codes of this list have, if they have one. Otherwise a file under the name of
        /// another list would end every code of that list.
        /// </summary>
        private bool DiForma(string codice) => id switch
        {
            "CPV" => Cpv.Leggi(codice) is { IsSuccess: true, Value.Valore: var v } && v == codice,
            "codIstat" => CodIstat.Leggi(codice) is { IsSuccess: true, Value.Valore: var v } && v == codice,
            _ => true,
        };

        private static string? Testo(JsonElement elemento, string proprieta) =>
            elemento.ValueKind == JsonValueKind.Object
            && elemento.TryGetProperty(proprieta, out var valore)
            && valore.ValueKind == JsonValueKind.String
            && !string.IsNullOrWhiteSpace(valore.GetString())
                ? valore.GetString()
                : null;

        /// <summary>
        /// Reads the day of a property of an entry. The day is null when the property is absent. ANAC adds the time midnight, and only the
        /// day counts. Returns false when the value is not a day.
        /// </summary>
        private static bool Giorno(JsonElement elemento, string proprieta, out DateOnly? giorno)
        {
            giorno = null;
            if (!elemento.TryGetProperty(proprieta, out var valore) || valore.ValueKind == JsonValueKind.Null)
            {
                return true;
            }

            if (valore.ValueKind != JsonValueKind.String || valore.GetString() is not { Length: >= 10 } testo || (testo.Length > 10 && testo[10] != 'T')
                || !DateOnly.TryParseExact(testo[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var letto))
            {
                return false;
            }

            giorno = letto;
            return true;
        }
    }
}
