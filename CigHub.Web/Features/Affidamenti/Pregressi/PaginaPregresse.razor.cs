using CigHub.Domain.Common;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>The page of the initial load: one adhesion by hand, or a sheet of them. A refusal loses nothing that was typed.</summary>
public sealed partial class PaginaPregresse
{
    private DatiPerPregresse? Dati { get; set; }

    private PregressaForm Modulo { get; set; } = new();

    private string? Esito { get; set; }

    private IReadOnlyList<(string Codice, string Parola)> Lotti => [.. Dati!.Lotti.Select(l => (l.CigPadre, l.Nome))];

    private IReadOnlyList<(string Codice, string Parola)> Fornitori => Dati!.Lotti.FirstOrDefault(l => l.CigPadre == Modulo.CigPadre)?.Fornitori ?? [];

    private IReadOnlyList<(string Codice, string Parola)> Rup => [.. Dati!.Rup.Select(r => (r.NomeUtente, r.Nome))];

    private string? CigSbagliato =>
        ActErrors.Any(e => e.Field == nameof(PregressaForm.CigDerivato) && e.Code.StartsWith("cig.", StringComparison.Ordinal)) ? Modulo.CigDerivato : null;

    protected override async Task Carica() => Dati = await Leggi<PreparaPregresse, DatiPerPregresse>(q => q.Esegui(Utente!.Attore));

    private Task Registra() => Once(async () =>
    {
        Esito = null;
        if (Fornitori.Count <= 1)
        {
            Modulo.Fornitore = null;
        }

        if (await Run(new CaricaAdesionePregressa(Modulo), done: null) is not null)
        {
            Esito = $"Registrata l'adesione con CIG Derivato {Modulo.CigDerivato!.Trim().ToUpperInvariant()}.";
            Modulo = new PregressaForm { CigPadre = Modulo.CigPadre, Rup = Modulo.Rup };
        }
    });

    private void Caricate(int quante)
    {
        ActErrors = [];
        Esito = $"{Plural.Word(quante, "Caricata", "Caricate")} {Plural.Of(quante, "adesione", "adesioni")}.";
    }
}
