using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Components;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// Takes whatever the RUP pastes, finds and checks the CIG in it, and records the CIG when the RUP says so. Never corrects a code by
/// itself.
/// </summary>
public sealed partial class CigDerivatoBox : IAsyncDisposable
{
    /// <summary>The most characters that can be pasted. No page of the portal is longer, so a longer text was not copied from there.</summary>
    private const int MaxIncollato = 20_000;

    private const int MaxSuggeriti = 5;

    private ElementReference _radice;
    private JsModule? _modulo;

    /// <summary>Changes to make a new file input, because the browser's own keeps the name of the last file.</summary>
    private int _tornata;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required RegoleCigDerivato Regole { get; init; }

    [Parameter, EditorRequired]
    public required AffidamentoDetails Scheda { get; set; }

    private string? Incollato { get; set; }

    private Cig? Trovato { get; set; }

    private string? Errore { get; set; }

    private IReadOnlyList<Cig> Suggeriti { get; set; } = [];

    private UploadedAllegato? Allegato { get; set; }

    private string? ErroreEvidenza { get; set; }

    private IReadOnlyList<Aggiudicazione> InAttesa =>
        [.. Scheda.Affidamento.Aggiudicazioni.Where(a => a.Stato is StatoAggiudicazione.InRichiesta or StatoAggiudicazione.DaVerificare)
            .OrderBy(a => a.Indice)];

    private Aggiudicazione Aggiudicazione => InAttesa[0];

    public ValueTask DisposeAsync() => _modulo?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A refused CIG is told at the box alone.</summary>
    protected override void OnInitialized() => Fields.Show(this, new FormField(nameof(RegistraCigDerivato.Cig), "CIG Derivato", "cig-incollato"));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _modulo = new JsModule(Js, "evidenza");
            await _modulo.Chiama("collega", _radice);
        }
    }

    private void Cerca(string? testo)
    {
        Incollato = testo;
        (Trovato, Errore, Suggeriti) = PastedCig.Cerca(testo, Scheda.Lotto.CigPadre, Regole, MaxSuggeriti);
    }

    private async Task Scegli(InputFileChangeEventArgs scelta)
    {
        var esito = await UploadedAllegato.Leggi(scelta.File, EvidenzaDelPortale.Riconosci);
        (Allegato, ErroreEvidenza) = esito.TryGet(out var allegato) ? (allegato, null) : ((UploadedAllegato?)null, esito.Errors[0].Message);
    }

    private void TogliEvidenza()
    {
        (Allegato, ErroreEvidenza) = (null, null);
        _tornata++;
    }

    private async Task Registra()
    {
        // Do not leave a refused evidence out in silence: the user takes another, or none.
        if (Trovato is not { } cig || InAttesa.Count == 0 || ErroreEvidenza is not null)
        {
            return;
        }

        var taken = await Act(
            new RegistraCigDerivato(Scheda.Affidamento.Id, Aggiudicazione.Id, cig.Valore, Scheda.Affidamento.Version, Allegato?.File),
            OutcomeWords.CigRegistrato(Scheda.Affidamento, Aggiudicazione));
        if (taken)
        {
            Cerca(null);
            TogliEvidenza();
        }

        Errore = ActErrors.FirstOrDefault(e => e.Field == nameof(RegistraCigDerivato.Cig))?.Message;
    }
}
