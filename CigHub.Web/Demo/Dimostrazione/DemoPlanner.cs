using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>
/// Plans the stories of the generated Affidamenti. Each plan depends only on the seed and its own index, so that generating more does not
/// change the first ones.
/// </summary>
internal sealed class DemoPlanner(
    int seme, int quanti, OfficeHours orario,
    IReadOnlyList<LottoToFill> lotti, IReadOnlyList<PeopleOfEnte> gente)
{
    private const int Giorno = OfficeHours.MinutiAlGiorno;

    /// <summary>
    /// The first day on which ANAC's new codes for the roles of suppliers apply. A draft made ready with the old codes must get the new
    /// ones before its request.
    /// </summary>
    public static readonly DateOnly NuoviRuoliDal = new(2025, 7, 31);

    private static readonly string[] _dove =
    [
        "sede comunale", "scuola primaria del centro", "scuola dell'infanzia", "biblioteca", "polo scolastico nord", "palestra comunale", "uffici tecnici",
        "asilo nido", "centro anziani", "polizia locale", "servizi demografici", "museo civico", "magazzino comunale", "sportello del cittadino",
    ];

    /// <summary>The final states of the first Affidamenti, chosen so that every state occurs even when few are generated.</summary>
    private static readonly Finale[] _primi =
    [
        Finale.Acquisito, Finale.Pregresso, Finale.AppenaCreato, Finale.InLavorazione, Finale.Rifiutato, Finale.Pronto,
        Finale.InRichiesta, Finale.DaVerificare, Finale.Eliminato, Finale.Acquisito, Finale.Acquisito, Finale.InRichiesta,
    ];

    public IEnumerable<AffidamentoPlan> All() => Enumerable.Range(0, quanti).Select(One);

    private AffidamentoPlan One(int indice)
    {
        var caso = new Chance(seme, indice);
        var finale = indice < _primi.Length ? _primi[indice] : Sorte(caso);
        var lotto = lotti[caso.Pesato([.. lotti.Select(l => l.Peso)])];
        var chi = caso.One(gente);
        var rup = caso.One(chi.Rup);
        var passi = Colloca(caso, finale, lotto.Convenzione, Passi(caso, finale));
        return new AffidamentoPlan
        {
            Indice = indice,
            Finale = finale,
            Lotto = lotto,
            IdPartecipante = Fornitore(caso, lotto.Lotto),
            Gente = chi,
            RupId = rup,
            AutoreId = caso.Succede(60) ? caso.One(chi.Istruttori) : rup,
            Oggetto = $"{lotto.Lotto.Oggetto}: {caso.One(_dove)}",
            Netto = Importo(caso),
            Opzioni = lotto.Convenzione.Erosione == ErosioneMassimale.NettoConSicurezzaEOpzioni && caso.Succede(40)
                ? Domain.Common.Importo.DaCentesimi(caso.Between(50_000, 900_000))
                : Domain.Common.Importo.Zero,
            ConCup = caso.Succede(12),
            DataAdesione = Adesione(caso, finale, lotto.Convenzione, passi),
            Passi = passi,
        };
    }

    /// <summary>
    /// Returns a random final state of an Affidamento. The more are generated, the smaller is the share that is still open, because an
    /// office does not have a quarter of two years' work open.
    /// </summary>
    private Finale Sorte(Chance caso)
    {
        var aperti = Math.Min(28, 2 + (4200 / quanti));
        if (caso.Succede(aperti))
        {
            Finale[] aperte = [Finale.AppenaCreato, Finale.InLavorazione, Finale.Rifiutato, Finale.Pronto, Finale.InRichiesta, Finale.DaVerificare];
            return aperte[caso.Pesato([4, 5, 3, 5, 6, 2])];
        }

        return caso.Succede(10) ? Finale.Pregresso : caso.Succede(6) ? Finale.Eliminato : Finale.Acquisito;
    }

    /// <summary>Returns a random amount. Small amounts are frequent, large ones rare.</summary>
    private static Importo Importo(Chance caso)
    {
        (int Da, int A)[] fasce = [(80_000, 500_000), (500_000, 2_500_000), (2_500_000, 9_000_000), (9_000_000, 28_000_000)];
        var (da, a) = fasce[caso.Pesato([35, 40, 20, 5])];
        return Domain.Common.Importo.DaCentesimi(caso.Between(da, a));
    }

    private static Guid Fornitore(Chance caso, Lotto lotto)
    {
        var aggiudicatari = lotto.Fornitori.DistinctBy(f => f.IdPartecipante).ToList();
        return aggiudicatari[caso.Pesato([.. aggiudicatari.Select(f => (int)(f.Quota ?? 100m))])].IdPartecipante;
    }

    /// <summary>
    /// Returns the steps of an Affidamento that lead to its final state, each with the number of working minutes since the step before.
    /// </summary>
    private static List<(Passo Passo, int Dopo)> Passi(Chance caso, Finale finale)
    {
        if (finale == Finale.Pregresso)
        {
            return [(Passo.Pregresso, 0)];
        }

        List<(Passo, int)> passi = [(Passo.Creato, 0)];
        if (finale == Finale.AppenaCreato)
        {
            return passi;
        }

        passi.Add((Passo.Compilato, caso.Between(4, 400)));
        if (caso.Succede(35))
        {
            passi.Add((Passo.ConfermaDiCapienza, caso.Between(30, 900)));
        }

        if (finale == Finale.InLavorazione || (finale == Finale.Eliminato && caso.Succede(60)))
        {
            return finale == Finale.Eliminato ? [.. passi, (Passo.Eliminato, caso.Between(60, 3000))] : passi;
        }

        passi.Add((Passo.Pronto, caso.Between(5, 600)));
        if (caso.Succede(6))
        {
            passi.AddRange([(Passo.Riaperto, caso.Between(5, 200)), (Passo.Compilato, caso.Between(5, 100)), (Passo.Pronto, caso.Between(2, 60))]);
        }

        if (caso.Succede(55))
        {
            passi.Add((Passo.Determina, caso.Between(10, 500)));
        }

        if (finale is Finale.Pronto or Finale.Eliminato)
        {
            return finale == Finale.Pronto ? passi : [.. passi, (Passo.Eliminato, caso.Between(60, 2000))];
        }

        Richiesta(caso, finale, passi);
        return passi;
    }

    private static void Richiesta(Chance caso, Finale finale, List<(Passo, int)> passi)
    {
        passi.Add((Passo.Avviata, caso.Between(3, 700)));
        if (caso.Succede(7))
        {
            passi.AddRange([(Passo.NonInviata, caso.Between(8, 60)), (Passo.Avviata, caso.Between(30, 500))]);
        }

        if (finale == Finale.InRichiesta && caso.Succede(50))
        {
            return;
        }

        passi.Add((Passo.Riletta, caso.Between(6, 25)));
        if (finale == Finale.InRichiesta)
        {
            return;
        }

        var rifiutata = (Passo.Rifiutata, caso.Between(8, 200));
        if (finale == Finale.Rifiutato)
        {
            passi.Add(rifiutata);
            return;
        }

        if (caso.Succede(8))
        {
            passi.AddRange(
            [
                rifiutata,
                (Passo.NonRisulta, 5),
                (Passo.Compilato, caso.Between(20, 500)),
                (Passo.Pronto, caso.Between(2, 60)),
                (Passo.Avviata, caso.Between(3, 100)),
                (Passo.Riletta, caso.Between(6, 25))
            ]);
        }

        if (finale == Finale.DaVerificare)
        {
            passi.Add((Passo.DaVerificare, caso.Between(3, 40)));
            return;
        }

        if (caso.Succede(7))
        {
            passi.AddRange([(Passo.DaVerificare, caso.Between(3, 40)), (Passo.NonRisulta, caso.Between(60, 600)), (Passo.Riletta, caso.Between(5, 25))]);
        }

        passi.Add((Passo.CigRegistrato, caso.Between(2, 30)));
        Passo[] poi = [Passo.DatiPortale, Passo.Fascicolo, Passo.Ordinativo];
        passi.AddRange(poi.Zip([80, 50, 40]).Where(x => caso.Succede(x.Second)).Select(x => (x.First, caso.Between(5, 900))));
    }

    /// <summary>
    /// Returns the working minute of each step. An open Affidamento has started recently, a finished one at any time while its Convenzione
    /// was open.
    /// </summary>
    private (Passo Passo, int Minuto)[] Colloca(Chance caso, Finale finale, Convenzione convenzione, List<(Passo Passo, int Dopo)> passi)
    {
        var durata = passi.Sum(p => p.Dopo);
        var prima = orario.InizioDal(convenzione.AdesioniDal);
        var ultima = orario.Totale - 1 - durata;
        var recente = finale switch
        {
            Finale.AppenaCreato or Finale.InLavorazione => 30,
            Finale.Rifiutato or Finale.Pronto => 20,
            Finale.InRichiesta => 12,
            Finale.DaVerificare => 6,
            _ => 0,
        };
        var inizio = finale switch
        {
            Finale.Pregresso => caso.Between(prima + (Giorno * 5), Math.Min(prima + (Giorno * 60), ultima)),
            _ when recente > 0 => caso.Between(Math.Max(prima, ultima - (Giorno * recente)), ultima),
            _ => caso.Between(prima, ultima),
        };
        var collocati = new (Passo Passo, int Minuto)[passi.Count];
        for (var i = 0; i < passi.Count; i++)
        {
            collocati[i] = (passi[i].Passo, inizio += passi[i].Dopo);
        }

        // No draft crosses the day on which the codes change. A draft that would starts on that day.
        var (da, a) = (collocati[0].Minuto, collocati[^1].Minuto);
        var confine = orario.InizioDal(NuoviRuoliDal);
        var spostamento = da < confine && a >= confine && a + confine - da < orario.Totale ? confine - da : 0;
        return [.. collocati.Select(p => (p.Passo, p.Minuto + spostamento))];
    }

    private DateOnly Adesione(Chance caso, Finale finale, Convenzione convenzione, (Passo Passo, int Minuto)[] passi)
    {
        var dal = convenzione.AdesioniDal;
        if (finale == Finale.Pregresso)
        {
            return dal.AddDays(caso.Between(0, orario.Day(passi[0].Minuto).DayNumber - dal.DayNumber));
        }

        var compilato = Array.Find(passi, p => p.Passo == Passo.Compilato);
        var giorno = orario.Day(compilato.Passo == Passo.Compilato ? compilato.Minuto : passi[0].Minuto).AddDays(-caso.Between(0, 5));
        return giorno < dal ? dal : giorno;
    }
}
