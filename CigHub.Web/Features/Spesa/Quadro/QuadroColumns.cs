using CigHub.Domain.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Fogli;
using CigHub.Web.Features.Spesa.Relazione;

namespace CigHub.Web.Features.Spesa.Quadro;

/// <summary>One Lotto of the picture of the spending, with the title of its Convenzione, as a sheet shows it.</summary>
public sealed record RigaQuadro(string Convenzione, LottoSpesa Lotto);

/// <summary>The columns of the sheet with the picture of the spending.</summary>
public sealed class QuadroColumns : ColumnSet<RigaQuadro>
{
    private static readonly QuadroColumns _all = new();

    private QuadroColumns()
        : base(
            [
                new("Convenzione", r => r.Convenzione) { Sheet = 56 },
                new("Lotto", r => (long?)r.Lotto.Numero) { Sheet = 8 },
                new("Oggetto", r => r.Lotto.Oggetto) { Sheet = 40 },
                new("Massimale", r => (Importo?)r.Lotto.Termini.Massimale) { Sheet = 18 },
                new("Aderito", r => (Importo?)r.Lotto.Termini.Aderito) { Sheet = 18 },
                new("In corso di adesione", r => (Importo?)r.Lotto.Termini.InCorso) { Sheet = 18 },
                new("Adesioni comunicate da CMRC", r => (Importo?)r.Lotto.Termini.Comunicate) { Sheet = 18 },
                new("Ultima comunicazione", r => r.Lotto.ComunicateIl) { Sheet = 12 },
                new("Residuo", r => (Importo?)r.Lotto.Termini.Residuo) { Sheet = 18 },
                new("Residuo sul massimale", r => SpesaWords.Percentage(r.Lotto.Termini.PercentualeResidua)) { Sheet = 12 },
                new("Esito", r => r.Lotto.Previsione.Esito.Shown().Parola) { Sheet = 28 },
                new("Media mensile", r => (Importo?)r.Lotto.Previsione.MediaMensile) { Sheet = 18 },
                new("Esaurimento previsto", r => $"{r.Lotto.Previsione.Expected()} {r.Lotto.Previsione.Band()}".Trim()) { Sheet = 44 },
                new("Fine adesioni", r => (DateOnly?)r.Lotto.AdesioniAl) { Sheet = 12 },
                new("Nuova gara entro il", r => (DateOnly?)r.Lotto.Previsione.NuovaGaraEntro) { Sheet = 12 },
                new("Aderito quest'anno", r => (Importo?)r.Lotto.QuestAnno) { Sheet = 18 },
                new("Un anno prima, stessi giorni", r => (Importo?)r.Lotto.AnnoPrima) { Sheet = 18 },
            ])
    {
    }

    /// <summary>Returns the description of the sheet with all Lotti of the picture.</summary>
    public static ListToExport<QuadroSpesa, RigaQuadro, EsportaSpesa> Sheet(SpesaFilter filter, bool soloUsati) => FoglioSpesa.Of<QuadroSpesa, RigaQuadro>(
        "convenzioni-e-lotti", _all, filter, [],
        async (q, ct) => [.. (await q.Run(filter, soloUsati, ct)).Convenzioni.SelectMany(c => c.Lotti.Select(l => new RigaQuadro(c.Titolo, l)))]);

    /// <summary>Returns the description of the sheet of the report, with the names of its day.</summary>
    /// <param name="shown">The report on screen. The amounts of an Ente with IVA stand above the captions.</param>
    /// <param name="lastEvent">The line that names the last event.</param>
    public static ListToExport<RelazioneSpesa, RigaQuadro, EsportaSpesa> Report(RelazioneView shown, string lastEvent)
    {
        var sheet = FoglioSpesa.Of<RelazioneSpesa, RigaQuadro>(
            "relazione", _all, shown.Filter, [],
            async (q, ct) =>
            [
                .. (await q.Run(shown.Filter.Al!.Value, ct)).Quadro.Convenzioni.SelectMany(c => c.Lotti.Select(l => new RigaQuadro(c.Titolo, l))),
            ]);
        return sheet with { Above = [.. sheet.Above, .. shown.FoglioConIva(), [lastEvent]] };
    }
}
