using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Components.Lists;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CigHub.Web.Features.Spesa;

/// <summary>The columns of the table of the spending, with one Convenzione in each row.</summary>
public sealed class SpesaColumns : ColumnSet<SpesaRow>
{
    private SpesaColumns()
        : base(
            [
                new("Convenzione", v => v.Titolo)
                {
                    NamesRow = true, Link = v => AppRoutes.ConvenzioneDi(v.ConvenzioneId), Beside = v => v.Sforamento ? DaRegolarizzare : null,
                },
                new("Si può aderire fino al", v => v.AdesioniAl),
                new("Massimale", v => v.Massimale),
                new("Aderito", v => v.Aderito),
                new("In corso di adesione", v => v.Riservato),
                new("Adesioni comunicate da CMRC", v => v.AltreAdesioni),
                new("Residuo", v => v.Residuo) { Strong = true },
            ])
    {
    }

    public static SpesaColumns Tutte { get; } = new();

    private static RenderFragment DaRegolarizzare => Drawn.By<StateChip>(
        (nameof(StateChip.Text), "Oltre il massimale"),
        (nameof(StateChip.Icon), Icons.Material.Outlined.Warning),
        (nameof(StateChip.Color), Color.Error));
}
