using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Common.FogliDiCalcolo;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.UseCases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Records rows of an elenco del portale, all or none: CIG Derivati, the states that the portal shows, and adhesions that only the
/// portal has, which become adesioni pregresse.
/// </summary>
/// <remarks>
/// The command carries the file, so that nobody can record what is not in the file. A long elenco is recorded in several commands of
/// <see cref="RowsAtOnce"/> rows (<see cref="SceltePortale.Parts"/>), so that no other user waits for it. What one of them recorded shows
/// as equal in the next comparison, so recording again goes on with the rest.
/// </remarks>
/// <param name="Id">The Guid v7 of the stored elenco, made by the page.</param>
/// <param name="Impronta">The fingerprint of the comparison that the user saw (<see cref="ConfrontoElenco.Impronta"/>). When the comparison
/// is another one now, the command is refused and the user looks again.</param>
/// <param name="Scelte">The id of the Aggiudicazione chosen for each row in doubt, by row number. A row that is not in it is left
/// out.</param>
/// <param name="Adottate">The numbers of the rows that only the portal has and that become adesioni pregresse.</param>
[Limited(LimitedUse.Upload)]
public sealed record RegistraElencoPortale(
    Guid Id, ChosenFile File, string Impronta, IReadOnlyDictionary<int, Guid> Scelte, IReadOnlyCollection<int> Adottate)
    : ICommand, IMayCarryFile
{
    /// <summary>The number of rows that one command of a long elenco records.</summary>
    public const int RowsAtOnce = 25;

    public static Permission Requires => Permission.RichiediCig;

    /// <summary>The numbers of the rows to record, together with all others about the same Affidamenti. Null for all rows.</summary>
    public IReadOnlyCollection<int>? Righe { get; init; }

    /// <summary>Says whether the command goes on with an elenco of which another command has just recorded a part.</summary>
    public bool Prosegue { get; init; }

    bool IMayCarryFile.CarriesFile => !Prosegue;

    /// <summary>Returns the field name that an error about a row carries.</summary>
    public static string FieldOf(int riga) => $"Righe[{riga}]";

    public sealed class Rules : AbstractValidator<RegistraElencoPortale>
    {
        public Rules()
        {
            RuleFor(c => c.File).NotNull();
            RuleFor(c => c.File.Byte.Length).LessThanOrEqualTo(XlsxCheck.MaxFile).When(c => c.File is not null)
                .WithErrorCode("foglio.troppo-grande").WithMessage(c => XlsxCheck.TooLarge(c.File.Byte.Length).Message);
            RuleFor(c => c.Scelte).NotNull();
            RuleFor(c => c.Adottate).NotNull();
            RuleFor(c => c.Adottate.Count).LessThanOrEqualTo(CaricaAdesioniPregresse.MaxRighe).When(c => c.Adottate is not null)
                .WithErrorCode("elenco.troppe-adozioni")
                .WithMessage(
                    $"Si adottano al massimo {CaricaAdesioniPregresse.MaxRighe} adesioni alla volta: "
                    + "togli la spunta ad alcune, registra, e spuntale poi.");
        }
    }

    public sealed class Handler(CigHubDbContext db, TimeProvider clock, PianoElenco piano, ConflictGuard guard)
        : ICommandHandler<RegistraElencoPortale>
    {
        public async Task<Result<Events>> Handle(RegistraElencoPortale command, Actor actor, CancellationToken ct)
        {
            if (actor.EnteId is not { } enteId)
            {
                return CommandRunner.NotFound;
            }

            var visto = command.Righe is { } righe ? await piano.Seen(command.File, enteId, command.Impronta, righe, ct) : null;
            var letto = visto is null ? await piano.Compare(command.File, enteId, ct) : visto;
            if (!letto.TryGet(out var compared))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var (elenco, confronto, file) = (compared.Elenco, compared.Confronto, compared.File);
            if (compared.Impronta != command.Impronta)
            {
                return new Error(
                    "elenco.superato",
                    "Nel frattempo qualcosa è cambiato in CigHub: il confronto qui sotto è aggiornato, guardalo di nuovo e conferma. "
                    + "Ciò che vedi ancora da registrare non è stato registrato.");
            }

            var scelte = DaFare(command, confronto);
            if (!scelte.TryGet(out var daFare))
            {
                return Result<Events>.Refused(scelte.Errors);
            }

            var caricato = await db.ElenchiPortale.SingleOrDefaultAsync(e => e.EnteId == enteId && e.Sha256 == file.Sha256, ct);
            if (daFare.Count + command.Adottate.Count == 0)
            {
                return caricato is null
                    ? new Error("elenco.nulla-da-fare", "Non c'è nulla da registrare: CigHub dice già ciò che dice l'elenco, e nessun dubbio è stato sciolto.")
                    : new Error(
                        "elenco.gia-caricato",
                        $"Questo file è già stato caricato il {RomeTime.Text(caricato.CaricatoIl)}: non c'è più nulla da registrare.");
            }

            var utc = clock.GetUtcNow().UtcDateTime;
            var id = caricato?.Id ?? command.Id;
            var eventi = new List<EventToWrite>();
            var errori = await InConflitto(daFare, actor, ct);
            errori.AddRange(await Registra(daFare, id, eventi, utc, ct));
            errori.AddRange(await Adotta(command, confronto, actor, enteId, id, eventi, ct));
            if (errori.Count > 0)
            {
                return Result<Events>.Refused(errori);
            }

            var (cig, adottati) = (daFare.Count(d => d.Fare.Cig is not null), command.Adottate.Count);
            if (caricato is null)
            {
                db.ElenchiPortale.Add(caricato = new ElencoCaricato(id, enteId, file, elenco.Righe.Count, actor.PersonaId, utc));
                await db.Tieni(file, command.File.Byte, ct);
            }

            caricato.Registra(cig, daFare.Count - cig, adottati, actor.PersonaId, utc);
            var dati = new JsonObject
            {
                ["nome"] = file.Nome,
                ["byte"] = file.Byte,
                ["sha256"] = file.Sha256,
                ["righe"] = (long)elenco.Righe.Count,
                ["cig"] = (long)cig,
                ["aggiornamenti"] = (long)(daFare.Count - cig),
                ["adottati"] = (long)adottati,
            };
            return Events.Of(new EventToWrite(Azioni.ElencoPortaleRegistrato, Oggetti.ElencoPortale, id, enteId, dati), [.. eventi]);
        }

        /// <summary>
        /// Returns the changes to record, with their rows: those that the comparison is sure of, and those that the user chose for rows in
        /// doubt. Refuses two rows for the same adhesion.
        /// </summary>
        private static Result<IReadOnlyList<(int Riga, Registrazione Fare)>> DaFare(RegistraElencoPortale command, ConfrontoElenco confronto)
        {
            var perRiga = confronto.Righe.ToDictionary(r => r.Riga.Numero);
            var scelte = command.Scelte.Select(s => (Riga: s.Key, Fare: perRiga.GetValueOrDefault(s.Key)?.RegistrazioneDi(s.Value))).ToList();
            if (scelte.Any(s => s.Fare is null) || command.Adottate.Any(n => perRiga.GetValueOrDefault(n)?.Esito != EsitoConfronto.SoloSulPortale))
            {
                return new Error(
                    "elenco.scelta-estranea",
                    "Una delle scelte non è tra quelle che l'elenco permette: ricarica la pagina e il file, e scegli di nuovo.");
            }

            List<(int Riga, Registrazione Fare)> tutte =
                [
                    .. confronto.Righe.Where(r => r.DaFare is not null && command.Righe?.Contains(r.Riga.Numero) != false)
                        .Select(r => (r.Riga.Numero, r.DaFare!)),
                    .. scelte.Where(s => s.Fare!.Cambia.Count > 0).Select(s => (s.Riga, s.Fare!))
                ];
            var doppie = tutte.GroupBy(t => t.Fare.Cig is null ? (t.Fare.AffidamentoId, false) : (t.Fare.AggiudicazioneId, true))
                .Where(g => g.Count() > 1).Select(g => g.Select(t => t.Riga).Order().ToList()).ToList();
            return doppie.Count == 0
                ? tutte
                : Result<IReadOnlyList<(int Riga, Registrazione Fare)>>.Refused(
                    [.. doppie.Select(d => new Error(
                        "elenco.scelta-doppia",
                        $"Le righe {string.Join(" e ", d)} sono assegnate allo stesso affidamento: ne vale una sola, lascia fuori le altre.",
                        FieldOf(d[^1])))]);
        }

        /// <summary>Returns an error for each row about an Affidamento on which the actor is in conflict of interest.</summary>
        private async Task<List<Error>> InConflitto(IReadOnlyList<(int Riga, Registrazione Fare)> daFare, Actor actor, CancellationToken ct)
        {
            var suoi = await db.PersoneInConflitto().Where(c => c.PersonaId == actor.PersonaId).Select(c => c.AffidamentoId).ToHashSetAsync(ct);
            var errori = new List<Error>();
            foreach (var (riga, fare) in daFare.Where(d => suoi.Contains(d.Fare.AffidamentoId)))
            {
                var no = (await guard.Refusal(fare.AffidamentoId, actor.PersonaId, ct))!;
                errori.Add(no with { Message = $"Riga {riga}: {no.Message} L'elenco lo registra un collega.", Field = FieldOf(riga) });
            }

            return errori;
        }

        private async Task<List<Error>> Registra(
            IReadOnlyList<(int Riga, Registrazione Fare)> daFare, Guid elencoId, List<EventToWrite> eventi, DateTime utc, CancellationToken ct)
        {
            var affidamenti = await Affidamenti([.. daFare.Select(d => d.Fare.AffidamentoId).Distinct()], ct);
            var lottiId = affidamenti.Values.Select(a => a.LottoId).Distinct().ToList();
            var lotti = await db.Lotti.Where(l => lottiId.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
            var capienze = await db.Capienze.Where(c => lottiId.Contains(c.LottoId)).ToDictionaryAsync(c => c.LottoId, ct);
            var errori = new List<Error>();
            foreach (var (riga, fare) in daFare)
            {
                var affidamento = affidamenti[fare.AffidamentoId];
                var esito = affidamento.RegistraDaElenco(
                    fare.AggiudicazioneId, fare.Cig, fare.Portale, lotti[affidamento.LottoId], capienze[affidamento.LottoId], utc);
                if (!esito.TryGet(out var movimenti))
                {
                    errori.AddRange(esito.Errors.Select(e => e with { Message = $"Riga {riga}: {e.Message}", Field = FieldOf(riga) }));
                    continue;
                }

                db.Movimenti.AddRange(movimenti);
                var dati = new JsonObject { ["elenco"] = elencoId.ToString(), ["riga"] = (long)riga };
                if (fare.Cig is not null)
                {
                    dati["cig"] = fare.Cig.Valore;
                }

                dati["cambia"] = new JsonArray([.. fare.Cambia.Where(c => c.Nome != ColonnaPortale.CigDerivato.Nome())
                    .Select(c => (JsonNode)(c.Prima.Length == 0 ? $"{c.Nome}: «{c.Dopo}»" : $"{c.Nome}: «{c.Dopo}» (era «{c.Prima}»)"))]);
                eventi.Add(new EventToWrite(Azioni.RegistratoDaElenco, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
            }

            return errori;
        }

        private async Task<Dictionary<Guid, Affidamento>> Affidamenti(List<Guid> id, CancellationToken ct)
        {
            const int PerVolta = 500;
            var trovati = new Dictionary<Guid, Affidamento>();
            foreach (var pezzo in id.Chunk(PerVolta))
            {
                foreach (var affidamento in await db.Affidamenti.Where(a => pezzo.Contains(a.Id)).ToListAsync(ct))
                {
                    trovati.Add(affidamento.Id, affidamento);
                }
            }

            return trovati;
        }

        private async Task<IEnumerable<Error>> Adotta(
            RegistraElencoPortale command, ConfrontoElenco confronto, Actor actor, Guid enteId, Guid elencoId, List<EventToWrite> eventi,
            CancellationToken ct)
        {
            var righe = confronto.Righe.Where(r => command.Adottate.Contains(r.Riga.Numero)).Select(r => r.Riga).ToList();
            var errori = new List<Error>();
            foreach (var (riga, esito) in righe.Zip(await piano.Adotta(righe, actor, enteId, ct)))
            {
                if (!esito.TryGet(out var fatta))
                {
                    errori.AddRange(esito.Errors.Select(e => e with { Message = $"Riga {riga.Numero}: {e.Message}", Field = FieldOf(riga.Numero) }));
                    continue;
                }

                fatta.Affidamento.RegistraDatiPortale(riga.Portale, fatta.Affidamento.CreatoIl);
                db.Affidamenti.Add(fatta.Affidamento);
                db.Movimenti.Add(fatta.Movimento);
                eventi.Add(new EventToWrite(
                    Azioni.AdesionePregressaCaricata, Oggetti.Affidamento, fatta.Affidamento.Id, enteId,
                    new JsonObject { ["elenco"] = elencoId.ToString(), ["riga"] = (long)riga.Numero, ["cig"] = riga.CigDerivato!.Valore }));
            }

            return errori;
        }
    }
}
