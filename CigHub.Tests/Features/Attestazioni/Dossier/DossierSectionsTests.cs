using CigHub.Domain.Affidamenti;
using CigHub.Domain.Registro;
using CigHub.Domain.Rilievi;
using CigHub.Tests.Features.Rilievi;
using CigHub.Tests.Support;
using CigHub.Web.Features.Rilievi.Esame;

namespace CigHub.Tests.Features.Attestazioni.Dossier;

/// <summary>Checks the rilievi about the controls and the map of requirements in a dossier: as tables of its page and as CSV.</summary>
public sealed class DossierSectionsTests : WithBench
{
    [Fact]
    public async Task Il_dossier_contiene_gli_scostamenti_con_chi_li_ha_esaminati_e_la_mappa_dei_requisiti()
    {
        await Bench.Affidamento(StatoAffidamento.EsitoDaVerificare);
        Bench.Clock.Advance(TimeSpan.FromDays(15));
        var rilievo = (await Bench.Calcola()).First(r => r.Famiglia == FamigliaRilievi.Controlli);
        await Bench.Succeeds(new ChiarisciRilievo(rilievo.Id, "=2+2 chiesto al RUP"), Bench.Auditor);
        using var copy = DossierCopy.Extract((await OfficeWithDossier.Make(Bench, Bench.Auditor)).Value.File);

        var csv = await File.ReadAllLinesAsync(copy.PathOf("scostamenti.csv"));
        Assert.StartsWith("Giorno;Regola;Ente;Convenzione;Stato;Ancora attuale;Su che cosa si fonda;Perché;", csv[0], StringComparison.Ordinal);
        var row = Assert.Single(csv, r => r.Contains("chiesto al RUP", StringComparison.Ordinal));
        Assert.Contains(RegoleNote.PerNome(rilievo.Regola)!.Titolo, row, StringComparison.Ordinal);
        Assert.Contains(StatoRilievo.Chiarito.Nome(), row, StringComparison.Ordinal);
        Assert.Contains("Pietro Valcerca", row, StringComparison.Ordinal);

        // A spreadsheet takes no cell for a formula.
        Assert.All(csv.SelectMany(r => r.Split(';')), c => Assert.DoesNotMatch("^\"?[=+@-]", c));

        var page = await File.ReadAllTextAsync(copy.PathOf("dossier.html"));
        Assert.Contains("<h2 id=\"scostamenti\">Scostamenti dai controlli</h2>", page, StringComparison.Ordinal);
        Assert.Contains("=2+2 chiesto al RUP", page, StringComparison.Ordinal);
        Assert.Contains("nessuno è un giudizio", page, StringComparison.Ordinal);
        var requirements = await File.ReadAllTextAsync(copy.PathOf("requisiti.csv"));
        Assert.All(MappaDeiRequisiti.Tutti, r =>
        {
            Assert.Contains(r.Titolo, requirements, StringComparison.Ordinal);
            Assert.Contains(System.Net.WebUtility.HtmlEncode(r.Titolo), page, StringComparison.Ordinal);
        });
        Assert.Contains(";9.2;", requirements, StringComparison.Ordinal);

        // The parts of the dossier stand beside the pages of CigHub that show the same.
        string[] parts = [";Eventi;", ";Atti", "Attestazioni di integrità", "Campioni degli audit"];
        Assert.All(parts, p => Assert.Contains(p, requirements, StringComparison.Ordinal));
    }

    [PythonFact]
    public async Task Uno_scostamento_tolto_dal_dossier_si_vede()
    {
        using var copy = DossierCopy.Extract((await OfficeWithDossier.Make(Bench, Bench.Auditor)).Value.File);
        Assert.Contains("non sono ancora stati calcolati", await File.ReadAllTextAsync(copy.PathOf("dossier.html")), StringComparison.Ordinal);
        Assert.Equal(0, (await copy.Verify()).Code);
        await File.AppendAllTextAsync(copy.PathOf("scostamenti.csv"), "aggiunto");
        var (code, said) = await copy.Verify();
        Assert.Equal(1, code);
        Assert.Contains("«scostamenti.csv» non è quello del dossier", said, StringComparison.Ordinal);
    }
}
