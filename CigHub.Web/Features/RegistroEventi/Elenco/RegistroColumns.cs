using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Components.Lists;
using CigHub.Web.Data.Preferenze;
using CigHub.Web.UseCases;
using MudBlazor;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>The columns of the registro's list on screen, in the sheet and in the print.</summary>
public sealed class RegistroColumns : ColumnSet<EventoRow>
{
    private RegistroColumns()
        : base(
            [
                new("N.", r => (long?)r.Seq)
                {
                    Name = "N", Sheet = 10, Print = 1, Place = 1, NamesRow = true,
                    Draw = r => Drawn.By<NumeroEvento>((nameof(NumeroEvento.Seq), r.Seq)),
                },
                new("Quando", r => RomeTime.ToTheSecond(r.Utc))
                {
                    Sheet = 20, Print = 2, Place = 2, Draw = r => Drawn.By<MomentText>((nameof(MomentText.Utc), r.Utc)),
                },
                new("Chi", r => r.Chi) { Sheet = 30, Print = 3, Place = 3 },
                new("Ruolo", r => r.Ruolo) { Sheet = 24, Print = 4 },
                new("Per quale Ente", r => r.Ente) { Name = "Ente", Sheet = 28 },
                new("Azione", r => r.Azione) { Sheet = 32 },
                new("Che cosa", r => r.Frase) { Name = "CheCosa", Sheet = 60, Print = 5, Place = 4 },
                new("Su", r => r.Oggetto) { Sheet = 44, Print = 6, Place = 5 },
                new("Motivi e dichiarazioni", r => r.Motivi) { Name = "Motivi", Sheet = 60 },
                new("Esito", r => r.Negato ? "Negato" : "Riuscito")
                {
                    Sheet = 10, Print = 7, Place = 6,
                    Draw = r => r.Negato
                        ? StateChip.Of("Negato", Icons.Material.Outlined.Block, Color.Error)
                        : StateChip.Of("Riuscito", Icons.Material.Outlined.Check, Color.Success),
                },
                new("Impronta (SHA-256 con il prefisso 00)", r => r.Impronta) { Name = "Impronta", Sheet = 66, CellClass = "codice valore" },
            ])
    {
    }

    public static RegistroColumns Tutte { get; } = new();

    public static DeclaredList<EventoRow, EventiFilter> Lista { get; } =
        new(ListKey.RegistroEventi, AppRoutes.RegistroEventi, Permission.LeggiRegistro, Tutte, EventiFilterSet.Tutti);
}
