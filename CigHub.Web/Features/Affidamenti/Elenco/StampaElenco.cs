using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>Records in the registro that the filtered list is printed. The page prints only after this command has succeeded.</summary>
[Limited(LimitedUse.Export)]
public sealed record StampaElenco(AffidamentiFilter Filter) : ICommand
{
    /// <summary>The most rows of a print, which fill about forty sheets of paper.</summary>
    public const int MaxRighe = 1_000;

    public static Permission Requires => Permission.LeggiAffidamenti;

    public static AttoDelegabile? Delegabile => AttoDelegabile.Consultare;

    public sealed class Handler(AffidamentiSearch ricerca) : ICommandHandler<StampaElenco>
    {
        public async Task<Result<Events>> Handle(StampaElenco command, Actor actor, CancellationToken ct)
        {
            var righe = await (await ricerca.Filtrati(command.Filter, actor.PersonaId)).Take(MaxRighe + 1).CountAsync(ct);
            if (righe == 0)
            {
                return new Error("stampa.vuota", "Con questi filtri non c'è nessun affidamento da stampare: allargali e riprova.");
            }

            if (righe > MaxRighe)
            {
                return new Error(
                    "stampa.troppi",
                    "Con questi filtri gli affidamenti sono più di 1.000, troppi per la carta: restringi i filtri, oppure usa «Esporta in xls».");
            }

            var dati = new JsonObject { ["filtro"] = command.Filter.Json(), ["righe"] = (long)righe };
            return Events.Of(new EventToWrite(Azioni.ElencoStampato, Oggetti.Elenco, Guid.CreateVersion7(), actor.EnteId, dati));
        }
    }
}
