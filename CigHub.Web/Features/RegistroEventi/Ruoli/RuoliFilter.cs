using System.Globalization;
using CigHub.Domain.Codici;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Security;

namespace CigHub.Web.Features.RegistroEventi.Ruoli;

/// <summary>The values of the filters of the roles and deleghe. Each member is also a parameter in the page's address.</summary>
/// <param name="Dal">The first day of the period, inclusive.</param>
/// <param name="Al">The last day of the period, inclusive.</param>
/// <param name="Da">Says which roles alone are shown: those recorded later, or those without their act.</param>
public sealed record RuoliFilter(
    DateOnly? Dal = null, DateOnly? Al = null, string? Persona = null, Ruolo? Ruolo = null, string? Ente = null, RuoliDaGuardare? Da = null)
{
    /// <summary>
    /// Returns the first and last day of the period. Without days it is the present day. A period without an end ends today, one without a
    /// beginning has none.
    /// </summary>
    public (DateOnly Dal, DateOnly Al) Period(DateOnly oggi) => (Dal ?? (Al is null ? oggi : DateOnly.MinValue), Al ?? (Dal > oggi ? Dal.Value : oggi));

    /// <summary>Returns the address of a page of the list with this filter.</summary>
    public string Address(int pagina = 1) => ListAddress.Write(
        AppRoutes.RuoliNelTempo,
        [.. RuoliFilterSet.Tutti.Values(this), new("Pagina", pagina == 1 ? null : pagina.ToString(CultureInfo.InvariantCulture))]);
}

/// <summary>The roles that an Auditor looks at first.</summary>
public enum RuoliDaGuardare
{
    /// <summary>The roles that were recorded after their first day.</summary>
    RegistratiDopo,

    /// <summary>The roles that need an act which has not been recorded.</summary>
    SenzaAtto,
}

/// <summary>The filters of the roles and deleghe. The rows are few, so they are filtered in memory.</summary>
public sealed class RuoliFilterSet : FilterSet<RuoliFilter, RuoloRow, object?>
{
    private RuoliFilterSet()
        : base(
            new RuoliFilter(),
            [
                Day("Dal", "Dal", f => f.Dal, (f, v) => f with { Dal = v }, (r, _) => r) with { InSight = true },
                Day("Al", "Al", f => f.Al, (f, v) => f with { Al = v }, (r, _) => r) with { InSight = true },
                Text("Persona", "Persona", f => f.Persona, (f, v) => f with { Persona = v }, (r, v) => r.Where(x => Has(x.Persona, v))) with { InSight = true },
                Choice<Ruolo>("Ruolo", "Ruolo", f => f.Ruolo, (f, v) => f with { Ruolo = v }, v => v.Name(), (r, v, _) => r.Where(x => x.Ruolo == v)) with
                {
                    InSight = true,
                },
                Text("Ente", "Ente", f => f.Ente, (f, v) => f with { Ente = v }, (r, v) => r.Where(x => Has(x.Ente, v))) with { InSight = true },
                Choice<RuoliDaGuardare>(
                    "Da", "Da guardare", f => f.Da, (f, v) => f with { Da = v }, Words,
                    (r, v, _) => r.Where(x => v == RuoliDaGuardare.RegistratiDopo ? x.RegistratoDopo : x.AttoMancante)) with { InSight = true },
            ])
    {
    }

    public static RuoliFilterSet Tutti { get; } = new();

    public override string? Refusal(RuoliFilter filter) => filter.Dal > filter.Al ? "Il primo giorno viene dopo l'ultimo: correggi uno dei due." : null;

    /// <summary>Keeps the rows that the filter finds.</summary>
    public async Task<IEnumerable<RuoloRow>> Of(IEnumerable<RuoloRow> rows, RuoliFilter filter) => await Narrow(rows.AsQueryable(), filter, null);

    private static string Words(RuoliDaGuardare which) => which == RuoliDaGuardare.RegistratiDopo ? "Registrati dopo la decorrenza" : "Senza l'atto di nomina";

    private static bool Has(string name, string text) => FoldedWords(text).All(w => FoldedText.Parole(name).Contains($" {w}", StringComparison.Ordinal));

    private static IEnumerable<string> FoldedWords(string text) => FoldedText.Parole(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
