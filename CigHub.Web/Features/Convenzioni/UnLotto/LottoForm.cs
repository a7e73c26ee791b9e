using System.Globalization;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>The data of a Lotto, read from its form.</summary>
/// <param name="Massimale">The massimale of a new Lotto. It is not read for an existing Lotto, whose massimale changes by an act.</param>
/// <param name="Atto">The act that sets the massimale, in words.</param>
public sealed record LottoLetto(DatiLotto Dati, Importo Massimale, string Atto);

/// <summary>Form of a Lotto. Each field has the text as the user typed it.</summary>
public sealed class LottoForm : IForm
{
    /// <summary>The text for the act in the first row of the ledger, when the user named no act.</summary>
    public const string AttoNonIndicato = "Massimale della Convenzione";

    public string? Numero { get; set; }

    public string? Oggetto { get; set; }

    public string? CigPadre { get; set; }

    public string? Massimale { get; set; }

    public string? AttoMassimale { get; set; }

    public string? OggettoContratto { get; set; }

    public string? Cpv { get; set; }

    public string? Categoria { get; set; }

    public string? Ccnl { get; set; }

    public string? Nuts { get; set; }

    public string? DataAggiudicazione { get; set; }

    /// <summary>The name of an <see cref="Domain.Convenzioni.EsitoPadre"/> value.</summary>
    public string? EsitoPadre { get; set; } = nameof(Domain.Convenzioni.EsitoPadre.DaVerificare);

    public string? PadreVerificatoIl { get; set; }

    public IList<AggiudicatarioForm> Aggiudicatari { get; init; } = [];

    /// <summary>
    /// Creates the form of a new Lotto with the next number. It copies from the Lotto with the highest number the characteristics that the
    /// Lotti of one Convenzione usually share. The texts are empty when there is no other Lotto.
    /// </summary>
    public static LottoForm Nuovo(IReadOnlyList<Lotto> fratelli)
    {
        var ultimo = fratelli.MaxBy(l => l.Numero);
        return new LottoForm
        {
            Numero = Text((ultimo?.Numero ?? 0) + 1),
            OggettoContratto = ultimo?.Caratteristiche.OggettoContratto,
            Cpv = ultimo?.Caratteristiche.Cpv.Valore,
            Categoria = ultimo?.Caratteristiche.Categoria,
            Ccnl = ultimo?.Caratteristiche.Ccnl,
            Nuts = ultimo?.Caratteristiche.Nuts.Valore,
            Aggiudicatari = [AggiudicatarioForm.Nuovo()],
        };
    }

    public static LottoForm Of(Lotto lotto) => new()
    {
        Numero = Text(lotto.Numero),
        Oggetto = lotto.Oggetto,
        CigPadre = lotto.CigPadre.Valore,
        OggettoContratto = lotto.Caratteristiche.OggettoContratto,
        Cpv = lotto.Caratteristiche.Cpv.Valore,
        Categoria = lotto.Caratteristiche.Categoria,
        Ccnl = lotto.Caratteristiche.Ccnl,
        Nuts = lotto.Caratteristiche.Nuts.Valore,
        DataAggiudicazione = RomeTime.Text(lotto.Caratteristiche.DataAggiudicazione),
        EsitoPadre = lotto.EsitoPadre.ToString(),
        PadreVerificatoIl = lotto.PadreVerificatoIl is { } il ? RomeTime.Text(il) : null,
        Aggiudicatari = [.. lotto.Fornitori.GroupBy(f => f.IdPartecipante).Select(AggiudicatarioForm.Of)],
    };

    /// <param name="nuovo">Says whether the Lotto is new. The massimale is read only then.</param>
    public Result<LottoLetto> Read(bool nuovo, RaccoltaListe liste, DateOnly oggi)
    {
        var reader = new FormReader();
        var numero = reader.WholeNumber(nameof(Numero), Numero);
        var oggetto = reader.Text(nameof(Oggetto), Oggetto, Lotto.MaxOggetto, "Scrivi l'oggetto del Lotto: diventa l'oggetto di ogni Affidamento.");
        var cig = reader.Code<Cig>(nameof(CigPadre), CigPadre);
        var massimale = nuovo ? reader.Importo(nameof(Massimale), Massimale) : Importo.Zero;
        if (nuovo && Importo.Leggi(Massimale) is { IsSuccess: true, Value: var letto } && letto <= Importo.Zero)
        {
            reader.Report(new Error("lotto.massimale", "Il massimale deve essere maggiore di zero.", nameof(Massimale)));
        }

        var atto = reader.Optional(nameof(AttoMassimale), AttoMassimale, AttoDiRiferimento.MaxDescrizione);
        var tipo = reader.Voce(nameof(OggettoContratto), OggettoContratto, liste.OggettoContratto, oggi);
        var cpv = reader.Code<Cpv>(nameof(Cpv), Cpv);
        if (cpv is not null)
        {
            reader.Voce(nameof(Cpv), cpv.Valore, liste.Cpv, oggi);
        }

        var categoria = reader.Voce(nameof(Categoria), Categoria, liste.Categoria, oggi);
        var ccnl = reader.Voce(nameof(Ccnl), Ccnl, liste.Ccnl, oggi);
        var nuts = reader.Code<CodNuts>(nameof(Nuts), Nuts);
        if (nuts is not null)
        {
            reader.Voce(nameof(Nuts), nuts.Valore, liste.CodNuts, oggi);
        }

        var aggiudicato = reader.Date(nameof(DataAggiudicazione), DataAggiudicazione);
        var esito = Enum.TryParse<EsitoPadre>(EsitoPadre, out var scelto) ? scelto : Domain.Convenzioni.EsitoPadre.DaVerificare;
        var verificatoIl = string.IsNullOrWhiteSpace(PadreVerificatoIl) ? (DateOnly?)null : reader.Date(nameof(PadreVerificatoIl), PadreVerificatoIl);
        var fornitori = Aggiudicatari
            .SelectMany((a, i) => reader.Row(nameof(Aggiudicatari), i, riga => a.Read(riga, Aggiudicatari.Count > 1, liste, oggi)))
            .ToList();
        var letti = reader.Outcome(() => new LottoLetto(
            new DatiLotto(numero, oggetto, cig, new CaratteristicheLotto(tipo, cpv!, ccnl, categoria, nuts!, aggiudicato), fornitori)
            {
                EsitoPadre = esito,
                PadreVerificatoIl = verificatoIl
            },
            massimale,
            atto.Length == 0 ? AttoNonIndicato : atto));
        return letti.TryGet(out var lotto) && lotto.Dati.Controlla() is { IsSuccess: false } no ? Result<LottoLetto>.Refused(no.Errors) : letti;
    }

    public IReadOnlyList<FormValue> Values() =>
    [
        new(nameof(Numero), "Numero", Numero ?? ""),
        new(nameof(Oggetto), "Oggetto", Oggetto ?? ""),
        new(nameof(CigPadre), "CIG Padre", CigPadre ?? ""),
        new(nameof(Massimale), "Massimale", Massimale ?? ""),
        new(nameof(AttoMassimale), "Atto che lo stabilisce", AttoMassimale ?? ""),
        new(nameof(DataAggiudicazione), "Data di aggiudicazione", DataAggiudicazione ?? ""),
        new(nameof(EsitoPadre), "CIG Padre presso ANAC", Enum.TryParse<EsitoPadre>(EsitoPadre, out var esito) ? esito.Nome() : ""),
        new(nameof(PadreVerificatoIl), "Verificato il", PadreVerificatoIl ?? ""),
        new(nameof(OggettoContratto), "Tipo di appalto", ListeAnac.OggettoContratto.Trova(OggettoContratto)?.Nome ?? OggettoContratto ?? ""),
        new(nameof(Cpv), "CPV", ListeAnac.Cpv.Parola(Cpv ?? "")),
        new(nameof(Categoria), "Categoria", ListeAnac.Categoria.Parola(Categoria ?? "")),
        new(nameof(Ccnl), "CCNL", ListeAnac.Ccnl.Parola(Ccnl ?? "")),
        new(nameof(Nuts), "Luogo NUTS", ListeAnac.CodNuts.Parola(Nuts ?? "")),
        new(nameof(DatiLotto.Fornitori), "Aggiudicatari", string.Join("; ", Aggiudicatari.Select(a => a.Words(Aggiudicatari.Count > 1)))),
        .. Aggiudicatari.SelectMany((a, i) => a.Voci($"{nameof(Aggiudicatari)}[{i}].", i + 1)),
    ];

    private static string Text(int numero) => numero.ToString(CultureInfo.InvariantCulture);
}
