using CigHub.Domain.Common;
using CigHub.Web.Common;

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

    private string? Outcome { get; set; }

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
        (Outcome, ActErrors) = (null, []);
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
        if (Outcome is not null && Form is { CigDerivato: null, Oggetto: null, Importo: null, DataAdesione: null })
        {
            return;
        }

        Outcome = null;
        if (Fornitori.Count <= 1)
        {
            Form.Fornitore = null;
        }

        if (await Run(new CaricaAdesionePregressa(Form), done: null) is not null)
        {
            Outcome = $"Registrata l'adesione con CIG Derivato {Form.CigDerivato!.Trim().ToUpperInvariant()}.";
            Form = new PregressaForm { CigPadre = Form.CigPadre, Rup = Form.Rup };
            DaRiprendere = await Read<AdesioniDaRiprendere, DaRiprendereView>(q => q.Run());
        }
    });

    private async Task Caricate(int quante)
    {
        ActErrors = [];
        Outcome = $"{Plural.Word(quante, "Caricata", "Caricate")} {Plural.Of(quante, "adesione", "adesioni")}.";
        await Reload();
    }
}
