using CigHub.Domain.Registro;
using CigHub.Web.Common;
using static CigHub.Web.Features.Attestazioni.Dossier.DossierPage;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>
/// Writes the map of the requirements of ISO 37001 into a dossier, as a table of its page and as CSV. It says for each requirement which part
/// of the dossier holds evidence, which page of CigHub, and what is elsewhere.
/// </summary>
internal static class RequisitiNelDossier
{
    public const string File = "requisiti.csv";

    private const string Note = "Gli argomenti sono detti con parole nostre: il testo della norma è protetto e non si riporta. I numeri delle clausole " +
        "vengono da sintesi pubbliche delle edizioni 2016 e 2025: chi fa l'audit li verifica sulla propria copia.";

    private static readonly string[] _captions = ["ISO 37001:2016", "ISO 37001:2025", "Requisito", "In questo dossier", "In CigHub", "Altrove", "Riserva"];

    /// <summary>The parts of the dossier that hold what a page of CigHub shows, by the page's address.</summary>
    private static readonly Dictionary<string, (string Name, string Place)> _parts = new()
    {
        [AppRoutes.RegistroEventi] = ("Eventi", "#eventi"),
        [AppRoutes.Affidamenti] = ("Atti", "#atti"),
        [AppRoutes.Attestazioni] = ("Attestazioni di integrità", "attestazioni/"),
        [AppRoutes.Audit] = ("Campioni degli audit", "campioni/"),
    };

    public static Task WriteRequirements(this HashedZip zip, bool pseudonimi, CancellationToken ct) => zip.AddCsv(
        File, _captions,
        MappaDeiRequisiti.Tutti.Select(r => (IReadOnlyList<string>)
        [
            r.Clausola2016 ?? "", r.Clausola2025 ?? "", r.Titolo, Joined(Parts(r, pseudonimi).Select(p => p.Name)),
            Joined(r.Luoghi.Where(l => l.Indirizzo is not null).Select(l => l.Testo)), Joined(r.Luoghi.Where(l => l.Indirizzo is null).Select(l => l.Testo)),
            r.Riserva ?? "",
        ]).ToAsyncEnumerable(), ct);

    public static async Task WriteSection(TextWriter page, bool pseudonimi)
    {
        await page.WriteAsync($"<p>{Note} Anche in {File}.</p>\n");
        await page.WriteAsync($"<table><thead><tr>{string.Concat(_captions.SkipLast(1).Select(c => $"<th>{c}</th>"))}</tr></thead><tbody>\n");
        foreach (var r in MappaDeiRequisiti.Tutti)
        {
            var reserve = r.Riserva is { } text ? $"<br><small>{Html(text)}</small>" : "";
            await page.WriteAsync(
                $"<tr><td>{Html(r.Clausola2016 ?? "–")}</td><td>{Html(r.Clausola2025 ?? "–")}</td><td>{Html(r.Titolo)}{reserve}</td>" +
                $"<td>{Lines(Parts(r, pseudonimi).Select(p => $"<a href=\"{p.Place}\">{p.Name}</a>"))}</td>" +
                $"<td>{Lines(r.Luoghi.Where(l => l.Indirizzo is not null).Select(l => Html(l.Testo)))}</td>" +
                $"<td>{Lines(r.Luoghi.Where(l => l.Indirizzo is null).Select(l => Html(l.Testo)))}</td></tr>\n");
        }

        await page.WriteAsync("</tbody></table>\n");
    }

    /// <summary>Returns the parts of the dossier that hold evidence for a requirement. A dossier with pseudonyms has no samples.</summary>
    private static IEnumerable<(string Name, string Place)> Parts(RequisitoIso r, bool pseudonimi) => r.Luoghi
        .Where(l => l.Indirizzo is { } page && _parts.ContainsKey(page) && !(pseudonimi && page == AppRoutes.Audit))
        .Select(l => _parts[l.Indirizzo!]);

    private static string Joined(IEnumerable<string> texts) => string.Join("; ", texts);

    private static string Lines(IEnumerable<string> texts) => string.Join("<br>", texts);
}
