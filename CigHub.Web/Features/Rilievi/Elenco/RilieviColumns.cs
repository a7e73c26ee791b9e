using CigHub.Domain.Rilievi;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Fogli;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>The columns of the sheet of the rilievi about the spending.</summary>
public sealed class RilieviColumns : ColumnSet<RilievoRow>
{
    private static readonly RilieviColumns _all = new();

    private RilieviColumns()
        : base(
            [
                new("Giorno", r => (DateOnly?)r.Giorno) { Sheet = 12 },
                new("Regola", r => r.Regola) { Sheet = 36 },
                new("Perché", r => r.Frase) { Sheet = 90 },
                new("Stato", r => r.Stato.Nome()) { Sheet = 20 },
                new("Motivo", r => r.Storia.Count > 0 ? r.Storia[0].Motivo : "") { Sheet = 50 },
                new("Ente", r => r.Ente) { Sheet = 36 },
                new("Convenzione", r => r.Convenzione ?? "") { Sheet = 50 },
                new("Su che cosa si fonda", r => r.ProveInRiga) { Sheet = 90 },
            ])
    {
    }

    /// <summary>Returns the description of the sheet with the rilievi of a choice.</summary>
    public static ListToExport<ListaRilievi, RilievoRow, EsportaSpesa> Sheet(RilieviFilter filter) => FoglioSpesa.Of<ListaRilievi, RilievoRow>(
        "da-verificare", _all, new SpesaFilter(), ["Rilievi da esaminare da una persona: nessuno è un giudizio."],
        (q, ct) => q.All(filter, Common.FogliDiCalcolo.XlsxWriter.MaxRows + 1, ct), filter.Address(""));
}
