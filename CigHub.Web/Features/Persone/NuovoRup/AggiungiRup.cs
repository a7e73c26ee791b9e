using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Persone.Importazione;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.NuovoRup;

/// <summary>
/// Makes a person the RUP of an Ente, with the act of appointment. A person who is not in CigHub yet is added by the same act.
/// </summary>
/// <param name="PersonaId">The person, or the Guid v7 made by the page for a new one.</param>
/// <param name="RuoloId">The Guid v7 of the role, made by the page.</param>
public sealed record AggiungiRup(Guid EnteId, Guid PersonaId, Guid RuoloId, NuovoRupForm Form) : ICommand
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public sealed class Handler(CigHubDbContext db, ControlloAnagrafe controllo) : ICommandHandler<AggiungiRup>
    {
        public async Task<Result<Events>> Handle(AggiungiRup command, Actor actor, CancellationToken ct)
        {
            var presente = await db.Persone.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PersonaId, ct);
            if (!await db.Enti.AnyAsync(e => e.Id == command.EnteId, ct) || (presente is null && !command.Form.Nuova))
            {
                return CommandRunner.NotFound;
            }

            if (presente is { SenzaNome: true })
            {
                return new Error(
                    "persona.senza-nome", "Il nome di questa persona è limitato o cancellato: scegli un'altra persona.", nameof(NuovoRupForm.Chi));
            }

            if (presente is null && await Omonima(command.Form.Persona, ct) is { } omonima)
            {
                return new Error(
                    "persona.codice-fiscale-usato",
                    $"C'è già una persona con questo codice fiscale: scegli {omonima} nell'elenco qui sopra.",
                    nameof(PersonaForm.CodiceFiscale));
            }

            (command.Form.Ruolo.Ruolo, command.Form.Ruolo.Ente) = (nameof(Ruolo.Rup), $"{command.EnteId}");
            var persona = presente is null ? command.Form.Persona : PersonaForm.Of(presente);
            var esito = await controllo.UnaPersona(new PersonaConRuolo(command.PersonaId, command.RuoloId, persona, command.Form.Ruolo, null, []), actor, ct);
            if (!esito.TryGet(out var fatta))
            {
                return Result<Events>.Refused(esito.Errors);
            }

            if (fatta.Ruolo is null)
            {
                return new Error(
                    "appartenenza.esiste-gia", "Questa persona è già RUP di questo Ente: torna alla pagina dell'Ente.", nameof(NuovoRupForm.Chi));
            }

            db.Persone.AddRange(fatta.Persona is { } nuova ? [nuova] : []);
            db.Appartenenze.Add(fatta.Ruolo);
            return ImportedRows.Events(ImportaPersone.Eventi(fatta));
        }

        private async Task<string?> Omonima(PersonaForm form, CancellationToken ct) =>
            Domain.Codici.CodiceFiscale.Leggi(form.CodiceFiscale).TryGet(out var codice)
                ? await db.Persone.Where(p => p.CodiceFiscale == codice).Select(p => p.NomeCompleto).FirstOrDefaultAsync(ct)
                : null;
    }
}

/// <summary>The form that adds a RUP to an Ente: who it is, and the role with its act of appointment.</summary>
public sealed class NuovoRupForm
{
    /// <summary>The value of <see cref="Chi"/> for a person who is not in CigHub yet.</summary>
    public const string UnaNuova = "nuova";

    /// <summary>The id of the chosen person, or <see cref="UnaNuova"/>.</summary>
    public string? Chi { get; set; }

    public PersonaForm Persona { get; init; } = new();

    public RuoloForm Ruolo { get; init; } = new() { Ruolo = nameof(CigHub.Domain.Persone.Ruolo.Rup) };

    public bool Nuova => Chi == UnaNuova;
}

/// <summary>An Ente to which a RUP is added, with the people among whom the user chooses.</summary>
/// <param name="Persone">The active people with the user name, ordered by surname.</param>
public sealed record EntePerRup(Guid Id, string Denominazione, IReadOnlyList<(string Id, string Nome)> Persone, DateOnly Oggi);

/// <summary>Reads an Ente and the people who may become its RUP. Returns null when there is no such Ente.</summary>
public sealed class PreparaRup(CigHubDbContext db, TimeProvider clock) : IQuery
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<EntePerRup?> Run(Guid enteId, CancellationToken ct = default)
    {
        var ente = await db.Enti.AsNoTracking().Where(e => e.Id == enteId).Select(e => e.Denominazione).SingleOrDefaultAsync(ct);
        if (ente is null)
        {
            return null;
        }

        var persone = await db.Persone.AsNoTracking().Where(p => p.Attiva)
            .OrderBy(p => p.Cognome).ThenBy(p => p.Nome).Select(p => new { p.Id, p.Cognome, p.Nome, p.NomeUtente }).ToListAsync(ct);
        return new EntePerRup(enteId, ente, [.. persone.Select(p => ($"{p.Id}", $"{p.Cognome} {p.Nome} ({p.NomeUtente})"))], clock.Today());
    }
}
