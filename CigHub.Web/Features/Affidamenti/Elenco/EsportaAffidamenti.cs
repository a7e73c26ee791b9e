using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Security;
using CigHub.Web.Security.Limiti;
using CigHub.Web.WritePath;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>Hands out a file of the list that <see cref="EsportazioneAffidamenti"/> has made; leaves the event without which it is not handed out.</summary>
/// <param name="Id">Of the file among <see cref="FileInConsegna"/>: what it holds is the server's to say, not the caller's.</param>
[Limitato(Uso.Esportazione)]
public sealed record EsportaAffidamenti(Guid Id) : ICommand
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public sealed class Handler(FileInConsegna consegne) : ICommandHandler<EsportaAffidamenti>
    {
        public Task<Result<Eventi>> Handle(EsportaAffidamenti command, Actor actor, CancellationToken ct)
        {
            if (consegne.Trova(command.Id) is not { } file || file.Per != actor)
            {
                return Task.FromResult<Result<Eventi>>(CommandRunner.NonTrovato);
            }

            var dati = new JsonObject { ["filtro"] = file.Filtro.Json(), ["righe"] = (long)file.Righe, ["sha256"] = file.Sha256 };
            return Task.FromResult<Result<Eventi>>(Eventi.Di(new EventoDaScrivere(Azioni.ElencoEsportato, Oggetti.Elenco, command.Id, actor.EnteId, dati)));
        }
    }
}
