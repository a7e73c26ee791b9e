using CigHub.Web.Common;
using CigHub.Web.Components.Lists;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>The columns of the sheet and of the print of the registro's list.</summary>
public sealed class RegistroColumns : ColumnSet<EventoRow>
{
    private RegistroColumns()
        : base(
            [
                new("N.", r => (long?)r.Seq) { Sheet = 10, Print = 1 },
                new("Quando", r => RomeTime.ToTheSecond(r.Utc)) { Sheet = 20, Print = 2 },
                new("Chi", r => r.Chi) { Sheet = 30, Print = 3 },
                new("Ruolo", r => r.Ruolo) { Sheet = 24, Print = 4 },
                new("Per quale Ente", r => r.Ente) { Sheet = 28 },
                new("Azione", r => r.Azione) { Sheet = 32 },
                new("Che cosa", r => r.Frase) { Sheet = 60, Print = 5 },
                new("Su", r => r.Oggetto) { Sheet = 44, Print = 6 },
                new("Motivi e dichiarazioni", r => r.Motivi) { Sheet = 60 },
                new("Esito", r => r.Negato ? "Negato" : "Riuscito") { Sheet = 10, Print = 7 },
                new("Impronta (SHA-256 con il prefisso 00)", r => r.Impronta) { Sheet = 66 },
            ])
    {
    }

    public static RegistroColumns Tutte { get; } = new();
}
