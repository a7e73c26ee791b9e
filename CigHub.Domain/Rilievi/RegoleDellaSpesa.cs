using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Rilievi;

/// <summary>
/// The rules about the spending. Each takes the Affidamenti of one Ente and returns what a person should look at, with figures and the number
/// of cases among which it was found.
/// </summary>
public static class RegoleDellaSpesa
{
    /// <summary>The share of the soglia di approvazione from which an amount is just below it, per cent.</summary>
    public const int AppenaSottoDal = 95;

    /// <summary>The multiple of the median that an amount must exceed, and the number of Affidamenti that a median needs.</summary>
    public const int VolteLaMediana = 3, MinimoPerLaMediana = 5;

    /// <summary>The number of adhesions of one RUP, and of RUP at the Ente, from which one supplier only is worth a look.</summary>
    public const int MinimoAdesioni = 5, MinimoRup = 3;

    /// <summary>The spans of days, the shorter first, in which adhesions are near each other.</summary>
    public static readonly IReadOnlyList<int> Finestre = [30, 90];

    private static readonly CultureInfo _italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>Returns the findings of all rules that need nothing but the Affidamenti of one Ente.</summary>
    public static IEnumerable<Rilievo> Valuta(IReadOnlyList<AffidamentoNoto> dellEnte) =>
    [
        .. Ravvicinate(dellEnte), .. AppenaSotto(dellEnte), .. FuoriScala(dellEnte), .. CigDopoIlContratto(dellEnte, RegoleNote.CigDopoIlContratto),
        .. FuoriPeriodo(dellEnte), .. SenzaMotivo(dellEnte), .. SempreLoStesso(dellEnte), .. SottoOrdineMinimo(dellEnte), .. ContrattoLungo(dellEnte),
    ];

    /// <summary>Finds adhesions near each other, each within the soglia di approvazione and together above it.</summary>
    public static IEnumerable<Rilievo> Ravvicinate(IReadOnlyList<AffidamentoNoto> dellEnte)
    {
        var aderiti = Aderiti(dellEnte);
        foreach (var gruppo in aderiti.Where(a => a.Fornitori.Length > 0 && EntroLaSoglia(a)).GroupBy(a => (a.Fornitori, a.Lotto.GruppoCpv)))
        {
            var restano = gruppo.OrderBy(a => a.Adesione).ThenBy(a => a.Id).ToList();
            foreach (var giorni in Finestre)
            {
                var insiemi = Vicine(restano, giorni).ToList();
                var presi = insiemi.SelectMany(i => i).Select(a => a.Id).ToHashSet();
                restano.RemoveAll(a => presi.Contains(a.Id));
                foreach (var insieme in insiemi)
                {
                    yield return Nuovo(RegoleNote.Ravvicinate, insieme, InUnaFrase(insieme, aderiti.Count));
                }
            }
        }
    }

    /// <summary>Finds amounts just below the soglia di approvazione, or equal to it.</summary>
    public static IEnumerable<Rilievo> AppenaSotto(IReadOnlyList<AffidamentoNoto> dellEnte) =>
        from c in Aderiti(dellEnte).GroupBy(a => a.Convenzione.Id)
        let tutte = c.ToList()
        let sotto = tutte.FindAll(a => EntroLaSoglia(a) && a.Importo.Centesimi * 100 >= a.Convenzione.SogliaApprovazione!.Value.Centesimi * AppenaSottoDal)
        from a in sotto
        let soglia = a.Convenzione.SogliaApprovazione!.Value
        select Nuovo(
            RegoleNote.AppenaSotto, [a],
            $"{a.Importo:E} sono il {Rapporto(a.Importo, soglia)} % della soglia di approvazione ({soglia:E}): "
            + $"{SuTutti(sotto.Count, tutte.Count)} dell'Ente su questa Convenzione "
            + $"{Plural.Word(sotto.Count, "sta", "stanno")} tra il {AppenaSottoDal} e il 100 %.");

    /// <summary>Finds amounts far above the Ente's median on the same Lotto.</summary>
    public static IEnumerable<Rilievo> FuoriScala(IReadOnlyList<AffidamentoNoto> dellEnte) =>
        from l in dellEnte.Where(a => a.Adesione is not null).GroupBy(a => a.Lotto.Id)
        let tutte = l.ToList()
        where tutte.Count >= MinimoPerLaMediana
        let mediana = Mediana(tutte)
        let lontane = tutte.FindAll(a => a.Importo.Centesimi > mediana.Centesimi * VolteLaMediana)
        from a in lontane
        select Nuovo(
            RegoleNote.FuoriScala, [a],
            $"{a.Importo:E} contro una mediana di {mediana:E}: "
            + $"{SuTutti(lontane.Count, tutte.Count)} dell'Ente su questo Lotto {Plural.Word(lontane.Count, "supera", "superano")} tre volte la mediana.");

    /// <summary>Finds CIG that came after the first day of the contract. Managers and Auditors judge it each for themselves.</summary>
    public static IEnumerable<Rilievo> CigDopoIlContratto(IReadOnlyList<AffidamentoNoto> dellEnte, RegolaRilievo regola)
    {
        var conDate = dellEnte.Where(a => a is { CigIl: not null, ContrattoDal: not null, Pregresso: false, Adesione: not null }).ToList();
        var dopo = conDate.FindAll(a => a.CigIl > a.ContrattoDal);
        return dopo.Select(a => Nuovo(
            regola, [a],
            $"Il CIG è del {Giorno(a.CigIl!.Value)}, {Plural.Of(a.CigIl.Value.DayNumber - a.ContrattoDal!.Value.DayNumber, "giorno", "giorni")} dopo l'inizio "
            + $"del contratto ({Giorno(a.ContrattoDal.Value)}): {SuTutti(dopo.Count, conDate.Count)} dell'Ente con CIG e contratto."));
    }

    /// <summary>Finds adhesions outside the days on which the Convenzione and the Lotto allow them.</summary>
    public static IEnumerable<Rilievo> FuoriPeriodo(IReadOnlyList<AffidamentoNoto> dellEnte)
    {
        foreach (var c in dellEnte.Where(a => a.Adesione is not null).GroupBy(a => a.Convenzione.Id))
        {
            var fuori = c.Where(a => a.Adesione < a.Convenzione.AdesioniDal || a.Adesione > Ultimo(a)).ToList();
            foreach (var a in fuori)
            {
                yield return Nuovo(
                    RegoleNote.FuoriPeriodo, [a],
                    $"L'adesione è del {Giorno(a.Adesione!.Value)}, e si poteva aderire dal {Giorno(a.Convenzione.AdesioniDal)} al {Giorno(Ultimo(a))}: "
                    + $"{SuTutti(fuori.Count, c.Count())} dell'Ente su questa Convenzione.");
            }
        }
    }

    /// <summary>Finds adhesions to a Lotto whose massimale was used up before them.</summary>
    /// <param name="oltre">The Affidamenti that came when nothing was left (<see cref="LibroNoto.DopoEsaurimento"/>).</param>
    public static IEnumerable<Rilievo> DopoEsaurimento(IReadOnlyList<AffidamentoNoto> dellEnte, IReadOnlySet<Guid> oltre) =>
        from l in dellEnte.Where(a => a.Adesione is not null).GroupBy(a => a.Lotto.Id)
        let sue = l.Where(a => oltre.Contains(a.Id)).ToList()
        from a in sue
        select Nuovo(
            RegoleNote.DopoEsaurimento, [a],
            $"Il {Giorno(a.Adesione!.Value)}, giorno dell'adesione di {a.Importo:E}, il massimale del Lotto era già esaurito: "
            + $"{SuTutti(sue.Count, l.Count())} dell'Ente su questo Lotto.");

    /// <summary>Finds adhesions that bring their supplier above its quota of the Lotto.</summary>
    /// <param name="oltre">The Affidamenti that do (<see cref="LibroNoto.OltreLaQuota"/>).</param>
    public static IEnumerable<Rilievo> OltreLaQuota(IReadOnlyList<AffidamentoNoto> dellEnte, IReadOnlySet<Guid> oltre) =>
        from l in dellEnte.Where(a => a.Adesione is not null).GroupBy(a => a.Lotto.Id)
        let sue = l.Where(a => oltre.Contains(a.Id)).ToList()
        from a in sue
        select Nuovo(
            RegoleNote.OltreLaQuota, [a],
            $"Con l'adesione del {Giorno(a.Adesione!.Value)} di {a.Importo:E} il fornitore è oltre la sua quota del Lotto: "
            + $"{SuTutti(sue.Count, l.Count())} dell'Ente su questo Lotto.");

    /// <summary>Finds Affidamenti on a Lotto with several suppliers that do not say why their supplier was chosen.</summary>
    public static IEnumerable<Rilievo> SenzaMotivo(IReadOnlyList<AffidamentoNoto> dellEnte)
    {
        var tutte = Aderiti(dellEnte).FindAll(a => a.Lotto.PiuAggiudicatari);
        var senza = tutte.FindAll(a => !a.ConMotivo);
        return senza.Select(a => Nuovo(
            RegoleNote.FornitoreSenzaMotivo, [a],
            $"Il Lotto ha più aggiudicatari e manca il motivo della scelta: {SuTutti(senza.Count, tutte.Count)} dell'Ente su Lotti così."));
    }

    /// <summary>Finds a RUP whose adhesions on Lotti with several suppliers all went to one of them.</summary>
    public static IEnumerable<Rilievo> SempreLoStesso(IReadOnlyList<AffidamentoNoto> dellEnte)
    {
        var tutte = Aderiti(dellEnte).FindAll(a => a.Lotto.PiuAggiudicatari && a.Fornitori.Length > 0);
        var rup = tutte.Select(a => a.RupId).Distinct().Count();
        return from r in tutte.GroupBy(a => a.RupId)
               let sue = r.ToList()
               where rup >= MinimoRup && sue.Count >= MinimoAdesioni && sue.Select(a => a.Fornitori).Distinct().Count() == 1
               select Nuovo(
                   RegoleNote.SempreLoStesso, sue,
                   $"Un RUP ha {Plural.Of(sue.Count, "adesione", "adesioni")} su Lotti con più aggiudicatari, tutte allo stesso fornitore: "
                   + $"{SuTutti(sue.Count, tutte.Count)} dell'Ente su Lotti così, con {Plural.Number(rup)} RUP in tutto.");
    }

    /// <summary>Finds amounts below the minimum order of the Convenzione.</summary>
    public static IEnumerable<Rilievo> SottoOrdineMinimo(IReadOnlyList<AffidamentoNoto> dellEnte) =>
        from c in Aderiti(dellEnte).Where(a => a.Convenzione.OrdineMinimo is not null).GroupBy(a => a.Convenzione.Id)
        let sotto = c.Where(a => a.Importo < a.Convenzione.OrdineMinimo!.Value).ToList()
        from a in sotto
        select Nuovo(
            RegoleNote.SottoOrdineMinimo, [a],
            $"{a.Importo:E} sono meno dell'ordine minimo della Convenzione ({a.Convenzione.OrdineMinimo!.Value:E}): "
            + $"{SuTutti(sotto.Count, c.Count())} dell'Ente su questa Convenzione.");

    /// <summary>Finds contracts that last longer than the Convenzione allows.</summary>
    public static IEnumerable<Rilievo> ContrattoLungo(IReadOnlyList<AffidamentoNoto> dellEnte) =>
        from c in dellEnte.Where(a => a is { Adesione: not null, Durata: not null, Convenzione.DurataMassimaMesi: not null }).GroupBy(a => a.Convenzione.Id)
        let lunghi = c.Where(a => a.Durata!.Value.Al > a.Durata.Value.Dal.AddMonths(a.Convenzione.DurataMassimaMesi!.Value)).ToList()
        from a in lunghi
        select Nuovo(
            RegoleNote.ContrattoLungo, [a],
            $"Il contratto va dal {Giorno(a.Durata!.Value.Dal)} al {Giorno(a.Durata.Value.Al)}, e la Convenzione ammette "
            + $"{Plural.Of(a.Convenzione.DurataMassimaMesi!.Value, "mese", "mesi")}: {SuTutti(lunghi.Count, c.Count())} dell'Ente con le date del contratto.");

    /// <summary>Finds Affidamenti whose amount fell to the soglia di approvazione or below, and that nobody approved.</summary>
    /// <param name="scesi">The highest amount that each draft ever had, with the event that has it.</param>
    /// <param name="regola">The rule of the managers or that of the Auditors.</param>
    public static IEnumerable<Rilievo> ImportoSceso(
        IReadOnlyList<AffidamentoNoto> dellEnte, IReadOnlyDictionary<Guid, ImportoScritto> scesi, RegolaRilievo regola)
    {
        var conSoglia = dellEnte.Where(a => PronteSenzaApprovazione(a)).ToList();
        var sotto = conSoglia.FindAll(a => scesi.TryGetValue(a.Id, out var era) && era.Importo > a.Convenzione.SogliaApprovazione!.Value);
        return sotto.Select(a => new Rilievo(
            regola, a.EnteId, a.Convenzione.Id, a.Adesione ?? a.RichiestoIl ?? scesi[a.Id].Giorno,
            $"L'importo della bozza era {scesi[a.Id].Importo:E}, sopra la soglia di approvazione ({a.Convenzione.SogliaApprovazione!.Value:E}); "
            + $"ora è {a.Importo:E} e nessuno ha approvato: {SuTutti(sotto.Count, conSoglia.Count)} dell'Ente pronti senza approvazione.",
            [Prova.Affidamento(a.Id), Prova.Evento(scesi[a.Id].Seq)]));
    }

    /// <summary>Says whether an Affidamento was declared ready without an approval, on a Convenzione with a soglia di approvazione.</summary>
    public static bool PronteSenzaApprovazione(AffidamentoNoto a) => EntroLaSoglia(a)
        && a is { Pregresso: false, ApprovatoDaId: null }
        && a.Stato is not (StatoAffidamento.InLavorazione or StatoAffidamento.InApprovazione or StatoAffidamento.Eliminato);

    internal static string Giorno(DateOnly giorno) => WrittenDate.Testo(giorno);

    /// <summary>Writes how many of how many: <c>2 di 14 affidamenti</c>.</summary>
    internal static string SuTutti(int quanti, int tutti) => $"{Plural.Number(quanti)} di {Plural.Of(tutti, "affidamento", "affidamenti")}";

    private static List<AffidamentoNoto> Aderiti(IReadOnlyList<AffidamentoNoto> dellEnte) =>
        [.. dellEnte.Where(a => a is { Adesione: not null, Pregresso: false })];

    private static bool EntroLaSoglia(AffidamentoNoto a) => a.Convenzione.SogliaApprovazione is { } soglia && a.Importo <= soglia && a.Importo > Importo.Zero;

    private static DateOnly Ultimo(AffidamentoNoto a) =>
        Convenzione.UltimoGiorno(a.Convenzione.AdesioniAl, a.Convenzione.ChiusaDal, a.Lotto.ChiusoDal);

    /// <summary>Returns runs of adhesions within some days that together exceed the threshold, none of them in two runs.</summary>
    private static IEnumerable<List<AffidamentoNoto>> Vicine(List<AffidamentoNoto> inOrdine, int giorni)
    {
        for (var i = 0; i < inOrdine.Count; i++)
        {
            var insieme = inOrdine.Skip(i).TakeWhile(a => a.Adesione!.Value.DayNumber - inOrdine[i].Adesione!.Value.DayNumber <= giorni).ToList();
            if (insieme.Count > 1 && Importo.Somma(insieme.Select(a => a.Importo)) > insieme.Max(a => a.Convenzione.SogliaApprovazione!.Value))
            {
                i += insieme.Count - 1;
                yield return insieme;
            }
        }
    }

    private static string InUnaFrase(List<AffidamentoNoto> insieme, int tutti)
    {
        var (prima, ultima) = (insieme[0].Adesione!.Value, insieme[^1].Adesione!.Value);
        var inGiorni = prima == ultima ? $"il {Giorno(prima)}" : $"in {Plural.Of(ultima.DayNumber - prima.DayNumber + 1, "giorno", "giorni")}";
        return $"{Plural.Of(insieme.Count, "adesione", "adesioni")} {inGiorni} allo stesso fornitore per lo stesso gruppo CPV ({insieme[0].Lotto.GruppoCpv}), "
            + $"ciascuna entro la soglia di approvazione ({insieme.Max(a => a.Convenzione.SogliaApprovazione!.Value):E}), insieme "
            + $"{Importo.Somma(insieme.Select(a => a.Importo)):E}: {SuTutti(insieme.Count, tutti)} dell'Ente.";
    }

    private static Importo Mediana(List<AffidamentoNoto> tutte)
    {
        var inOrdine = tutte.Select(a => a.Importo.Centesimi).Order().ToList();
        var meta = inOrdine.Count / 2;
        return Importo.DaCentesimi(inOrdine.Count % 2 == 1 ? inOrdine[meta] : (inOrdine[meta - 1] + inOrdine[meta]) / 2);
    }

    /// <summary>Writes an amount as a percentage of another, rounded down, so that less than the whole is never shown as the whole.</summary>
    private static string Rapporto(Importo uno, Importo altro) =>
        (decimal.Floor((decimal)uno.Centesimi * 1000 / altro.Centesimi) / 10).ToString("0.#", _italian);

    private static Rilievo Nuovo(RegolaRilievo regola, List<AffidamentoNoto> sui, string frase)
    {
        var ultimo = sui.MaxBy(a => a.Adesione)!;
        return new Rilievo(regola, ultimo.EnteId, ultimo.Convenzione.Id, ultimo.Adesione!.Value, frase, sui.Select(a => Prova.Affidamento(a.Id)));
    }
}
