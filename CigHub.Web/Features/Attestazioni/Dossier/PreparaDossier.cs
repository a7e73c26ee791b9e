using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Attestazioni.Dossier;

/// <summary>Records that a dossier was made, with its SHA-256, after which its maker may download it.</summary>
/// <param name="Id">The id of the dossier among <see cref="DossierFiles"/>. The server, not the caller, says what it holds.</param>
[Limited(LimitedUse.Export)]
public sealed record PreparaDossier(Guid Id) : ICommand
{
    public static Permission Requires => Permission.LeggiRegistro;

    public sealed class Handler(DossierFiles files) : ICommandHandler<PreparaDossier>
    {
        public Task<Result<Events>> Handle(PreparaDossier command, Actor actor, CancellationToken ct) => Task.FromResult(
            files.Unrecorded(command.Id, actor) is { } made
                ? Events.Of(new EventToWrite(Azioni.DossierPreparato, Oggetti.Registro, Guid.Empty, actor.EnteId, Data(made)))
                : Result<Events>.Refused([CommandRunner.NotFound]));

        private static JsonObject Data(ReadyDossier made)
        {
            var dati = new JsonObject
            {
                ["sha256"] = made.Sha256,
                ["eventi"] = made.Summary.Eventi,
                ["attestazione"] = (long)made.Summary.Attestazione,
            };
            if (made.Summary.Pseudonimi)
            {
                dati["pseudonimi"] = true;
            }

            return dati;
        }
    }
}
