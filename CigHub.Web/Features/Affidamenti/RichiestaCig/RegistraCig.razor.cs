using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>Takes whatever the RUP pastes, finds and checks the CIG in it, and records it when she says so. Never corrects by itself.</summary>
public sealed partial class RegistraCig
{
    /// <summary>Longer than any page of the portal; what does not fit was not copied from there.</summary>
    private const int MaxIncollato = 20_000;

    private const int MaxSuggeriti = 5;

    [Parameter, EditorRequired]
    public required SchedaAffidamento Scheda { get; set; }

    private string? Incollato { get; set; }

    private Cig? Trovato { get; set; }

    private string? Errore { get; set; }

    private IReadOnlyList<Cig> Suggeriti { get; set; } = [];

    private void Cerca(string? testo)
    {
        Incollato = testo;
        (Trovato, Errore, Suggeriti) = CigIncollato.Cerca(testo, Scheda.Lotto.CigPadre, MaxSuggeriti);
    }

    private async Task Registra()
    {
        if (Trovato is not { } cig)
        {
            return;
        }

        var aggiudicazione = Scheda.Affidamento.Aggiudicazioni.First(a => a.Stato is StatoAggiudicazione.InRichiesta or StatoAggiudicazione.DaVerificare);
        var errori = await Agisci(new RegistraCigDerivato(Scheda.Affidamento.Id, aggiudicazione.Id, cig.Valore, Scheda.Affidamento.Version));
        Errore = errori.Count > 0 ? errori[0].Message : null;
    }
}
