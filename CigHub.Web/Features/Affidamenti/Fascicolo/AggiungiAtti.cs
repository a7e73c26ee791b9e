using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.UseCases;
using FluentValidation;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>One of several atti to add together, with its file.</summary>
/// <param name="AttoId">A Guid v7 made by the page.</param>
public sealed record NuovoAttoConFile(Guid AttoId, AttoForm Form, ChosenFile File);

/// <summary>
/// Adds several atti with their files to the fascicolo, all or none, each by the rules of <see cref="AggiungiAtto"/>. Each has its own event.
/// </summary>
[Limited(LimitedUse.Upload)]
public sealed record AggiungiAtti(Guid AffidamentoId, IReadOnlyList<NuovoAttoConFile> Atti, int Version)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    /// <summary>The most atti in one command. Their files wait in memory until the user confirms.</summary>
    public const int MaxAtti = 10;

    /// <summary>The largest size of all the files together, in bytes.</summary>
    public const long MaxByte = 4L * FileAllegato.MaxByte;

    public static Permission Requires => Permission.PreparaBozza;

    public static AttoDelegabile? Delegabile => AttoDelegabile.TenereFascicolo;

    Guid IVersioned.RootId => AffidamentoId;

    /// <summary>Returns the field name that an error about a field of an atto carries.</summary>
    /// <param name="indice">The index of the atto, from 0.</param>
    public static string FieldOf(int indice, string? campo) => $"{nameof(Atti)}[{indice}].{campo}";

    public sealed class Rules : AbstractValidator<AggiungiAtti>
    {
        public Rules()
        {
            RuleFor(c => c.Atti).NotEmpty().WithErrorCode("atto.nessun-file").WithMessage("Scegli almeno un file.");
            RuleFor(c => c.Atti.Count).LessThanOrEqualTo(MaxAtti).WithErrorCode("atto.troppi-file")
                .WithMessage($"Si aggiungono al massimo {MaxAtti} atti alla volta: togline qualcuno.");
            RuleFor(c => c.Atti.Sum(a => (long)a.File.Byte.Length)).LessThanOrEqualTo(MaxByte).WithErrorCode("atto.file-troppo-grandi")
                .WithMessage($"I file insieme superano {DimensioneFile.Testo(MaxByte)}: aggiungili in più volte.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<AggiungiAtti>
    {
        public async Task<Result<Events>> Handle(AggiungiAtti command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var (errori, eventi, tenuti) = (new List<Error>(), new List<EventToWrite>(), new HashSet<string>());
            foreach (var (i, (id, form, scelto)) in command.Atti.Index())
            {
                var letto = form.Read(scelto, out var file);
                var esito = letto.TryGet(out var scritto)
                    ? affidamento.AggiungiAtto(id, scritto.Dati, scritto.Firmatario, file, clock.Today(), clock.GetUtcNow().UtcDateTime)
                    : Result.Refused(letto.Errors);
                if (!esito.IsSuccess)
                {
                    errori.AddRange(esito.Errors.Select(e => e.Field is null ? e : e with { Field = FieldOf(i, e.Field) }));
                    continue;
                }

                // Two of the files may be the same one, and the database holds each content once.
                if (tenuti.Add(file!.Sha256))
                {
                    await db.Tieni(file, scelto.Byte, ct);
                }

                eventi.Add(new EventToWrite(
                    Azioni.AttoAggiunto, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId,
                    new JsonObject { ["atto"] = id.ToString(), ["tipo"] = NomiRegistrati.Valore(scritto.Dati.Tipo), ["sha256"] = file.Sha256 }));
            }

            return errori.Count > 0 ? Result<Events>.Refused([.. errori.Distinct()]) : Events.Of(eventi[0], [.. eventi.Skip(1)]);
        }
    }
}
