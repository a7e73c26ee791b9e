using CigHub.Domain.DueDiligence;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.DueDiligence;

/// <summary>
/// The form of a new check about a supplier, of a Lotto or of an Affidamento. The check has its id from the opening of the form, so that the
/// same one is never recorded twice.
/// </summary>
public sealed partial class NuovaVerifica
{
    private const string Recorded = "La verifica è registrata.";

    private static readonly IReadOnlyList<(string, string)>
        _kinds = [.. Enum.GetValues<TipoVerifica>().Select(t => (t.ToString(), t.Nome()))],
        _bodies = [.. Enum.GetValues<ChiVerifica>().Select(c => (c.ToString(), c.Nome()))],
        _outcomes = [.. Enum.GetValues<EsitoDueDiligence>().Select(e => (e.ToString(), e.Nome()))];

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter, EditorRequired]
    public required DueDiligenceView View { get; set; }

    internal override string Prefix => "Verifica";

    private bool IsOpen { get; set; }

    private VerificaFornitoreForm Form { get; set; } = new();

    private Guid VerificaId { get; set; }

    private IReadOnlyList<(string, string)> Suppliers => [.. View.Fornitori.Select(f => (f.Fornitore.CodiceFiscale, f.Fornitore.Denominazione))];

    private string Field(string name) => Prefix + name;

    /// <summary>Opens the form with what is most likely: the only supplier, the body that keeps the register, in order, today.</summary>
    private void Open()
    {
        (VerificaId, IsOpen) = (Guid.CreateVersion7(), true);
        Form = new VerificaFornitoreForm
        {
            Fornitore = View.Fornitori.Count == 1 ? View.Fornitori[0].Fornitore.CodiceFiscale : null,
            Chi = (View.AffidamentoId is null ? ChiVerifica.Cmrc : ChiVerifica.Ente).ToString(),
            Esito = nameof(EsitoDueDiligence.Regolare),
            Giorno = RomeTime.Text(Clock.Today()),
        };
    }

    private async Task Save()
    {
        if (FileError is not null)
        {
            return;
        }

        var saved = View.AffidamentoId is { } affidamento
            ? await Act(new RegistraVerificaAffidamento(affidamento, VerificaId, Form, File), Recorded)
            : await Act(new RegistraVerificaLotto(View.LottoId, VerificaId, Form, File), Recorded);
        if (saved)
        {
            Close();
        }
    }

    private void Close()
    {
        (IsOpen, ActErrors) = (false, []);
        SenzaFile();
    }
}
