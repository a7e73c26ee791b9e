using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Adempimenti;

/// <summary>The form of a yearly declaration or of a training: kind, day and act.</summary>
public sealed class AdempimentoForm
{
    public string? Tipo { get; set; }

    public string? Giorno { get; set; }

    public string? Atto { get; set; }
}

/// <summary>Records that a person made the yearly declaration, or attended a training, as act and date only.</summary>
/// <param name="Id">A Guid v7 made by the page when the form opens, so that the same act is never recorded twice.</param>
public sealed record RegistraAdempimento(Guid Id, Guid PersonaId, AdempimentoForm Form) : ICommand
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RegistraAdempimento>
    {
        public async Task<Result<Events>> Handle(RegistraAdempimento command, Actor actor, CancellationToken ct)
        {
            if (command.PersonaId == actor.PersonaId)
            {
                return new Error("adempimento.proprio", "Questi atti sono tuoi: li registra un altro Amministratore.");
            }

            if (await db.Persone.SingleOrDefaultAsync(p => p.Id == command.PersonaId, ct) is not { } persona)
            {
                return CommandRunner.NotFound;
            }

            var reader = new FormReader();
            var tipo = reader.Choice<TipoAdempimento>(nameof(AdempimentoForm.Tipo), command.Form.Tipo, "Scegli che cosa registri.");
            var giorno = reader.Date(nameof(AdempimentoForm.Giorno), command.Form.Giorno);
            var atto = reader.Text(
                nameof(AdempimentoForm.Atto), command.Form.Atto, Adempimento.MaxAtto, "Scrivi il protocollo della dichiarazione, o l'attestato.");
            if (reader.Outcome(() => atto) is { IsSuccess: false } illeggibile)
            {
                return Result<Events>.Refused(illeggibile.Errors);
            }

            var esito = Adempimento.Nuovo(command.Id, persona.Id, tipo, giorno, atto, actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            if (!esito.TryGet(out var adempimento))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            db.Adempimenti.Add(adempimento);
            return Events.Of(new EventToWrite(Azioni.AdempimentoRegistrato, Oggetti.Persona, persona.Id, null));
        }
    }
}
