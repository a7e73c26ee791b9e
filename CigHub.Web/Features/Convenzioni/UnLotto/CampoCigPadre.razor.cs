using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>
/// Input field of the CIG Padre, checked while the user types. It says why a code is not a valid CIG and proposes valid ones that differ
/// little. It never corrects the code by itself.
/// </summary>
public sealed partial class CampoCigPadre
{
    private const string Nome = nameof(LottoForm.CigPadre);

    private const int MaxVicini = 5;

    /// <summary>
    /// The code in the field when the last save was refused. The errors of that save are shown only while the field still has this code.
    /// </summary>
    private string? _rifiutato;

    private IReadOnlyList<Error>? _ultimi;

    [CascadingParameter]
    public IReadOnlyList<Error>? Errors { get; set; }

    [Parameter, EditorRequired]
    public string? Value { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string?> ValueChanged { get; set; }

    private IReadOnlyList<Error> Shown { get; set; } = [];

    private IReadOnlyList<Cig> Vicini { get; set; } = [];

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_ultimi, Errors))
        {
            (_ultimi, _rifiutato) = (Errors, Value);
        }

        var letto = Cig.Leggi(Value);
        Vicini = letto.IsSuccess ? [] : [.. RicercaCig.Vicini(Value).Take(MaxVicini)];
        Shown = !letto.IsSuccess && !string.IsNullOrWhiteSpace(Value) ? [letto.Errors[0] with { Field = Nome }]
            : letto.TryGet(out var cig) && Lotto.AmmetteCigPadre(cig) is { IsSuccess: false } no ? [no.Errors[0] with { Field = Nome }]
            : _rifiutato == Value ? Errors ?? []
            : [];
    }

    private Task Change(string? testo) => ValueChanged.InvokeAsync(testo);
}
