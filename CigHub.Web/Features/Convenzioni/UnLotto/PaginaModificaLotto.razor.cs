using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>The page with the form of a new or an existing Lotto. New AD4 on the Lotto are filled in with its data.</summary>
public sealed partial class PaginaModificaLotto
{
    private readonly Guid _newId = Guid.CreateVersion7();

    [Inject]
    public required ListeInVigore InVigore { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    /// <summary>The id of the Lotto to change. Null for a new Lotto.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The id of the Convenzione to which a new Lotto will belong.</summary>
    [Parameter]
    public Guid ConvenzioneId { get; set; }

    protected override Guid Subject => Id ?? ConvenzioneId;

    private RaccoltaListe Liste => InVigore.Correnti;

    private Convenzione? Convenzione { get; set; }

    /// <summary>The number of the Lotto whose characteristics the form of a new Lotto has copied. Null when nothing was copied.</summary>
    private int? Ripresi { get; set; }

    private static IReadOnlyList<(string Codice, string Parola)> EsitiPadre { get; } = [.. Enum.GetValues<EsitoPadre>().Select(e => (e.ToString(), e.Nome()))];

    private IReadOnlyList<(string Codice, string Parola)> TipiDiAppalto =>
        [.. Liste.OggettoContratto.Offerte(Clock.Today(), Form?.OggettoContratto).Select(v => (v.Codice, v.Etichetta))];

    protected override async Task<Saved?> ReadAgain()
    {
        if (Id is { } id)
        {
            var details = await Read<DettaglioLotto, LottoDetails>(q => q.Run(id));
            Convenzione = details?.Convenzione;
            return details is null ? null : new Saved(LottoForm.Of(details.Lotto), details.Lotto.Version);
        }

        var voce = await Read<DettaglioConvenzione, ConvenzioneRow>(q => q.Run(ConvenzioneId));
        Convenzione = voce?.Convenzione;
        Ripresi = voce?.Lotti.Max(v => (int?)v.Lotto.Numero);
        return voce is null ? null : new Saved(LottoForm.Nuovo([.. voce.Lotti.Select(v => v.Lotto)]), null);
    }

    private Task Save()
    {
        var lotto = Id ?? _newId;
        return Save(new SalvaLotto(lotto, Convenzione!.Id, Form!, Version), OfficeOutcomeWords.Salvato, AppRoutes.LottoDi(lotto));
    }
}
