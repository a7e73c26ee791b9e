using CigHub.Domain.Revisione;
using CigHub.Web.Features.Revisione.Elenco;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Revisione.Carte;

/// <summary>The forms of one working paper: its outcome, and a finding on it. One form at a time is open.</summary>
public sealed partial class UnaCarta
{
    private static readonly (string Codice, string Parola)[] _esiti = [.. Enum.GetValues<EsitoAudit>().Select(e => (e.ToString(), e.Nome()))];

    private static readonly (string Codice, string Parola)[] _gravita = [.. _esiti.Where(e => e.Codice != nameof(EsitoAudit.Conforme))];

    private Guid _newId;

    private enum Modulo
    {
        Carta,
        Constatazione,
    }

    [Parameter, EditorRequired]
    public required Audit Audit { get; set; }

    [Parameter, EditorRequired]
    public required CartaShown Carta { get; set; }

    /// <summary>The people who may own an action at the Ente of the paper.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<(Guid Id, string Nome)> Responsabili { get; set; }

    /// <summary>The form that is open. Null while none is.</summary>
    private Modulo? Aperto { get; set; }

    private CartaForm Paper { get; set; } = new();

    private ConstatazioneForm Finding { get; set; } = new();

    private string Compila => Carta.Carta.Esito is null ? "Compila" : "Correggi";

    private IReadOnlyList<(string Codice, string Parola)> Persone => [.. Responsabili.Select(r => (r.Id.ToString(), r.Nome))];

    private void OpenPaper()
    {
        var carta = Carta.Carta;
        Paper = new CartaForm { Esito = carta.Esito?.ToString(), Esaminato = carta.Esaminato, Nota = carta.Nota };
        (Aperto, ActErrors) = (Modulo.Carta, []);
    }

    private void OpenFinding()
    {
        Finding = new ConstatazioneForm { Gravita = Carta.Carta.Esito?.ToString() };
        (Aperto, _newId, ActErrors) = (Modulo.Constatazione, Guid.CreateVersion7(), []);
    }

    private async Task SavePaper()
    {
        if (await Act(new CompilaCarta(Audit.Id, Carta.Carta.Id, Paper, Audit.Version), "La carta di lavoro è salvata."))
        {
            Aperto = null;
        }
    }

    private async Task SaveFinding()
    {
        if (await Act(new AggiungiConstatazione(Audit.Id, _newId, Carta.Carta.Id, Finding, Audit.Version), "La constatazione è aggiunta."))
        {
            Aperto = null;
        }
    }
}
