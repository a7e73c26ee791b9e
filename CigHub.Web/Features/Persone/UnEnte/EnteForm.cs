using System.Text.RegularExpressions;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.UnEnte;

/// <summary>Form of an Ente, with the text as the user typed it.</summary>
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

    /// <summary>A code of ANAC's list <c>codIstat</c>.</summary>
    public string? Luogo { get; set; }

    /// <summary>
    /// The rows of the centri di costo. There is always at least one, because an AD4 cannot name an Ente without a centro di costo.
    /// </summary>
    public List<CentroDiCostoFormRow> CentriDiCosto { get; init; } = [new()];

    public List<ContattoFormRow> Contatti { get; init; } = [];

    public static EnteForm Di(Ente ente) => new()
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

    public IReadOnlyList<FormValue> Voci() =>
    [
        new(nameof(Denominazione), "Denominazione", Testo(Denominazione)),
        new(nameof(CodiceFiscale), "Codice fiscale", Testo(CodiceFiscale)),
        new(nameof(PartitaIva), "Partita IVA", Testo(PartitaIva)),
        new(nameof(Pec), "PEC", Testo(Pec)),
        new(nameof(Indirizzo), "Indirizzo", Testo(Indirizzo)),
        new(nameof(Cap), "CAP", Testo(Cap)),
        new(nameof(Citta), "Città", Testo(Citta)),
        new(nameof(Provincia), "Provincia", Testo(Provincia)),
        new(nameof(Luogo), "Comune (codice ISTAT)", Testo(Luogo)),
        new(nameof(CodiceIpa), "Codice IPA", Testo(CodiceIpa)),
        new(nameof(CodiceAusa), "Codice AUSA", Testo(CodiceAusa)),
        new(nameof(CentriDiCosto), "Centri di costo", Elenco(CentriDiCosto.Where(c => !c.Vuota).Select(c => $"{Testo(c.Denominazione)} ({Testo(c.Codice)})"))),
        new(
            nameof(Contatti),
            "Contatti",
            Elenco(
                Contatti.Where(c => !c.Vuota).Select(c => Elenco([Testo(c.Funzione), Testo(c.Nome), Testo(c.Email), Testo(c.Telefono)], ", ")))),
    ];

    /// <summary>Reads the form. Rows that are completely empty do not count.</summary>
    public Result<DatiEnte> Leggi(RaccoltaListe liste, DateOnly oggi)
    {
        var l = new FormReader();
        var denominazione = l.Testo(nameof(Denominazione), Denominazione, Ente.MaxTesto, "Scrivi il nome dell'Ente, per esempio «Comune di Tivoli».");
        var codiceFiscale = LeggiCodiceFiscale(l);
        var partitaIva = l.CodiceFacoltativo<PartitaIva>(nameof(PartitaIva), PartitaIva);
        var pec = l.Indirizzo(nameof(Pec), Pec, Ente.MaxTesto);
        var sede = new Sede(
            l.Testo(nameof(Indirizzo), Indirizzo, Ente.MaxTesto, "Scrivi via e numero della sede legale."),
            Cifre(l, nameof(Cap), Cap, Sede.CifreCap, "Un CAP ha 5 cifre, per esempio 00019: scrivile tutte, con gli zeri iniziali."),
            l.Testo(nameof(Citta), Citta, Ente.MaxTesto, "Scrivi la città della sede legale."),
            LeggiProvincia(l));
        var ausa = Cifre(l, nameof(CodiceAusa), CodiceAusa, Ente.CifreAusa, "Un codice AUSA ha 10 cifre: ricopialo da ANAC, con gli zeri iniziali.");
        var ipa = l.Facoltativo(nameof(CodiceIpa), CodiceIpa, Ente.MaxTesto);
        var luogo = l.Voce(nameof(Luogo), Luogo, liste.CodIstat, oggi);
        var centri = LeggiCentri(l);
        var contatti = LeggiContatti(l);
        return l.Esito(() => new DatiEnte(denominazione, codiceFiscale, partitaIva, pec, sede, ipa, ausa, CodIstat.Parse(luogo, null), centri, contatti));
    }

    private static string Testo(string? testo) => (testo ?? "").Trim();

    private static string Elenco(IEnumerable<string> voci, string tra = "; ") => string.Join(tra, voci.Where(v => v.Length > 0));

    private static string Cifre(FormReader l, string campo, string? testo, int quante, string frase)
    {
        var pulito = Testo(testo);
        if (pulito.Length != quante || !pulito.All(char.IsAsciiDigit))
        {
            l.Segnala(new Error("modulo.cifre", frase, campo));
        }

        return pulito;
    }

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex DueLettere();

    private CodiceFiscale LeggiCodiceFiscale(FormReader l)
    {
        var letto = l.Codice<CodiceFiscale>(nameof(CodiceFiscale), CodiceFiscale);
        if (letto is { DiPersonaFisica: true })
        {
            l.Segnala(new Error(
                "codice-fiscale.di-persona",
                "Questo è il codice fiscale di una persona: quello di un Ente ha 11 cifre.",
                nameof(CodiceFiscale)));
        }

        return letto;
    }

    private string LeggiProvincia(FormReader l)
    {
        var sigla = Testo(Provincia).ToUpperInvariant();
        if (!DueLettere().IsMatch(sigla))
        {
            l.Segnala(new Error("provincia.sigla", "Scrivi la sigla della provincia: due lettere, per esempio RM.", nameof(Provincia)));
        }

        return sigla;
    }

    private IReadOnlyList<CentroDiCosto> LeggiCentri(FormReader l)
    {
        TroppeRighe(l, nameof(CentriDiCosto), CentriDiCosto.Count);
        var letti = new List<CentroDiCosto>();
        for (var i = 0; i < CentriDiCosto.Count; i++)
        {
            var riga = CentriDiCosto[i];
            if (riga.Vuota)
            {
                continue;
            }

            letti.Add(l.Riga(nameof(CentriDiCosto), i, r => new CentroDiCosto(
                r.Codice<CodiceCentroDiCosto>(nameof(riga.Codice), riga.Codice)?.Valore ?? "",
                r.Testo(nameof(riga.Denominazione), riga.Denominazione, Ente.MaxTesto, "Scrivi il nome del centro di costo, per esempio «Ufficio gare»."))));
            if (letti[..^1].Any(c => c.Codice.Length > 0 && string.Equals(c.Codice, letti[^1].Codice, StringComparison.OrdinalIgnoreCase)))
            {
                l.Segnala(new Error(
                    "centro-di-costo.ripetuto",
                    "Questo codice è già in un'altra riga: togli una delle due.",
                    $"{nameof(CentriDiCosto)}[{i}].{nameof(riga.Codice)}"));
            }
        }

        if (letti.Count == 0)
        {
            l.Segnala(new Error(
                "centro-di-costo.mancante",
                "Scrivi almeno un centro di costo: senza, ANAC rifiuta la scheda (ERR69).",
                $"{nameof(CentriDiCosto)}[0].{nameof(CentroDiCostoFormRow.Codice)}"));
        }

        return letti;
    }

    private IReadOnlyList<Contatto> LeggiContatti(FormReader l)
    {
        TroppeRighe(l, nameof(Contatti), Contatti.Count);
        return [.. Contatti.Index().Where(x => !x.Item.Vuota).Select(x => l.Riga(nameof(Contatti), x.Index, r =>
        {
            var riga = x.Item;
            if (string.IsNullOrWhiteSpace(riga.Email) && string.IsNullOrWhiteSpace(riga.Telefono))
            {
                r.Segnala(new Error("contatto.senza-recapito", "Scrivi un'e-mail o un telefono.", nameof(riga.Email)));
            }

            return new Contatto(
                r.Testo(nameof(riga.Funzione), riga.Funzione, Ente.MaxTesto, "Scrivi l'ufficio o la funzione, per esempio «Ufficio gare»."),
                r.Facoltativo(nameof(riga.Nome), riga.Nome, Ente.MaxTesto),
                r.IndirizzoFacoltativo(nameof(riga.Email), riga.Email, Ente.MaxTesto),
                PhoneReader.Leggi(r, nameof(riga.Telefono), riga.Telefono, Ente.MaxTesto));
        }))];
    }

    private static void TroppeRighe(FormReader l, string elenco, int quante)
    {
        if (quante > Ente.MaxRighe)
        {
            l.Segnala(new Error("modulo.troppe-righe", $"Al massimo {Ente.MaxRighe} righe: togline {quante - Ente.MaxRighe}.", elenco));
        }
    }
}

/// <summary>One row of the form, with a centro di costo.</summary>
public sealed class CentroDiCostoFormRow
{
    public string? Codice { get; set; }

    public string? Denominazione { get; set; }

    public bool Vuota => string.IsNullOrWhiteSpace(Codice) && string.IsNullOrWhiteSpace(Denominazione);
}

/// <summary>One row of the form, with a person or office to contact.</summary>
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
