using System.Net;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data.Attestazioni;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>The fixed parts of the page of a dossier, which reads and prints without the app.</summary>
internal static class DossierPage
{
    /// <summary>The end of the table of events, and the beginning of that of acts.</summary>
    public const string Acts = $"""
        </tbody></table>
        <h2 id="atti">Atti e verifiche sui fornitori</h2>
        <table><thead><tr>{AttiNelDossier.Caption}</tr></thead><tbody>

        """;

    /// <summary>The end of the table of acts, and the beginning of the section of the rilievi about the controls.</summary>
    public const string Findings = "</tbody></table>\n<h2 id=\"scostamenti\">Scostamenti dai controlli</h2>\n";

    public const string Requirements = "<h2 id=\"requisiti\">Requisiti della ISO 37001</h2>\n";

    public const string End = "</body></html>\n";

    private const string WithPseudonyms = """
        <p class="avviso"><strong>Dossier con pseudonimi.</strong> Al posto delle persone ci sono P001, P002…; chi può leggere il registro le ritrova
        dal numero dell'evento. I testi esatti degli eventi, i file degli atti, i campioni e tutto ciò che qualcuno ha scritto a parole sue sono lasciati fuori;
        restano i nomi di Enti e Convenzioni.
        Si verifica ancora che le impronte sono quelle attestate e che un evento mostrato da CigHub è tra quelle; non si verifica che le parole di questa
        pagina sono quelle degli eventi.</p>

        """;

    /// <summary>Returns a text as HTML shows it, with its special characters escaped.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Returns the beginning of the page, up to the rows of the events.</summary>
    public static string Head(Attestazione until, string made, bool allEnti, bool pseudonimi) => $"""
        <!DOCTYPE html>
        <html lang="it"><head><meta charset="utf-8"><title>Dossier del registro eventi</title><style>{StandalonePage.Style}</style></head><body>
        <h1>Dossier del registro eventi di CigHub</h1>
        <p>Preparato il {made}. Arriva all'attestazione di integrità {AttestazioneWords.NameOf(until.Numero, until.Utc)}, ore {RomeTime.Time(until.Utc)}:
        {Plural.Of(until.Dimensione, "evento", "eventi")}. {(allEnti ? "" : "Degli eventi di altri Enti c'è la sola impronta.")}
        La data verso terzi viene dalla marca temporale, dalla PEC, dal protocollo o dal conservatore. Come si verifica: LEGGIMI.md.</p>
        {(pseudonimi ? WithPseudonyms : "")}<nav><a href="#eventi">Eventi</a> · <a href="#atti">Atti e verifiche sui fornitori</a> ·
        <a href="#scostamenti">Scostamenti dai controlli</a> · <a href="#requisiti">Requisiti della ISO 37001</a></nav>
        <h2 id="eventi">Eventi</h2>
        <table><thead><tr><th>N.</th><th>Quando</th><th>Chi</th><th>Che cosa</th><th>Su</th><th>Esito</th></tr></thead><tbody>

        """;
}
