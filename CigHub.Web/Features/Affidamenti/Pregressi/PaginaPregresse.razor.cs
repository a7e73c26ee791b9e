using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Elenco;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>
/// The page on which an Ente records its adesioni pregresse: one in a form, or many from a sheet. When CigHub refuses them, the user's
/// texts stay.
/// </summary>
public sealed partial class PaginaPregresse
{
    private DatiPerPregresse? Dati { get; set; }

    private PregressaForm Form { get; set; } = new();

    private DaRiprendereView? DaRiprendere { get; set; }

    /// <summary>Says whether the last press recorded an adhesion, so that the form is empty.</summary>
    private bool IsRecorded { get; set; }

    private IReadOnlyList<(string Codice, string Parola)> Lotti => [.. Dati!.Lotti.Select(l => (l.CigPadre, l.Nome))];

    private IReadOnlyList<(string Codice, string Parola)> Fornitori => Dati!.Lotti.FirstOrDefault(l => l.CigPadre == Form.CigPadre)?.Fornitori ?? [];

    private IReadOnlyList<(string Codice, string Parola)> Rup => [.. Dati!.Rup.Select(r => (r.NomeUtente, r.Nome))];

    private string? CigSbagliato =>
        ActErrors.Any(e => e.Field == nameof(PregressaForm.CigDerivato) && e.Code.StartsWith("cig.", StringComparison.Ordinal)) ? Form.CigDerivato : null;

    protected override async Task LoadAsync()
    {
        Dati = await Read<PreparaPregresse, DatiPerPregresse>(q => q.Run(User!.Actor));
        DaRiprendere = await Read<AdesioniDaRiprendere, DaRiprendereView>(q => q.Run());
    }

    /// <summary>Fills in the form with what ANAC publishes about an adhesion.</summary>
    private void Riprendi(CigSoloInAnac adesione)
    {
        var replaced = Form is not { CigDerivato: null or "", Oggetto: null or "", Importo: null or "", DataAdesione: null or "" };
        (IsRecorded, ActErrors) = (false, []);
        Outcomes?.Say($"Il modulo ha i dati del CIG {adesione.Cig}{(replaced ? ", al posto di ciò che c'era scritto" : "")}: controllali e registra.");
        Form = new PregressaForm
        {
            CigPadre = adesione.CigPadre,
            CigDerivato = adesione.Cig,
            Oggetto = adesione.Oggetto,
            Importo = adesione.Importo?.ToString(),
            DataAdesione = RomeTime.Text(adesione.Giorno),
            Rup = Form.Rup,
        };
    }

    private Task Registra() => Once(async () =>
    {
        // The second press of a double click finds the form that the first one has emptied.
        if (IsRecorded && Form is { CigDerivato: null, Oggetto: null, Importo: null, DataAdesione: null })
        {
            return;
        }

        IsRecorded = false;
        if (Fornitori.Count <= 1)
        {
            Form.Fornitore = null;
        }

        if (await Run(new CaricaAdesionePregressa(Form), done: null) is not null)
        {
            IsRecorded = true;
            Say($"Registrata l'adesione con CIG Derivato {Form.CigDerivato!.Trim().ToUpperInvariant()}.");
            Form = new PregressaForm { CigPadre = Form.CigPadre, Rup = Form.Rup };
            DaRiprendere = await Read<AdesioniDaRiprendere, DaRiprendereView>(q => q.Run());
        }
    });

    private async Task Caricate(int quante)
    {
        ActErrors = [];
        Say($"{Plural.Word(quante, "Caricata", "Caricate")} {Plural.Of(quante, "adesione", "adesioni")}.");
        await Reload();
    }

    private void Say(string done) => Outcomes?.Say(done, ("Vedi gli affidamenti", AffidamentiFilter.Tutti.Address()));
}
