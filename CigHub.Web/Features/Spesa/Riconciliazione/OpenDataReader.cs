using System.IO.Compression;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.OpenData;
using CsvHelper;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The comparisons of one examination. The layout of the file decides which of them gets its rows.</summary>
internal sealed record RowsByLayout(ConfrontoOpenData Cig, ConfrontoCodici Fornitori, ConfrontoCodici Cup);

/// <summary>
/// Reads a file of ANAC's open data row by row, in CSV or in a zip with one CSV, and gives each row to the comparison of its layout. Its memory
/// does not grow with the file. It refuses a file of another layout, a cut one, and a web page in the place of the file.
/// </summary>
internal static class OpenDataReader
{
    private const int Buffer = 1 << 16, LongestRecord = 1 << 20, RowsBetweenReports = 2000;

    private static readonly CsvReaderOptions _csv = new()
    {
        Separator = ';',
        HasHeader = false,
        MaxRecordSize = LongestRecord,
    };

    private static readonly int _cig = Column("cig"), _padre = Column("cig_accordo_quadro"), _importo = Column("importo_lotto"),
        _oggetto = Column("oggetto_lotto"), _stato = Column("stato"),
        _pubblicata = Column("data_pubblicazione"), _modalita = Column("cod_modalita_realizzazione"), _paroleModalita = Column("modalita_realizzazione"),
        _cf = Column("cf_amministrazione_appaltante"), _ente = Column("denominazione_amministrazione_appaltante"), _prevalente = Column("flag_prevalente"),
        _cancellata = Column("data_cancellazione"), _perfezionata = Column("data_ultimo_perfezionamento");

    private static readonly int _codice = Column("codice_fiscale", TracciatoOpenData.Aggiudicatari),
        _denominazione = Column("denominazione", TracciatoOpenData.Aggiudicatari),
        _aggiudicazione = Column("id_aggiudicazione", TracciatoOpenData.Aggiudicatari), _cup = Column("cup", TracciatoOpenData.Cup);

    /// <summary>Reads the file to its end and gives each row to the comparison of its layout.</summary>
    /// <param name="progress">Is told the kilobytes of the file that were read.</param>
    /// <returns>The layout, or the reason why the file cannot be compared. Then the comparisons are of no use.</returns>
    /// <exception cref="OperationCanceledException">The user stopped the reading.</exception>
    public static Result<TracciatoOpenData> Read(string path, RowsByLayout confronti, IProgress<int> progress, CancellationToken ct)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan);
            if (!IsZip(file))
            {
                return Rows(file, file, confronti, progress, ct);
            }

            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            var inside = zip.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToList();
            if (inside.Count != 1)
            {
                return new Error(
                    "opendata.zip-contenuto",
                    $"Nello zip {Plural.Word(inside.Count, "c'è", "ci sono")} {Plural.Number(inside.Count)} CSV invece di uno: caricane uno alla volta.");
            }

            using var csv = inside[0].Open();
            return Rows(csv, file, confronti, progress, ct);
        }
        catch (InvalidDataException)
        {
            return new Error("opendata.zip-guasto", "Lo zip è guasto o è arrivato solo in parte: scarica di nuovo il file dal sito di ANAC e riprova.");
        }
        catch (CsvFormatException)
        {
            return new Error(
                "opendata.virgolette",
                "Nel file c'è un testo che comincia con le virgolette e non finisce: scarica di nuovo il file dal sito di ANAC e riprova.");
        }
    }

    private static Result<TracciatoOpenData> Rows(
        Stream csv, FileStream file, RowsByLayout confronti, IProgress<int> progress, CancellationToken ct)
    {
        using var row = CsvReader.Create(csv, _csv, true);
        if (!row.Read())
        {
            return new Error("opendata.vuoto", "Il file è vuoto: scaricalo di nuovo dal sito di ANAC e riprova.");
        }

        var header = IntestazioneOpenData.Controlla(row.Current.ToArray());
        if (!header.TryGet(out var tracciato))
        {
            return header;
        }

        var (righe, colonne) = (0, IntestazioneOpenData.ColonneDi(tracciato).Count);
        for (; row.Read(); righe++)
        {
            if (row.FieldCount != colonne)
            {
                return new Error(
                    "opendata.troncato",
                    $"La riga {Plural.Number(row.RowNumber)} ha {Plural.Of(row.FieldCount, "colonna", "colonne")} e non "
                    + $"{colonne}: il file è arrivato solo in parte o è stato modificato. Scaricalo di nuovo dal sito di ANAC "
                    + "e riprova.");
            }

            Row(row, tracciato, confronti);
            if ((righe + 1) % RowsBetweenReports == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress.Report(OpenDataSource.Kilobytes(file.Position));
            }
        }

        return righe > 0 ? tracciato : new Error("opendata.senza-righe", "Il file ha l'intestazione e nessuna riga: scegline un altro.");
    }

    private static void Row(CsvReader row, TracciatoOpenData tracciato, RowsByLayout confronti)
    {
        switch (tracciato)
        {
            case TracciatoOpenData.Aggiudicatari:
                if (confronti.Fornitori.Riguarda(row.GetString(0)))
                {
                    var (codice, nome) = (CodiciNellaBozza.Operatore(row.GetString(_codice)), row.GetString(_denominazione).Trim());
                    confronti.Fornitori.Accogli(row.GetString(0), row.GetString(_aggiudicazione), codice, $"{codice} {nome}".Trim());
                }

                break;
            case TracciatoOpenData.Cup:
                if (confronti.Cup.Riguarda(row.GetString(0)))
                {
                    var cup = CodeText.Pulisci(row.GetString(_cup));
                    confronti.Cup.Accogli(row.GetString(0), "", cup, cup);
                }

                break;
            default:
                Row(row, confronti.Cig);
                break;
        }
    }

    private static void Row(CsvReader row, ConfrontoOpenData confronto)
    {
        var (cig, padre, cf, modalita) = (row.GetString(_cig), row.GetString(_padre), row.GetString(_cf), row.GetString(_modalita));
        var giorno = Day(row, _perfezionata) ?? Day(row, _pubblicata);
        modalita = modalita.EndsWith(".0", StringComparison.Ordinal) ? modalita[..^2] : modalita;
        if (confronto.Riguarda(cig, padre, cf, modalita, giorno))
        {
            confronto.Accogli(
                new RigaOpenData(
                    cig, padre, RigaOpenData.LeggiImporto(row.GetString(_importo)), row.GetString(_stato).Trim(), !row.IsEmpty(_cancellata), cf,
                    row.GetString(_ente).Trim(), modalita, row.GetString(_paroleModalita).Trim(), giorno,
                    string.Join(' ', row.GetString(_oggetto).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
                row.GetString(_prevalente).StartsWith('1'));
        }
    }

    private static DateOnly? Day(CsvReader row, int column) => row.IsEmpty(column) ? null : RigaOpenData.LeggiGiorno(row.GetString(column));

    private static bool IsZip(FileStream file)
    {
        Span<byte> first = stackalloc byte[2];
        var zip = file.Read(first) == first.Length && first[0] == 'P' && first[1] == 'K';
        file.Position = 0;
        return zip;
    }

    private static int Column(string name, TracciatoOpenData tracciato = TracciatoOpenData.Cig) =>
        IntestazioneOpenData.ColonneDi(tracciato).ToList().IndexOf(name);
}
