using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>The awarded of a Lotto in its form: rows that come and go, each an operator alone or a raggruppamento.</summary>
public sealed partial class CampiAggiudicatari
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required IList<ModuloAggiudicatario> Aggiudicatari { get; set; }

    private IReadOnlyList<(string Codice, string Parola)> Ruoli(ModuloOperatore operatore) => Opzioni(Liste.Correnti.RuoloOE, operatore.RuoloOE);

    private IReadOnlyList<(string Codice, string Parola)> Tipi(ModuloOperatore operatore) => Opzioni(Liste.Correnti.TipoOE, operatore.TipoOE);

    /// <summary>What a saved Lotto holds and ANAC no longer takes stays visible; a save says that it must change.</summary>
    private IReadOnlyList<(string Codice, string Parola)> Opzioni(ListaCodici lista, string? attuale) =>
        [.. lista.Offerte(Clock.Oggi(), attuale).Select(v => (v.Codice, v.Parola))];
}
