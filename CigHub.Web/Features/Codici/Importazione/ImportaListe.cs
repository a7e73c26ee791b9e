using System.Text.Json.Nodes;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Codici.Importazione;

/// <summary>
/// Imports code lists from files and puts them in force, all in one act. As the preview said, it skips files that cannot be read or that
/// change nothing.
/// </summary>
/// <param name="Id">The Guid v7 of this import, made by the page.</param>
/// <param name="File">The files that the preview read.</param>
/// <param name="Numero">The number of the lists that the preview compared with. The import is refused as stale when the lists have changed
/// since.</param>
[Limited(LimitedUse.Upload)]
public sealed record ImportaListe(Guid Id, IReadOnlyList<FileLista> File, int Numero) : ICommand
{
    /// <summary>The largest number of files in one import. ANAC publishes about twenty-five lists.</summary>
    public const int MaxFile = 40;

    /// <summary>The error for an import that would change nothing. No version and no event are made.</summary>
    public static readonly Error NessunaVariazione = new("liste.nessuna-variazione", "Nessuna variazione: le liste di questi file sono già quelle in vigore.");

    public static Permission Requires => Permission.GestisciListe;

    public sealed class Rules : AbstractValidator<ImportaListe>
    {
        public Rules()
        {
            RuleFor(c => c.File).NotEmpty().WithErrorCode("liste.senza-file").WithMessage("Scegli almeno un file.");
            RuleFor(c => c.File.Count)
                .LessThanOrEqualTo(MaxFile)
                .WithErrorCode("liste.troppi-file")
                .WithMessage($"Si importano al massimo {MaxFile} file alla volta.");
        }
    }

    public sealed class Handler(CigHubDbContext db, PianoImportazione importazione, LastChanges changes, TimeProvider clock)
        : ICommandHandler<ImportaListe>
    {
        public async Task<Result<Events>> Handle(ImportaListe command, Actor actor, CancellationToken ct)
        {
            var piano = await importazione.Of(command.File, ct);
            var daCambiare = piano.DaCambiare;
            if (daCambiare.Count == 0)
            {
                return NessunaVariazione;
            }

            if (piano.Numero != command.Numero)
            {
                var change = await changes.Of(Azioni.ListeImportate, ct);
                return new StaleEdit(
                    change,
                    piano.Numero,
                    $"Nel frattempo sono state importate delle liste da {change}: l'anteprima è stata rifatta, ricontrollala e conferma.");
            }

            var presenti = await db.ListeImportate.ToDictionaryAsync(l => l.IdTipologica, ct);
            foreach (var (file, lista) in daCambiare.Select(f => (f.File, f.Lista.Value)))
            {
                var id = lista.Letta.IdTipologica;
                if (!presenti.TryGetValue(id, out var importata))
                {
                    importata = new ListaImportata(Guid.CreateVersion7(), id);
                    db.ListeImportate.Add(importata);
                }

                importata.Sostituisci(lista.Confronto.Risultato, file.Nome, file.Sha256, actor.PersonaId, clock.GetUtcNow().UtcDateTime);
            }

            return Events.Of(new EventToWrite(
                Azioni.ListeImportate,
                Oggetti.Liste,
                command.Id,
                null,
                new JsonObject { ["liste"] = new JsonArray([.. daCambiare.Select(Dati)]) }));
        }

        private static JsonNode Dati(EsitoFile esito)
        {
            var (lista, confronto) = (esito.Lista.Value.Letta, esito.Lista.Value.Confronto);
            return new JsonObject
            {
                ["lista"] = lista.IdTipologica,
                ["file"] = esito.File.Nome,
                ["sha256"] = esito.File.Sha256,
                ["voci"] = (long)lista.Voci.Count,
                ["aggiunte"] = (long)confronto.Quante(TipoVariazione.Aggiunta),
                ["cambiate"] = (long)confronto.Quante(TipoVariazione.Cambiata),
                ["terminate"] = (long)confronto.Quante(TipoVariazione.Terminata),
            };
        }
    }
}
