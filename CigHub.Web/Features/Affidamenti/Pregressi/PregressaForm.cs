using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>
/// The data of an adesione pregressa, from the form or from a row of a sheet. Every field is the text as it was typed, and is read only by
/// the check.
/// </summary>
public sealed record PregressaForm
{
    /// <summary>The Guid v7 of the Affidamento that will be made. Recording the same form twice makes one Affidamento.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The number of the row in the sheet. It is 0 for an adhesion typed into the form.</summary>
    public int Riga { get; init; }

    /// <summary>The CIG Padre, which determines the Lotto of the adhesion.</summary>
    public string? CigPadre { get; set; }

    public string? CigDerivato { get; set; }

    public string? Oggetto { get; set; }

    public string? Importo { get; set; }

    public string? DataAdesione { get; set; }

    /// <summary>
    /// The user name of the RUP. Empty stands for the actor when the actor is a RUP of the Ente, else for the Ente's only RUP.
    /// </summary>
    public string? Rup { get; set; }

    /// <summary>The codice fiscale of the supplier. It may be empty when the Lotto has only one supplier.</summary>
    public string? Fornitore { get; set; }

    /// <summary>
    /// The names of the fields whose cell of the sheet held a number instead of a text, so that leading zeros of a code may be lost. A name
    /// is removed when the user has corrected the field.
    /// </summary>
    public HashSet<string> Numeriche { get; init; } = [];

    /// <summary>
    /// The errors of the cells of the sheet that have no value to read, by field: a formula's error, a formula without a result, a
    /// percentage. An error is removed when the user has corrected the field.
    /// </summary>
    public Dictionary<string, Error> Guaste { get; init; } = [];

    /// <summary>Reads the texts into the data of an adhesion to the given Lotto. Each error names its field.</summary>
    internal Result<AdesionePregressa> Read(Lotto lotto, RegoleCigDerivato regole, DateOnly oggi)
    {
        var reader = new FormReader();
        var cig = reader.Accept(nameof(CigDerivato), LeggiCig(regole));
        var oggetto = reader.Text(nameof(Oggetto), Oggetto, LimitiAd4.Oggetto, "Scrivi l'oggetto dell'adesione, anche in breve.");
        var importo = reader.Importo(nameof(Importo), Importo);
        var data = reader.Date(nameof(DataAdesione), DataAdesione);
        if (data > oggi)
        {
            reader.Report(new Error(
                "pregresso.data-futura",
                "La data di adesione è nel futuro: qui si caricano solo adesioni pregresse. Per una nuova usa «Nuovo Affidamento».",
                nameof(DataAdesione)));
        }

        var fornitore = LeggiFornitore(reader, lotto);
        return reader.Outcome(() => new AdesionePregressa(cig!, oggetto, importo, data, fornitore));
    }

    /// <summary>Reads the CIG Derivato alone, for which the Lotto need not be known.</summary>
    internal Result<Cig> LeggiCig(RegoleCigDerivato regole) =>
        Numeriche.Contains(nameof(CigDerivato)) ? Cig.RovinatoDalFoglio(CigDerivato) : regole.Leggi(CigDerivato);

    private Guid LeggiFornitore(FormReader reader, Lotto lotto)
    {
        var partecipanti = lotto.Fornitori.Select(f => f.IdPartecipante).Distinct().ToList();
        var scritto = IdentificativoOperatore.TryParse(Fornitore, null, out var letto) ? letto.Valore : CodeText.Pulisci(Fornitore);
        if (scritto.Length == 0 && partecipanti.Count == 1)
        {
            return partecipanti[0];
        }

        var trovato = lotto.Fornitori.FirstOrDefault(f => f.CodiceFiscale.Valore == scritto);
        if (trovato is null)
        {
            reader.Report(scritto.Length == 0
                ? new Error(
                    "pregresso.fornitore-mancante",
                    "Questo Lotto ha più aggiudicatari: indica il fornitore a cui l'Ente ha aderito.",
                    nameof(Fornitore))
                : new Error(
                    "pregresso.fornitore-sconosciuto",
                    "Questo codice fiscale non è di un aggiudicatario del Lotto: ricontrollalo, o lascia vuoto se il fornitore è uno solo.",
                    nameof(Fornitore)));
            return Guid.Empty;
        }

        return trovato.IdPartecipante;
    }
}
