using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.Security;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>
/// Turns the rows of a sheet into the forms that are filled in by hand, so that the same rules judge both. A row writes in words what the
/// form lets the user choose from lists.
/// </summary>
/// <param name="enti">All Enti, among which a row names the one of its role.</param>
internal sealed class RowForms(IEnumerable<Ente> enti, DateOnly oggi)
{
    private static readonly Dictionary<string, Ruolo> _ruoli = Enum.GetValues<Ruolo>()
        .SelectMany(r => new[] { r.ToString(), r.Name() }.Select(testo => (testo, r)))
        .Append(("Responsabile unico del progetto", Ruolo.Rup)).Append(("Dirigente", Ruolo.Responsabile))
        .Append(("Responsabile del servizio", Ruolo.Responsabile))
        .DistinctBy(x => FoldedText.Parole(x.Item1)).ToDictionary(x => FoldedText.Parole(x.Item1), x => x.Item2);

    private static readonly Dictionary<string, TipoAttoDiNomina> _atti =
        Enum.GetValues<TipoAttoDiNomina>().ToDictionary(t => FoldedText.Parole(t.Nome()));

    private static readonly HashSet<string> _tutti = [.. new[] { "tutti", "tutti gli Enti", "ufficio" }.Select(FoldedText.Parole)];

    private static readonly HashSet<string> _si = [.. new[] { "sì", "x", "vero" }.Select(FoldedText.Parole)];

    private static readonly HashSet<string> _no = [.. new[] { "", "no", "falso" }.Select(FoldedText.Parole)];

    private readonly ILookup<string, Guid> _enti = enti
        .SelectMany(e => new[] { e.CodiceFiscale.Valore, CodeText.Pulisci(e.CodiceIpa) }.Where(c => c.Length > 0).Distinct().Select(c => (Codice: c, e.Id)))
        .ToLookup(x => x.Codice, x => x.Id);

    public static EnteForm Ente(RigaAnagrafe riga) => new()
    {
        Denominazione = riga[nameof(EnteForm.Denominazione)],
        CodiceFiscale = riga[nameof(EnteForm.CodiceFiscale)],
        PartitaIva = riga[nameof(EnteForm.PartitaIva)],
        Pec = riga[nameof(EnteForm.Pec)],
        Indirizzo = riga[nameof(EnteForm.Indirizzo)],
        Cap = riga[nameof(EnteForm.Cap)],
        Citta = riga[nameof(EnteForm.Citta)],
        Provincia = riga[nameof(EnteForm.Provincia)],
        CodiceIpa = riga[nameof(EnteForm.CodiceIpa)],
        CodiceAusa = riga[nameof(EnteForm.CodiceAusa)],
        Luogo = riga[nameof(EnteForm.Luogo)],
        CentriDiCosto = [new() { Codice = riga[AnagrafeSheet.CostCentreCode], Denominazione = riga[AnagrafeSheet.CostCentreName] }],
    };

    /// <summary>Returns the forms of a row of a person, with the errors of the words that name no entry of the form's lists.</summary>
    public PersonaConRuolo Persona(RigaAnagrafe riga)
    {
        var errori = new List<Error>();
        var persona = new PersonaForm
        {
            NomeUtente = riga[nameof(PersonaForm.NomeUtente)],
            Nome = riga[nameof(PersonaForm.Nome)],
            Cognome = riga[nameof(PersonaForm.Cognome)],
            CodiceFiscale = riga[nameof(PersonaForm.CodiceFiscale)],
            Email = riga[nameof(PersonaForm.Email)],
            Telefono = riga[nameof(PersonaForm.Telefono)],
        };
        var ruolo = new RuoloForm
        {
            Ruolo = RuoloIn(riga, errori),
            Ente = EnteIn(riga, errori),
            Dal = riga[nameof(RuoloForm.Dal)] is { Length: > 0 } dal ? dal : RomeTime.Text(oggi),
            TipoAtto = TipoAttoIn(riga, errori),
            NumeroAtto = riga[nameof(RuoloForm.NumeroAtto)],
            DataAtto = riga[nameof(RuoloForm.DataAtto)],
            EmanatoDa = riga[nameof(RuoloForm.EmanatoDa)],
            Incarico = riga[nameof(RuoloForm.Incarico)],
            MotivoRuolo = riga[nameof(RuoloForm.MotivoRuolo)],

            // The form reads the act and the reason only when it shows them, and a sheet shows them always.
            Giustificato = true,
        };
        ruolo.Esterno = EsternoIn(riga, ruolo, errori);
        return new PersonaConRuolo(riga.Id, riga.RuoloId, persona, ruolo, riga[AnagrafeSheet.LastDay], errori)
        {
            SenzaDal = riga[nameof(RuoloForm.Dal)].Length == 0,
        };
    }

    private static string RuoloIn(RigaAnagrafe riga, List<Error> errori)
    {
        var scritto = riga[nameof(RuoloForm.Ruolo)];
        if (_ruoli.TryGetValue(FoldedText.Parole(scritto), out var ruolo))
        {
            return ruolo.ToString();
        }

        errori.Add(new Error(
            "importazione.ruolo",
            $"Scrivi uno di questi ruoli: {string.Join(", ", Ruoli.Assegnabili.Select(r => r.Name()))}.",
            nameof(RuoloForm.Ruolo)));
        return "";
    }

    private string? EnteIn(RigaAnagrafe riga, List<Error> errori)
    {
        var scritto = riga[nameof(RuoloForm.Ente)];
        if (scritto.Length == 0 || _tutti.Contains(FoldedText.Parole(scritto)))
        {
            return scritto.Length == 0 ? null : RuoloForm.TuttiGliEnti;
        }

        var trovati = _enti[CodeText.Pulisci(scritto)].Distinct().ToList();
        if (trovati.Count == 1)
        {
            return trovati[0].ToString();
        }

        errori.Add(trovati.Count == 0
            ? new Error(
                "importazione.ente-sconosciuto",
                "Nessun Ente ha questo codice: ricontrollalo, oppure importa prima il foglio degli Enti. Per tutti gli Enti scrivi «tutti».",
                nameof(RuoloForm.Ente))
            : new Error("importazione.ente-ambiguo", "Più Enti hanno questo codice IPA: scrivi il codice fiscale dell'Ente.", nameof(RuoloForm.Ente)));
        return null;
    }

    private static string TipoAttoIn(RigaAnagrafe riga, List<Error> errori)
    {
        var scritto = riga[nameof(RuoloForm.TipoAtto)];
        if (scritto.Length == 0 || _atti.TryGetValue(FoldedText.Parole(scritto), out _))
        {
            return scritto.Length == 0 ? "" : _atti[FoldedText.Parole(scritto)].ToString();
        }

        errori.Add(new Error(
            "importazione.tipo-atto",
            $"Scrivi uno di questi tipi: {string.Join(", ", Enum.GetValues<TipoAttoDiNomina>().Select(t => t.Nome()))}.",
            nameof(RuoloForm.TipoAtto)));
        return "";
    }

    private static string EsternoIn(RigaAnagrafe riga, RuoloForm ruolo, List<Error> errori)
    {
        var scritto = FoldedText.Parole(riga[nameof(RuoloForm.Esterno)]);
        var esterno = _si.Contains(scritto);
        if (!esterno && !_no.Contains(scritto))
        {
            errori.Add(new Error("importazione.esterno", "Scrivi «sì», oppure lascia vuoto.", nameof(RuoloForm.Esterno)));
        }
        else if (esterno && !ruolo.PuoEssereEsterno)
        {
            errori.Add(new Error(
                "importazione.esterno",
                "Dall'esterno si nomina solo il Dirigente / Responsabile del servizio di un Ente: lascia vuoto.",
                nameof(RuoloForm.Esterno)));
        }

        return esterno ? InputField.Yes : "";
    }
}

/// <summary>The forms of a person and of a role to give to that person, from a row of a sheet or from a page.</summary>
/// <param name="PersonaId">The Guid v7 of the person, used when the codice fiscale is new.</param>
/// <param name="UltimoGiorno">The last day of the role, inclusive, as it was typed. Empty or null when the role has no end.</param>
/// <param name="Errori">The errors that were found while the forms were filled in.</param>
internal sealed record PersonaConRuolo(
    Guid PersonaId, Guid RuoloId, PersonaForm Persona, RuoloForm Ruolo, string? UltimoGiorno, IReadOnlyList<Error> Errori)
{
    /// <summary>Says whether the row has no first day, so that the role begins today if it is new.</summary>
    public bool SenzaDal { get; init; }
}
