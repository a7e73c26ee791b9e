using System.Globalization;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Web.Demo.Dimostrazione;

/// <content>An office after ten years: as many Enti, people, Convenzioni and Lotti as a large Soggetto Aggregatore has by then.</content>
internal sealed partial class DemoCatalogo
{
    public const int GrandeEnti = 400, GrandePersone = 1500, GrandeConvenzioni = 60, GrandeLotti = 250;

    /// <summary>The number from which the partite IVA of further suppliers are made. Those of the Enti are below it.</summary>
    private const int PrimoFornitore = 2000;

    private static readonly (string Codice, string Sigla)[] _province = [("058", "RM"), ("059", "LT"), ("060", "FR"), ("056", "VT"), ("057", "RI")];

    private static readonly string[] _nomi =
    [
        "Ada", "Bruno", "Carla", "Dino", "Elena", "Furio", "Gaia", "Ivo", "Lea", "Mirco", "Nives", "Oreste", "Piera", "Renzo", "Silvana", "Tullio",
        "Ugo", "Viola", "Walter", "Zita", "Alba", "Berto", "Cesira", "Delio", "Ettore", "Fosca", "Gino", "Ines", "Loris", "Marisa",
    ];

    private static readonly string[] _cognomi =
    [
        "Acquarossi", "Boscareno", "Campofiori", "Dolcevita", "Ermellini", "Fiumalbi", "Grottafredda", "Isolani", "Lampadari", "Montechiari",
        "Nevebianca", "Olmetani", "Pianoscuri", "Quercialta", "Roccafiori", "Selvapiana", "Torrealba", "Ulivastri", "Vallescura", "Zampognari",
        "Arcobaleni", "Brughieri", "Cipressini", "Dirupati", "Erbavoglio", "Faggianelli", "Ginestrelli", "Lagoscuro", "Mulinovo", "Nebbiani",
        "Ortolanova", "Pontelungo", "Rivaserena", "Sassoforti", "Tramontani", "Uvaspina", "Ventolesi", "Zolfanelli", "Altocolle", "Belpoggio",
        "Cantalupi", "Doganieri", "Falconari", "Gabbianelli", "Lucciolani", "Marinaresi", "Nocciolati", "Passeronti", "Rondinelli", "Tassobarbi",
    ];

    private static readonly (string Oggetto, string Tipo, string Cpv, string Ccnl, string Categoria)[] _merci =
    [
        ("Pulizia degli immobili", "services", "90911200", "K05", "FS"), ("Igiene degli uffici", "services", "90919200", "K05", "FS"),
        ("Manutenzione degli impianti termici", "services", "50720000", "C01", "FS"), ("Climatizzazione", "services", "50730000", "C01", "FS"),
        ("Vigilanza armata", "services", "79714000", "H05", "FS"), ("Portierato", "services", "98341120", "H05", "FS"),
        ("Energia elettrica", "supplies", "09310000", "K01", "FB"), ("Gas naturale", "supplies", "09123000", "B05", "FB"),
        ("Carta in risme", "supplies", "30197630", "G01", "FB"), ("Arredo scolastico", "supplies", "39160000", "F05", "FB"),
        ("Mobili per uffici", "supplies", "39130000", "F05", "FB"), ("Lampade e accessori", "supplies", "31520000", "C01", "FB"),
    ];

    /// <summary>Adds to the catalogue of <see cref="Amplia"/> what is missing to the size of an office after ten years.</summary>
    public DemoCatalogo Ingrandisci()
    {
        AltriComuni();
        AltraGente();
        AltreConvenzioni();
        return this;
    }

    private void AltriComuni()
    {
        var presenti = Enti.Select(e => e.Sede.Citta.ToUpperInvariant()).ToHashSet();
        var nomi = CultureInfo.GetCultureInfo("it-IT").TextInfo;
        var comuni =
            from p in _province
            from v in ListeAnac.Fornite.CodIstat.Voci
            where v.Codice.StartsWith($"012{p.Codice}", StringComparison.Ordinal) && v.ValidaAl(oggi) && !presenti.Contains(v.Etichetta)
            select (Nome: nomi.ToTitleCase(v.Etichetta.ToLowerInvariant()), Istat: v.Codice[3..], p.Sigla);
        foreach (var (nome, istat, sigla) in comuni.Take(GrandeEnti - Enti.Count).ToList())
        {
            Comune(nome, istat, $"0{int.Parse(istat, CultureInfo.InvariantCulture) % 10_000:0000}", sigla);
        }

        for (var i = 1; Enti.Count < GrandeEnti; i++)
        {
            Altro($"Unione dei comuni della Valle Invisibile {i}", $"unione-{i}", "Via del Guado 1", "00060", "Nazzano", "058069");
        }
    }

    /// <summary>Adds a RUP for every Ente that has none, then Istruttori and further RUP in turn.</summary>
    private void AltraGente()
    {
        var senza = Enti.Where(e => !Appartenenze.Exists(a => a.EnteId == e.Id)).ToList();
        for (var i = 0; Persone.Count < GrandePersone; i++)
        {
            var (ente, giro) = (senza[i % senza.Count], i / senza.Count);
            var (nome, cognome) = (_nomi[i % _nomi.Length], _cognomi[i / _nomi.Length % _cognomi.Length]);
            var ruolo = giro % 2 == 0 ? Ruolo.Rup : Ruolo.Istruttore;
            var sigla = $"{ente.CodiceAusa}"[^6..];
            Persona(
                $"{ruolo.ToString().ToLowerInvariant()}{(giro / 2) + 1}.{sigla}", nome, cognome, Sigla(cognome) + Sigla(nome),
                1960 + (i % 40), 1 + (i % 28), (ruolo, ente.Id));
        }
    }

    private void AltreConvenzioni()
    {
        var nuove = new List<(Convenzione Convenzione, int Merce)>();
        for (var i = 0; Convenzioni.Count < GrandeConvenzioni; i++)
        {
            var merce = _merci[i % _merci.Length];
            var convenzione = Finestra(
                $"{merce.Oggetto} – ed. {10 + (i / _merci.Length)}", new DateOnly(2023, 7, 3).AddDays(i),
                oggi.AddMonths(-22 + (i % 6)), oggi.AddMonths(2 + (i % 12)), ErosioneMassimale.NettoConSicurezza, null);
            nuove.Add((convenzione, i % _merci.Length));
        }

        for (var i = 0; Lotti.Count < GrandeLotti; i++)
        {
            var (convenzione, indice) = nuove[i % nuove.Count];
            var (numero, merce) = ((i / nuove.Count) + 1, _merci[indice]);
            Vuoto(
                convenzione, numero, $"{merce.Oggetto} – zona {numero}", merce.Tipo, merce.Cpv, merce.Ccnl, merce.Categoria, (Filling)(i % 3), 1 + (i % 5),
                Solo($"{_cognomi[i % _cognomi.Length]} {merce.Oggetto.Split(' ')[0]} {(i / _cognomi.Length) + 1} S.r.l.", PrimoFornitore + i));
        }
    }

    /// <summary>Returns three letters for a codice fiscale: consonants first, then vowels.</summary>
    private static string Sigla(string parola)
    {
        var lettere = parola.ToUpperInvariant();
        return string.Concat(lettere.Where(c => !"AEIOU".Contains(c)).Concat(lettere.Where(c => "AEIOU".Contains(c))).Concat("XX"))[..3];
    }
}
