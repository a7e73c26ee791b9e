using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Deleghe;

/// <summary>The form by which a RUP confers a delega.</summary>
public sealed partial class NuovaDelega
{
    private static readonly (string Codice, string Parola)[] Ambiti = [.. Enum.GetValues<AmbitoDelega>().Select(a => (a.ToString(), a.Nome()))];

    private static readonly (string Codice, string Parola)[] TipiDiAtto = [.. Enum.GetValues<TipoAttoDiNomina>().Select(t => (t.ToString(), t.Nome()))];

    private Guid _newId = Guid.CreateVersion7();

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required DelegaOptions Options { get; set; }

    /// <summary>The Affidamento from whose page the user came, which is ticked already. Null when the user came from elsewhere.</summary>
    [Parameter]
    public Guid? Affidamento { get; set; }

    private DelegaForm Form { get; set; } = new();

    private IReadOnlyList<(string Codice, string Parola)> Persone => [.. Options.Persone.Select(p => (p.Id.ToString(), p.Parole))];

    private IReadOnlyList<(string Codice, string Parola)> Convenzioni => [.. Options.Convenzioni.Select(c => (c.Id.ToString(), c.Titolo))];

    protected override void OnInitialized() => Form = Empty();

    private DelegaForm Empty()
    {
        var form = new DelegaForm { Dal = RomeTime.Text(Clock.Today()) };
        if (Affidamento is { } id && Options.Affidamenti.Any(a => a.Id == id))
        {
            form.Ambito = nameof(AmbitoDelega.Scelti);
            form.Tick(id, true);
        }

        return form;
    }

    private async Task Conferisci()
    {
        if (await Act(new ConferisciDelega(_newId, Form), OutcomeWords.DelegaConferita))
        {
            (_newId, Form) = (Guid.CreateVersion7(), Empty());
        }
    }
}
