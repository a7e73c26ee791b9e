using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Components.Lists;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Spesa.Comune;
using CigHub.Web.Features.Spesa.Fogli;

namespace CigHub.Web.Features.Spesa.Movimenti;

/// <summary>The columns of the sheet with the ledger rows behind an amount.</summary>
public sealed class MovimentiColumns : ColumnSet<MovimentoSpesaRow>
{
    private static readonly MovimentiColumns _all = new();

    private MovimentiColumns()
        : base(
            [
                new("Giorno", r => (DateOnly?)r.Giorno) { Sheet = 12 },
                new("Registrato il", r => (DateOnly?)r.RegistratoIl) { Sheet = 12 },
                new("Movimento", r => r.Tipo.Word()) { Sheet = 30 },
                new("Convenzione", r => r.Convenzione) { Sheet = 40 },
                new("Lotto", r => (long?)r.Lotto) { Sheet = 8 },
                new("Ente", r => r.Ente ?? (r.Tipo == TipoMovimento.AltreAdesioni ? SpesaWords.FuoriDaCigHub : "")) { Sheet = 36 },
                new("Affidamento", r => r.Numero?.ToString()) { Sheet = 16 },
                new("Riferimento", r => r.Riferimento) { Sheet = 30 },
                new("Importo", r => (Importo?)r.Importo) { Sheet = 18 },
            ])
    {
    }

    /// <summary>Returns the description of the sheet with all rows of a choice that the user may see one by one.</summary>
    /// <param name="altri">The amount of the Enti that the user may not see one by one, which the sheet says above its rows.</param>
    public static ListToExport<MovimentiSpesa, MovimentoSpesaRow, EsportaSpesa> Sheet(SpesaFilter filter, Importo altri) =>
        FoglioSpesa.Of<MovimentiSpesa, MovimentoSpesaRow>(
            "movimenti", _all, filter,
            [
                filter.Voce is { } voce ? $"Movimenti: {voce.Name()}" : "Movimenti",
                .. altri == Importo.Zero ? (string[])[] : [$"{SpesaWords.AltriEnti}, fuori da queste righe: {altri:E}"],
            ],
            (q, quante, ct) => q.Count(filter, quante, ct),
            (q, quante, ct) => q.Each(filter, quante, ct));
}
