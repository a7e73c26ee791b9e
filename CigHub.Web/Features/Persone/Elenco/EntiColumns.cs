using CigHub.Web.Common;
using CigHub.Web.Components.Display;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Persone.UnEnte;

namespace CigHub.Web.Features.Persone.Elenco;

/// <summary>The columns of the list of Enti, on screen.</summary>
public sealed class EntiColumns : ColumnSet<EnteRow>
{
    private EntiColumns()
        : base(
            [
                new("Denominazione", e => e.Denominazione) { NamesRow = true, Link = e => AppRoutes.EnteDi(e.Id) },
                new("Codice fiscale", e => e.CodiceFiscale) { ValueClass = "codice" },
                new("Comune", e => e.Comune),
                new("AUSA", e => e.CodiceAusa) { ValueClass = "codice" },
                new("PEC", e => e.Pec) { CellClass = "valore" },
                new("Stato", e => Drawn.By<StatoEnte>((nameof(StatoEnte.ChiusoDal), e.ChiusoDal), (nameof(StatoEnte.Chiuso), e.Chiuso))),
            ])
    {
    }

    public static EntiColumns Tutte { get; } = new();
}
