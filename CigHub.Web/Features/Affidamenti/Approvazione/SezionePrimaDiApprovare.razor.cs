using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Components.Acting;
using CigHub.Web.Security;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Approvazione;

/// <summary>
/// The part of a scheda's page that tells a person who may approve it what there is to know, before the scheda itself.
/// </summary>
public sealed partial class SezionePrimaDiApprovare
{
    [Inject]
    public required QueryReader Reader { get; init; }

    [Parameter, EditorRequired]
    public Guid AffidamentoId { get; set; }

    [Parameter, EditorRequired]
    public required CurrentUser User { get; set; }

    private QuadroDiApprovazione? Quadro { get; set; }

    private IReadOnlyList<Error> Errors { get; set; } = [];

    /// <summary>The number of other adhesions on the page.</summary>
    private int Count { get; set; } = 5;

    protected override async Task OnInitializedAsync()
    {
        var letto = await Reader.Read<PrimaDiApprovare, QuadroDiApprovazione>(User.Actor, q => q.Run(AffidamentoId), Leaving);
        (Quadro, Errors) = letto.TryGet(out var quadro) ? (quadro, (IReadOnlyList<Error>)[]) : (null, letto.Errors);
    }

    private IEnumerable<AdesioneDelloStessoEnte> Shown(QuadroDiApprovazione q) => q.Altre.Take(Count);

    private string Percent(Importo part) =>
        Quadro!.Massimale <= Importo.Zero ? "0 %" : $"{100m * part.Centesimi / Quadro.Massimale.Centesimi:0.#} %";

    private static string Until(ConfermaCapienza conferma) => conferma.ValidaFinoAl is { } fine ? $", fino al {RomeTime.Text(fine)}" : "";

    private static string Words(DatiAtto atto) =>
        $"{atto.Tipo.Nome()} {(atto.Numero.Length > 0 ? $"n. {atto.Numero} " : "")}del {RomeTime.Text(atto.Data)}"
        + (atto.Importo is { } importo ? $", {importo:E}" : "")
        + (atto.ValidoFinoAl is { } fine ? $", valida fino al {RomeTime.Text(fine)}" : "");

    private static string Summary(QuadroDiApprovazione q) => q.Altre.Count switch
    {
        0 => "Nessun'altra adesione.",
        var quante => $"{Plural.Of(quante, "altra adesione", "altre adesioni")} per {q.TotaleAltre:E}; con questa {q.TotaleAltre + q.Importo:E}."
            + (q.SottoSoglia.Count == 0
                ? ""
                : $" Entro la soglia, quindi senza approvazione: {Plural.Of(q.SottoSoglia.Count, "adesione", "adesioni")} "
                    + $"per {Importo.Somma(q.SottoSoglia.Select(a => a.Importo)):E}."),
    };
}
