using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// Adds an atto to the fascicolo, with its file if there is one. The bytes of a file are stored once, under their hash. The registro keeps
/// only the hash.
/// </summary>
/// <param name="AttoId">A Guid v7 made by the page.</param>
[Limited(LimitedUse.Upload)]
public sealed record AggiungiAtto(Guid AffidamentoId, Guid AttoId, AttoForm Form, int Version, ChosenFile? File = null)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>, IMayCarryFile
{
    public static Permission Requires => Permission.PreparaBozza;

    public static AttoDelegabile? Delegabile => AttoDelegabile.TenereFascicolo;

    Guid IVersioned.RootId => AffidamentoId;

    bool IMayCarryFile.CarriesFile => File is not null;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<AggiungiAtto>
    {
        public async Task<Result<Events>> Handle(AggiungiAtto command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var letto = command.Form.Read(command.File, out var file);
            if (!letto.TryGet(out var scritto))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var esito = affidamento.AggiungiAtto(command.AttoId, scritto.Dati, scritto.Firmatario, file, clock.Today(), clock.GetUtcNow().UtcDateTime);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            if (file is not null)
            {
                await db.Tieni(file, command.File!.Byte, ct);
            }

            var evento = new JsonObject
            {
                ["atto"] = command.AttoId.ToString(),
                ["tipo"] = NomiRegistrati.Valore(scritto.Dati.Tipo),
                ["sha256"] = file?.Sha256
            };
            return Events.Of(new EventToWrite(Azioni.AttoAggiunto, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, evento));
        }
    }
}
