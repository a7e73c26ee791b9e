using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.InCorso;
using CigHub.Web.Features.Spesa.Quadro;

namespace CigHub.Web.Features.Spesa.Avvisi;

/// <summary>One alert as a page shows it: its Lotto, its sentence with the figures, and the page on which they stand.</summary>
/// <param name="Oltre">Says whether the massimale is exceeded. Nobody may mute that.</param>
public sealed record AvvisoShown(Guid LottoId, TipoAvviso Tipo, GravitaAvviso Gravita, string Titolo, string Frase, string Indirizzo, bool Oltre);

/// <summary>The alerts of all Lotti of the picture of the spending. The rules are those of <see cref="AvvisoLotto"/>.</summary>
public static class AvvisiSpesa
{
    /// <summary>Returns the alerts of all Lotti, the worst first, then those with the smallest share left.</summary>
    /// <param name="inCorso">The requests and conferme that hold capacity, limited to those that the user may see.</param>
    public static IReadOnlyList<AvvisoShown> Of(QuadroSpesaView quadro, IReadOnlyList<CapienzaTrattenuta> inCorso, DateOnly oggi)
    {
        var richieste = inCorso.ToLookup(r => r.LottoId);
        return
        [
            .. from c in quadro.Convenzioni
               from l in c.Lotti
               from a in AvvisoLotto.Valuta(
                   new SituazioneLotto(
                       l.Termini.Massimale, l.Termini.Residuo, l.AdesioniDal, l.AdesioniAl, l.ComunicateIl, l.Previsione,
                       richieste[l.Id].Select(r => (int?)r.Giorni).Max(), l.Soglie),
                   oggi)
               orderby a.Gravita, a.Tipo, l.Termini.PercentualeResidua, l.AdesioniAl, c.Titolo, l.Numero
               select new AvvisoShown(
                   l.Id, a.Tipo, a.Gravita, $"{c.Titolo}, Lotto {l.Numero}", Sentence(a, l, [.. richieste[l.Id]], oggi),
                   a.Tipo == TipoAvviso.CapienzaBloccata
                       ? new SpesaFilter { LottoId = l.Id }.Address(AppRoutes.SpesaInCorso)
                       : AppRoutes.SpesaLottoDi(l.Id),
                   a.Tipo == TipoAvviso.ResiduoBasso && l.Termini.Residuo < Importo.Zero),
        ];
    }

    private static string Sentence(AvvisoLotto avviso, LottoSpesa lotto, List<CapienzaTrattenuta> richieste, DateOnly oggi)
    {
        var t = lotto.Termini;
        var restano = $"{t.Residuo:E} su {t.Massimale:E} ({SpesaWords.Percentage(t.PercentualeResidua)})";
        var mancano = lotto.AdesioniAl.DayNumber - oggi.DayNumber;
        return avviso.Tipo switch
        {
            TipoAvviso.ResiduoBasso when t.Residuo < Importo.Zero => $"Le adesioni superano il massimale di {-t.Residuo:E}.",
            TipoAvviso.ResiduoBasso => $"Restano {restano}: meno del {avviso.Soglia} %.",
            TipoAvviso.EsaurimentoPrimaDellaFine =>
                $"Con la media di {lotto.Previsione.MediaMensile:E} al mese i {t.Residuo:E} che restano finiscono il "
                + $"{RomeTime.Text(lotto.Previsione.Esaurimento!.Value)}, {Plural.Of(avviso.Soglia, "giorno", "giorni")} prima della fine delle adesioni.",
            TipoAvviso.ChiusuraConResiduo =>
                (mancano == 0 ? "Oggi è l'ultimo giorno per aderire" : $"Si aderisce ancora per {Plural.Of(mancano, "giorno", "giorni")}")
                + $" e restano {restano}.",
            TipoAvviso.SenzaComunicazione => lotto.ComunicateIl is { } giorno
                ? $"CMRC non comunica adesioni dal {RomeTime.Text(giorno)}, da {Days(giorno, oggi)}: il residuo è stimato."
                : $"CMRC non ha mai comunicato adesioni, in {Days(lotto.AdesioniDal, oggi)}: il residuo è stimato.",
            _ => Blocked(richieste.FindAll(r => r.Giorni >= avviso.Soglia), avviso.Soglia),
        };
    }

    private static string Blocked(List<CapienzaTrattenuta> ferme, int soglia)
    {
        var (conferme, richieste) = (ferme.Count(r => r.Conferma), ferme.Count(r => !r.Conferma));
        string[] parti =
        [
            .. richieste == 0 ? (string[])[] : [Plural.Of(richieste, "richiesta ferma", "richieste ferme")],
            .. conferme == 0 ? (string[])[] : [Plural.Of(conferme, "conferma senza richiesta", "conferme senza richiesta")],
        ];
        return $"{string.Join(" e ", parti)} da almeno {Plural.Of(soglia, "giorno", "giorni")} "
            + $"{Plural.Word(ferme.Count, "tiene", "tengono")} {Importo.Somma(ferme.Select(r => r.Importo)):E}; "
            + $"la più vecchia è aperta da {Plural.Of(ferme.Max(r => r.Giorni), "giorno", "giorni")}.";
    }

    private static string Days(DateOnly from, DateOnly to) => Plural.Of(to.DayNumber - from.DayNumber, "giorno", "giorni");
}
