using CigHub.Domain.OpenData;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Fogli;

namespace CigHub.Web.Features.Spesa.Riconciliazione;

/// <summary>The columns of the sheet of the differences between CigHub and ANAC's open data.</summary>
public sealed class DifferenzeColumns : ColumnSet<DifferenzaRow>
{
    private static readonly DifferenzeColumns _all = new();

    private DifferenzeColumns()
        : base(
            [
                new("Differenza", r => r.Tipo.Nome()) { Sheet = 40 },
                new("CIG", r => r.Cig) { Sheet = 14 },
                new("Giorno", r => (DateOnly?)r.Giorno) { Sheet = 12 },
                new("CigHub", r => DifferenzeWords.Side(r.Qui)) { Sheet = 30 },
                new("ANAC", r => DifferenzeWords.Side(r.La)) { Sheet = 50 },
                new("Età del CIG", r => r.Eta ?? "") { Sheet = 44 },
                new("Ente", r => r.Ente) { Sheet = 36 },
                new("Convenzione e Lotto", r => r.Lotto ?? "") { Sheet = 50 },
                new("Affidamento", r => r.Affidamento?.Numero ?? "") { Sheet = 16 },
                new("Contata il", r => r.Contata) { Sheet = 12 },
                new("Spiegazione", r => r.Spiegazioni.Count > 0 ? r.Spiegazioni[0].Motivo : "") { Sheet = 50 },
            ])
    {
    }

    /// <summary>Returns the description of the sheet with the differences of a choice. Above the captions it names files, days, hashes and licence.</summary>
    public static ListToExport<ListaDifferenze, DifferenzaRow, EsportaSpesa> Sheet(DifferenzeFilter filter, IReadOnlyList<FileShown> files) =>
        FoglioSpesa.Of<ListaDifferenze, DifferenzaRow>(
            "riconciliazione", _all, new SpesaFilter(),
            [
                filter.Spiegate ? "Differenze spiegate" : filter.Contate ? "Adesioni contate tra quelle comunicate da CMRC" : "Differenze da spiegare",
                .. files.SelectMany(f => (string[])
                    [$"Open data ANAC: {DifferenzeWords.Snapshot(f)}", DifferenzeWords.Rows(f), $"SHA-256 {f.Sha256}"]),
                $"Licenza dei dati: {FileOpenData.Licenza}",
            ],
            async (q, ct) => await q.All(filter, ct), filter.Address(""));
}
