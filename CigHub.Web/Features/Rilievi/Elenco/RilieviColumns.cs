using CigHub.Domain.Rilievi;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Fogli;

namespace CigHub.Web.Features.Rilievi.Elenco;

/// <summary>The columns of the sheets of rilievi, about the spending and about the controls.</summary>
public sealed class RilieviColumns : ColumnSet<RilievoRow>
{
    public static readonly RilieviColumns All = new();

    /// <summary>The line of the sheet above the captions.</summary>
    internal const string DaEsaminare = "Rilievi da esaminare da una persona: nessuno è un giudizio.";

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
        "da-verificare", All, new SpesaFilter(), [DaEsaminare],
        (q, ct) => q.All(filter, Common.FogliDiCalcolo.XlsxWriter.MaxRows + 1, ct), filter.Address(""));
}
