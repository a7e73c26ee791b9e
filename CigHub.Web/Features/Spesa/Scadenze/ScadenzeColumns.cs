using CigHub.Domain.Common;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Fogli;

namespace CigHub.Web.Features.Spesa.Scadenze;

/// <summary>The columns of the sheet of the last days that come soon.</summary>
public sealed class ScadenzeColumns : ColumnSet<ScadenzaRow>
{
    private static readonly ScadenzeColumns _all = new();

    private ScadenzeColumns()
        : base(
            [
                new("Giorno", r => (DateOnly?)r.Giorno) { Sheet = 12 },
                new("Mancano giorni", r => (long?)r.Giorni) { Sheet = 15 },
                new("Che cosa", r => r.Parole) { Sheet = 34 },
                new("Oggetto", r => r.Oggetto) { Sheet = 60 },
                new("Ente", r => r.Ente ?? "Tutti gli Enti") { Sheet = 36 },
            ])
    {
    }

    /// <summary>Returns the description of the sheet with the last days within some days.</summary>
    public static ListToExport<ScadenzeSpesa, ScadenzaRow, EsportaSpesa> Sheet(int giorni) => FoglioSpesa.Of<ScadenzeSpesa, ScadenzaRow>(
        "scadenze", _all, new SpesaFilter(), [$"Scadenze entro {Plural.Of(giorni, "giorno", "giorni")}"],
        async (q, ct) => (await q.Run(giorni, null, ct)).Righe,
        $"?entro={giorni}");
}
