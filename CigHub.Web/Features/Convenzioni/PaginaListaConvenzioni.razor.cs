using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>
/// The page of the list of Convenzioni, with their Lotti and Residuo, from which a user begins an adhesion. The filter is in the address.
/// Without a filter the page shows the open Convenzioni.
/// </summary>
public sealed partial class PaginaListaConvenzioni
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [SupplyParameterFromQuery(Name = "cerca")]
    public string? Cerca { get; set; }

    [SupplyParameterFromQuery(Name = "stato")]
    public string? Stato { get; set; }

    [SupplyParameterFromQuery(Name = "lotti")]
    public string? Lotti { get; set; }

    private StatoCatalogo StatoChiesto =>
        Enum.TryParse<StatoCatalogo>(Stato, ignoreCase: true, out var stato) && Enum.IsDefined(stato) ? stato : StatoCatalogo.Aperte;

    private CondizioneLotto? LottiChiesti => Enum.TryParse<CondizioneLotto>(Lotti, ignoreCase: true, out var lotti) && Enum.IsDefined(lotti) ? lotti : null;

    private bool Filtrato => !string.IsNullOrWhiteSpace(Cerca) || StatoChiesto != StatoCatalogo.Aperte || LottiChiesti is not null;

    private string? Searched { get; set; }

    private StatoCatalogo Chosen { get; set; }

    private CondizioneLotto? LottiScelti { get; set; }

    private IReadOnlyList<ConvenzioneRow>? Voci { get; set; }

    /// <summary>The number of the newest Affidamenti of the user's Ente on each Lotto. Empty for a user who prepares none.</summary>
    private IReadOnlyDictionary<Guid, int> Usi { get; set; } = new Dictionary<Guid, int>();

    /// <summary>The number of results: the Lotti when the list is filtered by a condition of Lotti, otherwise the Convenzioni.</summary>
    private int Total => LottiChiesti is null ? Voci!.Count : Voci!.Sum(v => v.Lotti.Count);

    private string Count => LottiChiesti is null
        ? Plural.Of(Total, "Convenzione", "Convenzioni")
            + (Filtrato ? " con questi filtri" : Plural.Word(Total, " aperta alle adesioni", " aperte alle adesioni"))
        : $"{Plural.Of(Total, "Lotto", "Lotti")} con questi filtri, in {Plural.Of(Voci!.Count, "Convenzione", "Convenzioni")}";

    protected override async Task LoadAsync()
    {
        (Searched, Chosen, LottiScelti) = (Cerca, StatoChiesto, LottiChiesti);
        var voci = await Read<ListaConvenzioni, IReadOnlyList<ConvenzioneRow>>(
            async q => await q.Run(new ConvenzioniFilter(Cerca, StatoChiesto, LottiChiesti))) ?? [];
        if (User!.MayInOwnRole(Permission.PreparaBozza))
        {
            Usi = await Read<LottiUsati, IReadOnlyDictionary<Guid, int>>(async q => await q.Run(User.Actor)) ?? Usi;
        }

        // The Lotti that the Ente uses most come first, and with them their Convenzioni. The others keep their order. Convenzioni that do not
        // admit the Ente come last.
        Voci = [.. voci.Select(v => v with { Lotti = [.. v.Lotti.OrderByDescending(l => Used(l.Lotto.Id))] })
            .OrderBy(v => Apertura.LeavesOut(User, v.Convenzione))
            .ThenByDescending(v => v.Lotti.Select(l => Used(l.Lotto.Id)).DefaultIfEmpty().Max())];
    }

    private int Used(Guid lotto) => Usi.GetValueOrDefault(lotto);

    /// <summary>Returns the words about the end of the dates for adhesions, when it is near. Null otherwise.</summary>
    private string? Scade(DateOnly ultimo) => ultimo.DayNumber - Clock.Today().DayNumber is >= 0 and <= ConvenzioniPerStato.GiorniAllaFine and var giorni
        ? giorni == 0 ? "scade oggi" : $"scade tra {Plural.Of(giorni, "giorno", "giorni")}"
        : null;

    private void Filter() => Navigation.NavigateTo(AppRoutes.ConvenzioniCon(Searched?.Trim(), Stati(Chosen), LottiScelti?.ToString()));

    /// <summary>
    /// Returns the value of the state in the page's address. Returns null for the open Convenzioni, which the page shows when the address
    /// has no state.
    /// </summary>
    private static string? Stati(StatoCatalogo stato) => stato == StatoCatalogo.Aperte ? null : stato.ToString();
}
