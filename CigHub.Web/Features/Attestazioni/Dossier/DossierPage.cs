using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Attestazioni;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>The fixed parts of the page of a dossier, which reads and prints without the app.</summary>
internal static class DossierPage
{
    /// <summary>The end of the table of events, and the beginning of that of acts.</summary>
    public const string Acts = """
        </tbody></table>
        <h2>Atti</h2>
        <table><thead><tr><th>Affidamento</th><th>Tipo</th><th>File</th><th>SHA-256</th></tr></thead><tbody>

        """;

    public const string End = "</tbody></table></body></html>\n";

    private const string Style = """
        body { font-family: "Titillium Web", system-ui, sans-serif; margin: 2rem; line-height: 1.4; color: #17324d; }
        table { border-collapse: collapse; width: 100%; font-size: .85rem; }
        th, td { border-bottom: 1px solid #c5d0da; padding: .25rem .5rem; text-align: left; vertical-align: top; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        .codice { font-family: monospace; overflow-wrap: anywhere; }
        @media print { body { margin: 0; } }
        """;

    /// <summary>Returns the beginning of the page, up to the rows of the events.</summary>
    public static string Head(Attestazione until, string made, bool allEnti) => $"""
        <!DOCTYPE html>
        <html lang="it"><head><meta charset="utf-8"><title>Dossier del registro eventi</title><style>{Style}</style></head><body>
        <h1>Dossier del registro eventi di CigHub</h1>
        <p>Preparato il {made}. Arriva all'attestazione di integrità {AttestazioneWords.NameOf(until.Numero, until.Utc)}, ore {RomeTime.Time(until.Utc)}:
        {Plural.Of(until.Dimensione, "evento", "eventi")}. {(allEnti ? "" : "Degli eventi di altri Enti c'è la sola impronta.")}
        La data verso terzi viene dalla marca temporale, dalla PEC, dal protocollo o dal conservatore. Come si verifica: LEGGIMI.md.</p>
        <h2>Eventi</h2>
        <table><thead><tr><th>N.</th><th>Quando</th><th>Chi</th><th>Che cosa</th><th>Su</th><th>Esito</th></tr></thead><tbody>

        """;
}
