using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Web.Components;
using CigHub.Web.Components.Acting;
using CigHub.Web.Components.Forms;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CigHub.Web.Features.Affidamenti.RichiestaCig;

/// <summary>
/// The box into which the RUP pastes the CIG, alone or with the text around it. It finds and checks the CIG, and records it when the RUP
/// presses the button. It never corrects a code by itself.
/// </summary>
public sealed partial class CigDerivatoBox
{
    /// <summary>
    /// The most characters of a pasted text. No page of the portal is so long, so a longer text does not come from there.
    /// </summary>
    private const int MaxIncollato = 20_000;

    private const int MaxSuggeriti = 5;

    private ElementReference _root;
    private JsModule? _module;

    /// <summary>
    /// The key of the file input. A new value makes Blazor create the input anew, because the browser's input keeps the name of its last
    /// file.
    /// </summary>
    private int _round;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required RegoleCigDerivato Regole { get; init; }

    [Parameter, EditorRequired]
    public required AffidamentoDetails Details { get; set; }

    private string? Incollato { get; set; }

    private Cig? Found { get; set; }

    private string? Errore { get; set; }

    private IReadOnlyList<Cig> Suggeriti { get; set; } = [];

    private UploadedAllegato? Allegato { get; set; }

    private string? EvidenzaError { get; set; }

    private IReadOnlyList<Aggiudicazione> IsWaiting =>
        [.. Details.Affidamento.Aggiudicazioni.Where(a => a.Stato is StatoAggiudicazione.InRichiesta or StatoAggiudicazione.DaVerificare)
            .OrderBy(a => a.Indice)];

    private Aggiudicazione Aggiudicazione => IsWaiting[0];

    protected override ValueTask OnLeave() => _module?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>
    /// Registers the box as the field of the CIG Derivato, so that the error of a refused CIG appears at the box and nowhere else.
    /// </summary>
    protected override void OnInitialized() => Fields.Show(this, new FormField(nameof(RegistraCigDerivato.Cig), "CIG Derivato", "cig-incollato"));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = new JsModule(Js, "evidenza");
            await _module.Call("collega", _root);
        }
    }

    private void Search(string? testo)
    {
        Incollato = testo;
        (Found, Errore, Suggeriti) = PastedCig.Search(testo, Details.Lotto.CigPadre, Regole, MaxSuggeriti);
    }

    private async Task Choose(InputFileChangeEventArgs scelta)
    {
        var esito = await UploadedAllegato.Read(scelta.File, EvidenzaDelPortale.Recognize);
        (Allegato, EvidenzaError) = esito.TryGet(out var allegato) ? (allegato, null) : ((UploadedAllegato?)null, esito.Errors[0].Message);
    }

    private void TogliEvidenza()
    {
        (Allegato, EvidenzaError) = (null, null);
        _round++;
    }

    private async Task Registra()
    {
        // Do not leave a refused evidence out in silence: the user takes another, or none.
        if (Found is not { } cig || IsWaiting.Count == 0 || EvidenzaError is not null)
        {
            return;
        }

        var taken = await Act(
            new RegistraCigDerivato(Details.Affidamento.Id, Aggiudicazione.Id, cig.Valore, Details.Affidamento.Version, Allegato?.File),
            OutcomeWords.CigRegistrato(Details.Affidamento, Aggiudicazione));
        if (taken)
        {
            Search(null);
            TogliEvidenza();
        }

        Errore = ActErrors.FirstOrDefault(e => e.Field == nameof(RegistraCigDerivato.Cig))?.Message;
    }
}
