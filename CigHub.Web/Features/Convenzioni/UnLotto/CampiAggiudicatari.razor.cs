using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>
/// The input fields for the aggiudicatari in the form of a Lotto. The user adds and removes aggiudicatari, and the members of a
/// raggruppamento.
/// </summary>
public sealed partial class CampiAggiudicatari
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ListeInVigore Liste { get; init; }

    [Parameter, EditorRequired]
    public required IList<AggiudicatarioForm> Aggiudicatari { get; set; }

    private IReadOnlyList<(string Codice, string Parola)> Ruoli(OperatoreForm operatore) => Opzioni(Liste.Correnti.RuoloOE, operatore.RuoloOE);

    private IReadOnlyList<(string Codice, string Parola)> Tipi(OperatoreForm operatore) => Opzioni(Liste.Correnti.TipoOE, operatore.TipoOE);

    /// <summary>
    /// Returns the help beside the code of a supplier: what CigHub finds strange in the code as typed, else what to write there.
    /// </summary>
    private static string AiutoCodice(OperatoreForm operatore) =>
        !IdentificativoOperatore.TryParse(operatore.CodiceFiscale, null, out var codice)
            ? "Di una ditta individuale i 16 caratteri della persona; di un fornitore estero la partita IVA con la sigla del paese (DE123456789)."
            : codice.Dubbio ?? (codice.Natura == NaturaIdentificativo.SocietaItaliana && DittaIndividuale.Riconosci(operatore.Denominazione)
                ? "Sembra una ditta individuale o un professionista: ANAC vuole il codice fiscale di 16 caratteri della persona, non la partita IVA."
                : "");

    /// <summary>
    /// Returns the entries of a code list to choose from. The saved entry is among them even when ANAC no longer accepts it. A save with
    /// such an entry is refused, so that the user changes it.
    /// </summary>
    private IReadOnlyList<(string Codice, string Parola)> Opzioni(ListaCodici lista, string? attuale) =>
        [.. lista.Offerte(Clock.Today(), attuale).Select(v => (v.Codice, v.Parola))];
}
