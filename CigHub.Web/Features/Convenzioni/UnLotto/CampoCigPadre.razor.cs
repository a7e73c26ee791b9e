using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>The CIG Padre, checked as soon as it is typed: why it is not one, and the valid codes near it. It proposes, it never corrects.</summary>
public sealed partial class CampoCigPadre
{
    private const string Nome = nameof(ModuloLotto.CigPadre);

    private const int MaxVicini = 5;

    /// <summary>What the last save was about: its refusal says nothing of a code typed since.</summary>
    private string? _rifiutato;

    private IReadOnlyList<Error>? _ultimi;

    [CascadingParameter]
    public IReadOnlyList<Error>? Errori { get; set; }

    [Parameter, EditorRequired]
    public string? Value { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string?> ValueChanged { get; set; }

    private IReadOnlyList<Error> Mostrati { get; set; } = [];

    private IReadOnlyList<Cig> Vicini { get; set; } = [];

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_ultimi, Errori))
        {
            (_ultimi, _rifiutato) = (Errori, Value);
        }

        var letto = Cig.Leggi(Value);
        Vicini = letto.IsSuccess ? [] : [.. RicercaCig.Vicini(Value).Take(MaxVicini)];
        Mostrati = !letto.IsSuccess && !string.IsNullOrWhiteSpace(Value) ? [letto.Errors[0] with { Field = Nome }]
            : _rifiutato == Value ? Errori ?? []
            : [];
    }

    private Task Cambia(string? testo) => ValueChanged.InvokeAsync(testo);
}
