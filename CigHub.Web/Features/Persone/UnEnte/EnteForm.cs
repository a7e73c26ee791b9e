using System.Text.RegularExpressions;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>The form of an Ente. It holds the texts as the user typed them.</summary>
public sealed partial class EnteForm : IForm
{
    public string? Denominazione { get; set; }

    public string? CodiceFiscale { get; set; }

    public string? PartitaIva { get; set; }

    public string? Pec { get; set; }

    public string? Indirizzo { get; set; }

    public string? Cap { get; set; }

    public string? Citta { get; set; }

    public string? Provincia { get; set; }

    public string? CodiceIpa { get; set; }

    public string? CodiceAusa { get; set; }

    /// <summary>The place of the registered office, as a code of ANAC's list <c>codIstat</c>.</summary>
    public string? Luogo { get; set; }

    /// <summary>
    /// The rows of the centri di costo. There is always at least one, because an AD4 cannot name an Ente without a centro di costo.
    /// </summary>
    public List<CentroDiCostoFormRow> CentriDiCosto { get; init; } = [new()];

    public List<ContattoFormRow> Contatti { get; init; } = [];

    public static EnteForm Of(Ente ente) => new()
    {
        Denominazione = ente.Denominazione,
        CodiceFiscale = ente.CodiceFiscale.Valore,
        PartitaIva = ente.PartitaIva?.Valore,
        Pec = ente.Pec,
        Indirizzo = ente.Sede.Indirizzo,
        Cap = ente.Sede.Cap,
        Citta = ente.Sede.Citta,
        Provincia = ente.Sede.Provincia,
        CodiceIpa = ente.CodiceIpa,
        CodiceAusa = ente.CodiceAusa,
        Luogo = ente.Luogo.Valore,
        CentriDiCosto = ente.CentriDiCosto.Count == 0
            ? [new()]
            : [.. ente.CentriDiCosto.Select(c => new CentroDiCostoFormRow { Codice = c.Codice, Denominazione = c.Denominazione })],
        Contatti = [.. ente.Contatti.Select(c => new ContattoFormRow { Funzione = c.Funzione, Nome = c.Nome, Email = c.Email, Telefono = c.Telefono })],
    };

    public IReadOnlyList<FormValue> Values() =>
    [
        new(nameof(Denominazione), "Denominazione", Text(Denominazione)),
        new(nameof(CodiceFiscale), "Codice fiscale", Text(CodiceFiscale)),
        new(nameof(PartitaIva), "Partita IVA", Text(PartitaIva)),
        new(nameof(Pec), "PEC", Text(Pec)),
        new(nameof(Indirizzo), "Indirizzo", Text(Indirizzo)),
        new(nameof(Cap), "CAP", Text(Cap)),
        new(nameof(Citta), "Città", Text(Citta)),
        new(nameof(Provincia), "Provincia", Text(Provincia)),
        new(nameof(Luogo), "Comune (codice ISTAT)", Text(Luogo)),
        new(nameof(CodiceIpa), "Codice IPA", Text(CodiceIpa)),
        new(nameof(CodiceAusa), "Codice AUSA", Text(CodiceAusa)),
        new(nameof(CentriDiCosto), "Centri di costo", List(CentriDiCosto.Where(c => !c.Vuota).Select(c => $"{Text(c.Denominazione)} ({Text(c.Codice)})"))),
        new(
            nameof(Contatti),
            "Contatti",
            List(
                Contatti.Where(c => !c.Vuota).Select(c => List([Text(c.Funzione), Text(c.Nome), Text(c.Email), Text(c.Telefono)], ", ")))),
    ];

    /// <summary>Reads the form into the data of an Ente, or returns the errors for its fields. Completely empty rows are ignored.</summary>
    public Result<DatiEnte> Read(RaccoltaListe liste, DateOnly oggi)
    {
        var reader = new FormReader();
        var denominazione = reader.Text(nameof(Denominazione), Denominazione, Ente.MaxTesto, "Scrivi il nome dell'Ente, per esempio «Comune di Tivoli».");
        var codiceFiscale = LeggiCodiceFiscale(reader);
        var partitaIva = reader.OptionalCode<PartitaIva>(nameof(PartitaIva), PartitaIva);
        var pec = reader.Address(nameof(Pec), Pec, Ente.MaxTesto);
        var sede = new Sede(
            reader.Text(nameof(Indirizzo), Indirizzo, Ente.MaxTesto, "Scrivi via e numero della sede legale."),
            Cifre(reader, nameof(Cap), Cap, Sede.CifreCap, "Un CAP ha 5 cifre, per esempio 00019: scrivile tutte, con gli zeri iniziali."),
            reader.Text(nameof(Citta), Citta, Ente.MaxTesto, "Scrivi la città della sede legale."),
            LeggiProvincia(reader));
        var ausa = Cifre(reader, nameof(CodiceAusa), CodiceAusa, Ente.CifreAusa, "Un codice AUSA ha 10 cifre: ricopialo da ANAC, con gli zeri iniziali.");
        var ipa = reader.Optional(nameof(CodiceIpa), CodeText.SenzaContorno(CodiceIpa), Ente.MaxTesto);
        var luogo = reader.Voce(nameof(Luogo), Luogo, liste.CodIstat, oggi);
        var centri = LeggiCentri(reader);
        var contatti = LeggiContatti(reader);
        return reader.Outcome(() =>
            new DatiEnte(denominazione, codiceFiscale, partitaIva, pec, sede, ipa, ausa, CodIstat.Parse(luogo, null), centri, contatti));
    }

    private static string Text(string? testo) => (testo ?? "").Trim();

    private static string List(IEnumerable<string> voci, string tra = "; ") => string.Join(tra, voci.Where(v => v.Length > 0));

    private static string Cifre(FormReader reader, string campo, string? testo, int quante, string frase)
    {
        var pulito = CodeText.Pulisci(testo);
        if (pulito.Length != quante || !pulito.All(char.IsAsciiDigit))
        {
            reader.Report(new Error("modulo.cifre", frase, campo));
        }

        return pulito;
    }

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex DueLettere();

    private CodiceFiscale LeggiCodiceFiscale(FormReader reader)
    {
        var letto = reader.Code<CodiceFiscale>(nameof(CodiceFiscale), CodiceFiscale);
        if (letto is { DiPersonaFisica: true })
        {
            reader.Report(new Error(
                "codice-fiscale.di-persona",
                "Questo è il codice fiscale di una persona: quello di un Ente ha 11 cifre.",
                nameof(CodiceFiscale)));
        }

        return letto;
    }

    private string LeggiProvincia(FormReader reader)
    {
        var sigla = Text(Provincia).ToUpperInvariant();
        if (!DueLettere().IsMatch(sigla))
        {
            reader.Report(new Error("provincia.sigla", "Scrivi la sigla della provincia: due lettere, per esempio RM.", nameof(Provincia)));
        }

        return sigla;
    }

    private IReadOnlyList<CentroDiCosto> LeggiCentri(FormReader reader)
    {
        TroppeRighe(reader, nameof(CentriDiCosto), CentriDiCosto.Count);
        var letti = new List<CentroDiCosto>();
        for (var i = 0; i < CentriDiCosto.Count; i++)
        {
            var riga = CentriDiCosto[i];
            if (riga.Vuota)
            {
                continue;
            }

            letti.Add(reader.Row(nameof(CentriDiCosto), i, r => new CentroDiCosto(
                r.Code<CodiceCentroDiCosto>(nameof(riga.Codice), riga.Codice)?.Valore ?? "",
                r.Text(nameof(riga.Denominazione), riga.Denominazione, Ente.MaxTesto, "Scrivi il nome del centro di costo, per esempio «Ufficio gare»."))));
            if (letti[..^1].Any(c => c.Codice.Length > 0 && c.HaCodice(letti[^1].Codice)))
            {
                reader.Report(new Error(
                    "centro-di-costo.ripetuto",
                    "Questo codice è già in un'altra riga: togli una delle due.",
                    $"{nameof(CentriDiCosto)}[{i}].{nameof(riga.Codice)}"));
            }
        }

        if (letti.Count == 0)
        {
            reader.Report(new Error(
                "centro-di-costo.mancante",
                "Scrivi almeno un centro di costo: senza, ANAC rifiuta la scheda (ERR69).",
                $"{nameof(CentriDiCosto)}[0].{nameof(CentroDiCostoFormRow.Codice)}"));
        }

        return letti;
    }

    private IReadOnlyList<Contatto> LeggiContatti(FormReader reader)
    {
        TroppeRighe(reader, nameof(Contatti), Contatti.Count);
        return [.. Contatti.Index().Where(x => !x.Item.Vuota).Select(x => reader.Row(nameof(Contatti), x.Index, r =>
        {
            var riga = x.Item;
            if (string.IsNullOrWhiteSpace(riga.Email) && string.IsNullOrWhiteSpace(riga.Telefono))
            {
                r.Report(new Error("contatto.senza-recapito", "Scrivi un'e-mail o un telefono.", nameof(riga.Email)));
            }

            return new Contatto(
                r.Text(nameof(riga.Funzione), riga.Funzione, Ente.MaxTesto, "Scrivi l'ufficio o la funzione, per esempio «Ufficio gare»."),
                r.Optional(nameof(riga.Nome), riga.Nome, Ente.MaxTesto),
                r.OptionalAddress(nameof(riga.Email), riga.Email, Ente.MaxTesto),
                PhoneReader.Read(r, nameof(riga.Telefono), riga.Telefono, Ente.MaxTesto));
        }))];
    }

    private static void TroppeRighe(FormReader reader, string elenco, int quante)
    {
        if (quante > Ente.MaxRighe)
        {
            reader.Report(new Error("modulo.troppe-righe", $"Al massimo {Ente.MaxRighe} righe: togline {quante - Ente.MaxRighe}.", elenco));
        }
    }
}

/// <summary>A row of the Ente's form for one centro di costo.</summary>
public sealed class CentroDiCostoFormRow
{
    public string? Codice { get; set; }

    public string? Denominazione { get; set; }

    public bool Vuota => string.IsNullOrWhiteSpace(Codice) && string.IsNullOrWhiteSpace(Denominazione);
}

/// <summary>A row of the Ente's form for one contact, a person or an office.</summary>
public sealed class ContattoFormRow
{
    public string? Funzione { get; set; }

    public string? Nome { get; set; }

    public string? Email { get; set; }

    public string? Telefono { get; set; }

    public bool Vuota =>
        string.IsNullOrWhiteSpace(Funzione)
            && string.IsNullOrWhiteSpace(Nome)
            && string.IsNullOrWhiteSpace(Email)
            && string.IsNullOrWhiteSpace(Telefono);
}
