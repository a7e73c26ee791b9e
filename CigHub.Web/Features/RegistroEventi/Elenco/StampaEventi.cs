using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.RegistroEventi.Elenco;

/// <summary>Records in the registro that its filtered list is printed. The page prints only after this command has succeeded.</summary>
[Limited(LimitedUse.Export)]
public sealed record StampaEventi(EventiFilter Filter) : ICommand
{
    /// <summary>The most rows of a print, which fill about forty sheets of paper.</summary>
    public const int MaxRighe = 1_000;

    public static Permission Requires => Permission.LeggiRegistro;

    public sealed class Handler(CigHubDbContext db, Ambito ambito, ITextSearch texts) : ICommandHandler<StampaEventi>
    {
        public async Task<Result<Events>> Handle(StampaEventi command, Actor actor, CancellationToken ct)
        {
            var search = await EventiSearch.Of(command.Filter, db, ambito, texts, ct);
            var righe = await search.Count(MaxRighe + 1, ct);
            if (righe == 0)
            {
                return new Error("stampa.vuota", "Con questi filtri non c'è nessun evento da stampare: allargali e riprova.");
            }

            if (righe > MaxRighe)
            {
                return new Error(
                    "stampa.troppi", "Con questi filtri gli eventi sono più di 1.000, troppi per la carta: restringi i filtri, oppure esporta in xlsx.");
            }

            var dati = new JsonObject { ["filtro"] = command.Filter.Json(search.Scope.Persone), ["righe"] = (long)righe };
            return Events.Of(new EventToWrite(Azioni.RegistroStampato, Oggetti.Registro, Guid.Empty, actor.EnteId, dati));
        }
    }
}
