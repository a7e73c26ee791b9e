using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>Adds the Enti of a sheet, all or none. An Ente whose codice fiscale is in CigHub already stays as it is.</summary>
/// <param name="FileSha256">The SHA-256 of the sheet that they come from.</param>
[Limited(LimitedUse.Upload)]
public sealed record ImportaEnti(IReadOnlyList<RigaAnagrafe> Righe, string FileSha256) : ICommand
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public sealed class Rules : AbstractValidator<ImportaEnti>
    {
        public Rules()
        {
            RuleFor(c => c.Righe).RowsOfASheet();
            RuleFor(c => c.FileSha256).Length(64);
        }
    }

    public sealed class Handler(CigHubDbContext db, ControlloAnagrafe controllo) : ICommandHandler<ImportaEnti>
    {
        public async Task<Result<Events>> Handle(ImportaEnti command, Actor actor, CancellationToken ct)
        {
            var righe = await controllo.Enti(command.Righe, ct);
            if (ImportedRows.Refusal(righe) is { } no)
            {
                return Result<Events>.Refused(no);
            }

            var nuovi = righe.Select(r => r.Value.Ente).OfType<Domain.Persone.Ente>().ToList();
            db.Enti.AddRange(nuovi);
            return ImportedRows.Events(
                nuovi.Select(e => new EventToWrite(Azioni.EnteSalvato, Oggetti.Ente, e.Id, e.Id, ImportedRows.Data(command.FileSha256, nuovi.Count))));
        }
    }
}

/// <summary>The shape and the events that the imports of Enti and of people have in common.</summary>
internal static class ImportedRows
{
    /// <summary>Requires at least one row, and no more than one import may have.</summary>
    public static void RowsOfASheet<T>(this IRuleBuilderInitial<T, IReadOnlyList<RigaAnagrafe>> righe) => righe
        .NotEmpty().WithErrorCode("foglio.senza-righe").WithMessage("Non c'è nessuna riga da importare.")
        .Must(r => r.Count <= AnagrafeSheet.MaxRows).WithErrorCode("foglio.troppe-righe")
        .WithMessage($"Si importano al massimo {AnagrafeSheet.MaxRows} righe alla volta: dividile in più file.");

    /// <summary>Returns the field name that an error about a field of a row carries.</summary>
    /// <param name="indice">The index of the row, from 0.</param>
    public static string FieldOf(int indice, string? campo) => $"Righe[{indice}].{campo}";

    /// <summary>Returns the errors for which nothing is imported: those of all rows, or that no row adds anything. Null when there are none.</summary>
    public static IReadOnlyList<Error>? Refusal(IReadOnlyList<Result<RigaControllata>> righe)
    {
        var errori = righe.SelectMany((r, i) => r.Errors.Select(e => e with { Field = FieldOf(i, e.Field) })).ToList();
        return errori.Count > 0 ? errori
            : righe.Any(r => r.Value.Cambia) ? null
            : [new Error("importazione.niente-di-nuovo", "Tutte le righe del foglio sono già in CigHub: non c'è niente da importare.")];
    }

    public static JsonObject Data(string sha256, int righe) => new() { ["foglio"] = sha256, ["righe"] = (long)righe };

    public static Events Events(IEnumerable<EventToWrite> eventi)
    {
        EventToWrite[] tutti = [.. eventi];
        return UseCases.Events.Of(tutti[0], tutti[1..]);
    }
}
