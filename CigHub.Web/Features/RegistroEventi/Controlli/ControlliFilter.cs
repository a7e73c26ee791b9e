using System.Globalization;
using CigHub.Domain.Codici;
using CigHub.Web.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data;
using CigHub.Web.Features.RegistroEventi.Elenco;

namespace CigHub.Web.Features.RegistroEventi.Controlli;

/// <summary>The values of the filters of the changes to the controls. Each member is also a parameter in the page's address.</summary>
/// <param name="Tipo">The key of a <see cref="TipoDiControllo"/>.</param>
/// <param name="Persona">Words of the name of the person who made the change.</param>
/// <param name="Dal">The first local day, inclusive.</param>
/// <param name="Al">The last local day, inclusive.</param>
public sealed record ControlliFilter(string? Tipo = null, string? Persona = null, DateOnly? Dal = null, DateOnly? Al = null)
{
    /// <summary>Returns the address of a page of the list with this filter.</summary>
    public string Address(int pagina = 1) => ListAddress.Write(
        AppRoutes.ModificheAiControlli,
        [.. ControlliFilterSet.Tutti.Values(this), new("Pagina", pagina == 1 ? null : pagina.ToString(CultureInfo.InvariantCulture))]);
}

/// <summary>The filters of the changes to the controls. The query turns them into those of the registro's list.</summary>
public sealed class ControlliFilterSet : FilterSet<ControlliFilter, RigaRegistro, object?>
{
    private ControlliFilterSet()
        : base(
            new ControlliFilter(),
            [
                Option(
                    "Tipo", "Controllo", f => f.Tipo, (f, v) => f with { Tipo = v }, [("", "Tutti"), .. TipoDiControllo.Tutti.Select(t => (t.Chiave, t.Nome))],
                    (e, _) => e) with { InSight = true },
                Text("Persona", "Persona", f => f.Persona, (f, v) => f with { Persona = v }, (e, _) => e) with { InSight = true },
                Day("Dal", "Dal", f => f.Dal, (f, v) => f with { Dal = v }, (e, _) => e) with { InSight = true },
                Day("Al", "Al", f => f.Al, (f, v) => f with { Al = v }, (e, _) => e) with { InSight = true },
            ])
    {
    }

    public static ControlliFilterSet Tutti { get; } = new();

    public override string? Refusal(ControlliFilter filter) =>
        filter.Dal > filter.Al ? "Il primo giorno viene dopo l'ultimo: correggi uno dei due."
        : filter.Persona is { } persona && FoldedText.Parole(persona).Count(char.IsLetterOrDigit) < EventiFilterSet.MinCaratteri
            ? $"Per cercare scrivi almeno {EventiFilterSet.MinCaratteri} lettere o cifre."
        : null;
}
