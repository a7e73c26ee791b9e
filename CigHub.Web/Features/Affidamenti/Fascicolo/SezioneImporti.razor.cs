using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// Shows and changes the amounts with IVA, the spending commitment and the contract's days. The gross amount follows the rate as it is
/// typed.
/// </summary>
public sealed partial class SezioneImporti
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    private FascicoloForm Modulo { get; set; } = new();

    /// <summary>Says whether somebody else saved first. The fields that differ then say what is there now.</summary>
    private bool InConflitto { get; set; }

    private bool PuoModificare => Puo(AzioneAffidamento.ModificaFascicolo);

    private Importo? Lordo => Modulo.Leggi().TryGet(out var dati) && dati.AliquotaIva is >= 0 and <= 100
        ? dati.Lordo(Affidamento.Importo)
        : Affidamento.Fascicolo.Lordo(Affidamento.Importo);

    private string Durata => Scheda.Convenzione.DurataMassimaMesi is { } mesi
        ? $"Al massimo {Plural.Of(mesi, "mese", "mesi")} dal primo giorno; può venire dopo la fine della Convenzione."
        : "Può venire dopo la fine della Convenzione.";

    protected override void OnInitialized() => Modulo = FascicoloForm.Di(Affidamento.Fascicolo);

    private string? Attuale(Func<FascicoloForm, string?> campo, string? aiuto)
    {
        var attuale = campo(FascicoloForm.Di(Affidamento.Fascicolo)) ?? "";
        return InConflitto && attuale != (campo(Modulo) ?? "") ? $"Ora c'è «{attuale}»: se salvi di nuovo, vale quello che hai scritto tu." : aiuto;
    }

    private async Task Salva()
    {
        var riuscito = await Act(new ModificaFascicolo(Affidamento.Id, Modulo, Affidamento.Version), done: null);
        InConflitto = !riuscito && ActErrors is [StaleEdit];
        SalvatoIl = riuscito ? Clock.GetUtcNow().UtcDateTime : null;
        if (riuscito)
        {
            Modulo = FascicoloForm.Di(Affidamento.Fascicolo);
        }
    }
}
