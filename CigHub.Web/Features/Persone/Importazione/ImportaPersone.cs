using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>
/// Adds the people of a sheet and gives them their roles, all or none, by the rules of the page of a person. What is in CigHub already
/// stays as it is.
/// </summary>
/// <param name="FileSha256">The SHA-256 of the sheet that they come from.</param>
[Limited(LimitedUse.Upload)]
public sealed record ImportaPersone(IReadOnlyList<RigaAnagrafe> Righe, string FileSha256) : ICommand
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public sealed class Rules : AbstractValidator<ImportaPersone>
    {
        public Rules()
        {
            RuleFor(c => c.Righe).RowsOfASheet();
            RuleFor(c => c.FileSha256).Length(64);
        }
    }

    public sealed class Handler(CigHubDbContext db, ControlloAnagrafe controllo) : ICommandHandler<ImportaPersone>
    {
        public async Task<Result<Events>> Handle(ImportaPersone command, Actor actor, CancellationToken ct)
        {
            var righe = await controllo.Persone(command.Righe, actor, ct);
            if (ImportedRows.Refusal(righe) is { } no)
            {
                return Result<Events>.Refused(no);
            }

            var fatte = righe.Select(r => r.Value).Where(r => r.Cambia).ToList();
            db.Persone.AddRange(fatte.Select(r => r.Persona).OfType<Persona>());
            db.Appartenenze.AddRange(fatte.Select(r => r.Ruolo).OfType<Appartenenza>());
            return ImportedRows.Events(fatte.SelectMany(r => Eventi(r, command.FileSha256, fatte.Count)));
        }
    }

    /// <summary>Returns the events of a row, those that the page of a person would have written.</summary>
    /// <param name="sha256">The SHA-256 of the sheet, or null when the row comes from a page.</param>
    internal static IEnumerable<EventToWrite> Eventi(RigaControllata riga, string? sha256 = null, int righe = 1)
    {
        if (riga.Persona is { } persona)
        {
            yield return new EventToWrite(Azioni.PersonaSalvata, Oggetti.Persona, persona.Id, null, Dati());
        }

        if (riga.Ruolo is { } ruolo)
        {
            yield return new EventToWrite(Azioni.RuoloAssegnato, Oggetti.Persona, ruolo.PersonaId, ruolo.EnteId, Dati());
        }

        System.Text.Json.Nodes.JsonObject? Dati() => sha256 is null ? null : ImportedRows.Data(sha256, righe);
    }
}
