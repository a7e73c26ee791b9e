using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Convenzioni;

/// <summary>A Lotto of a Convenzione: one CIG Padre, one or more awarded suppliers, a massimale shared by all Enti.</summary>
public sealed class Lotto : Aggregate
{
    /// <summary>The longest oggetto (subject) of a Lotto, in characters.</summary>
    public const int MaxOggetto = 1000;

    /// <summary>The highest number of a Lotto in its Convenzione.</summary>
    public const int MaxNumero = 999;

    private readonly List<Fornitore> _fornitori = [];

    private Lotto() { }

    /// <exception cref="ArgumentException">The data contradict themselves: see <see cref="DatiLotto.Controlla"/>.</exception>
    public Lotto(Guid id, Guid convenzioneId, DatiLotto dati)
    {
        if (dati.Controlla() is { IsSuccess: false } no)
        {
            throw new ArgumentException(no.Errors[0].Message, nameof(dati));
        }

        Id = id;
        ConvenzioneId = convenzioneId;
        Riscrivi(dati);
    }

    public Guid ConvenzioneId { get; private set; }

    /// <summary>The Lotto's number in its Convenzione, from 1.</summary>
    public int Numero { get; private set; }

    public string Oggetto { get; private set; } = "";

    /// <summary>
    /// The CIG Padre of the Lotto. It may be of either form of CIG, because the Convenzione may be older than PCP, but not a SmartCIG
    /// (<see cref="AmmetteCigPadre"/>).
    /// </summary>
    public Cig CigPadre { get; private set; } = null!;

    /// <summary>The data of the Lotto that every AD4 on it repeats.</summary>
    public CaratteristicheLotto Caratteristiche { get; private set; } = null!;

    /// <summary>The suppliers to which the Lotto was awarded. Each member of a raggruppamento is an entry of its own.</summary>
    public IReadOnlyList<Fornitore> Fornitori => _fornitori;

    /// <summary>Says whether the Lotto has several suppliers, so that an adhesion needs a choice with its reason.</summary>
    public bool HaPiuAggiudicatari => _fornitori.Select(f => f.IdPartecipante).Distinct().Count() > 1;

    /// <summary>
    /// The answer of ANAC's public register about the CIG Padre. ANAC accepts an AD4 only on a CIG Padre that is awarded as a Convenzione.
    /// Otherwise it answers ERR98, its most common refusal.
    /// </summary>
    public EsitoPadre EsitoPadre { get; private set; }

    /// <summary>The day on which somebody looked the CIG Padre up in ANAC's public register, or null when nobody did.</summary>
    public DateOnly? PadreVerificatoIl { get; private set; }

    /// <summary>The first day on which no Ente may adhere to this Lotto any more. Null while the Lotto is open.</summary>
    public DateOnly? ChiusoDal { get; private set; }

    public Result Modifica(DatiLotto dati)
    {
        var controllo = dati.Controlla();
        if (controllo.IsSuccess)
        {
            Riscrivi(dati);
        }

        return controllo;
    }

    /// <summary>
    /// Checks that a CIG may be a CIG Padre. A SmartCIG may not: it was given to small purchases without an accordo quadro, so ANAC answers
    /// ERR98 to an adhesion to it.
    /// </summary>
    public static Result AmmetteCigPadre(Cig cig) => cig.AmmessoComePadre
        ? Result.Ok
        : new Error(
            "lotto.padre-smartcig",
            $"{cig} è uno SmartCIG, cioè il codice di un piccolo acquisto, e non può essere un CIG Padre: ANAC rifiuterebbe le adesioni (ERR98). "
                + "Scrivi il CIG del Lotto della Convenzione, che comincia con una cifra o con una lettera da A a U.",
            nameof(CigPadre));

    public Result Chiudi(DateOnly dal)
    {
        if (ChiusoDal is not null)
        {
            return new Error("lotto.gia-chiuso", "Questo Lotto è già chiuso: ricarica la pagina per vedere da quando.");
        }

        ChiusoDal = dal;
        return Result.Ok;
    }

    public Result Riapri()
    {
        if (ChiusoDal is null)
        {
            return new Error("lotto.aperto", "Questo Lotto non è chiuso: ricarica la pagina.");
        }

        ChiusoDal = null;
        return Result.Ok;
    }

    /// <summary>
    /// Checks that the Lotto is open, so that a new adhesion may begin. In a closed one only the adhesions under way may go on.
    /// </summary>
    public Result AmmetteNuoveAdesioni() => ChiusoDal is { } dal
        ? new Error("lotto.chiuso", $"Questo Lotto è chiuso dal {dal:dd'/'MM'/'yyyy}: non si può più aderire. Scegli un altro Lotto.")
        : Result.Ok;

    private void Riscrivi(DatiLotto dati)
    {
        Numero = dati.Numero;
        Oggetto = dati.Oggetto;
        CigPadre = dati.CigPadre;
        Caratteristiche = dati.Caratteristiche;
        EsitoPadre = dati.EsitoPadre;
        PadreVerificatoIl = dati.PadreVerificatoIl;
        _fornitori.Clear();
        _fornitori.AddRange(dati.Fornitori);
    }
}

/// <summary>The data of a Lotto, except its massimale, that a user types into its form, checked and saved together.</summary>
/// <remarks>Equality: by all members, the list of suppliers by reference.</remarks>
public sealed record DatiLotto(int Numero, string Oggetto, Cig CigPadre, CaratteristicheLotto Caratteristiche, IReadOnlyList<Fornitore> Fornitori)
{
    private const decimal Intero = 100m;

    /// <summary>The answer of ANAC's public register about the CIG Padre.</summary>
    public EsitoPadre EsitoPadre { get; init; }

    /// <summary>The day on which somebody looked the CIG Padre up in ANAC's public register, or null when nobody did.</summary>
    public DateOnly? PadreVerificatoIl { get; init; }

    /// <summary>The NUTS level of a province. ANAC requires the place of an AD4 at this level.</summary>
    private const int LivelloProvincia = 3;

    /// <summary>
    /// The codes of ANAC's list <c>ruoloOE</c> for suppliers that cannot stand alone and need a leading member (mandataria) beside them:
    /// mandanti, consorziate, cooptate, ausiliarie.
    /// </summary>
    private static readonly string[] Gregari = ["2", "4", "10", "11", "12", "15", "16", "17"];

    /// <summary>Checks that the data do not contradict one another. Each error names the member that it concerns.</summary>
    public Result Controlla()
    {
        var errori = new List<Error>();
        if (Numero is < 1 or > Lotto.MaxNumero)
        {
            errori.Add(new Error("lotto.numero", $"Il numero del Lotto va da 1 a {Lotto.MaxNumero}.", nameof(Numero)));
        }

        errori.AddRange(Lotto.AmmetteCigPadre(CigPadre).Errors);
        if (Caratteristiche.Nuts.Livello != LivelloProvincia)
        {
            errori.Add(new Error(
                "cod-nuts.livello",
                "Il luogo va indicato con la provincia: un codice NUTS di 5 caratteri, per esempio ITI43 per Roma.",
                nameof(CaratteristicheLotto.Nuts)));
        }

        if ((EsitoPadre == EsitoPadre.DaVerificare) != PadreVerificatoIl is null)
        {
            errori.Add(new Error(
                "lotto.verifica-padre",
                "Indica insieme l'esito della verifica del CIG Padre e il giorno in cui è stata fatta, o nessuno dei due.",
                nameof(PadreVerificatoIl)));
        }

        if (Fornitori.Count == 0)
        {
            errori.Add(new Error("lotto.senza-fornitori", "Un Lotto ha almeno un aggiudicatario: aggiungi il fornitore.", nameof(Fornitori)));
        }

        if (Fornitori.GroupBy(f => (f.IdPartecipante, f.CodiceFiscale)).Any(g => g.Count() > 1))
        {
            errori.Add(new Error(
                "lotto.fornitore-ripetuto",
                "Lo stesso operatore compare due volte nello stesso aggiudicatario: togline uno.",
                nameof(Fornitori)));
        }

        errori.AddRange(Raggruppamenti());
        errori.AddRange(Quote());
        return errori.Count == 0 ? Result.Ok : Result.Refused(errori);
    }

    private IEnumerable<Error> Raggruppamenti()
    {
        foreach (var membri in Fornitori.GroupBy(f => f.IdPartecipante).Where(g => g.Count(m => !Gregari.Contains(m.RuoloOE)) != 1))
        {
            yield return new Error(
                "lotto.raggruppamento",
                "Ogni aggiudicatario ha un solo capofila (mandatario o operatore economico) e, in un raggruppamento, i suoi mandanti: "
                + $"correggi i ruoli di {string.Join(", ", membri.Select(m => m.Denominazione))}.",
                nameof(Fornitori));
        }
    }

    private IEnumerable<Error> Quote()
    {
        var quote = Fornitori.GroupBy(f => f.IdPartecipante).Select(g => g.Select(f => f.Quota).Distinct().ToList()).ToList();
        if (quote.Any(q => q.Count > 1))
        {
            yield return new Error(
                "lotto.quota-diversa",
                "I membri di un raggruppamento hanno la stessa quota, che è del raggruppamento intero: scrivila uguale per tutti.",
                nameof(Fornitori));
            yield break;
        }

        var note = quote.Select(q => q[0]).OfType<decimal>().ToList();
        if (note.Any(q => q is <= 0 or > Intero))
        {
            yield return new Error("lotto.quota-fuori-limite", "Una quota è una percentuale maggiore di 0 e non oltre 100.", nameof(Fornitori));
        }
        else if (quote.Count > 1 && note.Count > 0 && (note.Count < quote.Count || note.Sum() != Intero))
        {
            yield return new Error(
                "lotto.quote-non-intere",
                $"Le quote degli aggiudicatari devono fare insieme 100 %: qui fanno {note.Sum():0.##} % per {note.Count} di {quote.Count}.",
                nameof(Fornitori));
        }
    }
}

/// <summary>The data of a Lotto that every AD4 on it repeats. The user types none of them for an Affidamento.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="OggettoContratto">ANAC's <c>works</c>, <c>supplies</c> or <c>services</c>.</param>
/// <param name="Ccnl">Code of ANAC's list <c>ccnl</c>.</param>
/// <param name="Categoria">Code of ANAC's list <c>categoria</c>.</param>
public sealed record CaratteristicheLotto(string OggettoContratto, Cpv Cpv, string Ccnl, string Categoria, CodNuts Nuts, DateOnly DataAggiudicazione);

/// <summary>A supplier awarded a Lotto, alone or as a member of a raggruppamento.</summary>
/// <remarks>Equality: by all members. Members of one raggruppamento share <paramref name="IdPartecipante"/>.</remarks>
/// <param name="CodiceFiscale">The codice fiscale, or the identifier of a foreign supplier.</param>
/// <param name="RuoloOE">Code of ANAC's list <c>ruoloOE</c>. Codes 10 and 12 are mandanti, whose importo is 0 in an AD4.</param>
/// <param name="TipoOE">Code of ANAC's list <c>tipoOE</c>.</param>
/// <param name="Quota">The percentage of the Lotto that the whole participant was awarded. Null when there is only one participant, or when
/// the quotas are not known.</param>
public sealed record Fornitore(
    Guid IdPartecipante, string Denominazione, IdentificativoOperatore CodiceFiscale, string RuoloOE, string TipoOE, decimal? Quota = null);
