using CigHub.Domain.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Fogli;

namespace CigHub.Web.Features.Spesa.Riepiloghi;

/// <summary>The columns of the sheet with the sums by Ente, supplier, month or year.</summary>
public sealed class RiepilogoColumns : ColumnSet<RigaRiepilogo>
{
    private RiepilogoColumns(string prima, string annoPrima)
        : base(
            [
                new(prima, r => r.Nome) { Sheet = 48 },
                new("Aderito", r => (Importo?)r.Termini.Aderito) { Sheet = 18 },
                new("In corso di adesione", r => (Importo?)r.Termini.InCorso) { Sheet = 18 },
                new("Adesioni comunicate da CMRC", r => (Importo?)r.Termini.Comunicate) { Sheet = 18 },
                new("In tutto", r => (Importo?)r.Termini.Occupato) { Sheet = 18 },
                new(annoPrima, r => (Importo?)r.Prima) { Sheet = 18 },
                new("Variazione", r => SpesaWords.Change(r.Ora, r.Prima)) { Sheet = 18 },
            ])
    {
    }

    /// <summary>Returns the description of the sheet with the sums of a choice.</summary>
    public static ListToExport<RiepilogoSpesa, RigaRiepilogo, EsportaSpesa> Sheet(SpesaFilter filter, DimensioneSpesa per) =>
        FoglioSpesa.Of<RiepilogoSpesa, RigaRiepilogo>(
            $"per-{per.Word().ToLowerInvariant()}", new RiepilogoColumns(per.Word(), per.YearBefore()), filter, [],
            async (q, ct) => (await q.Run(filter, per, ct)).Righe);
}
