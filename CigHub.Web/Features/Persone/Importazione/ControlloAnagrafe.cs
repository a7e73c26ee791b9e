using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Codici.Liste;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Features.Persone.UnaPersona;
using CigHub.Web.Features.Persone.UnEnte;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>A row that passed the checks, with what it adds. It adds nothing when all that it says is in CigHub already.</summary>
/// <param name="Esito">The outcome in Italian words, for the preview.</param>
internal sealed record RigaControllata(string Esito, Ente? Ente = null, Persona? Persona = null, Appartenenza? Ruolo = null)
{
    public bool Cambia => Ente is not null || Persona is not null || Ruolo is not null;
}

/// <summary>
/// Checks rows of Enti, and rows of people with their roles, by making the objects from them with the forms and the rules of the pages. The
/// preview drops the objects and the command saves them, so that both always find the same errors.
/// </summary>
public sealed class ControlloAnagrafe(CigHubDbContext db, ListeInVigore liste, TimeProvider clock)
{
    internal async Task<IReadOnlyList<Result<RigaControllata>>> Enti(IReadOnlyList<RigaAnagrafe> righe, CancellationToken ct)
    {
        var presenti = (await db.Enti.AsNoTracking().Select(e => new { e.CodiceFiscale, e.Denominazione }).ToListAsync(ct))
            .ToDictionary(e => e.CodiceFiscale, e => e.Denominazione);
        var visti = new Dictionary<CodiceFiscale, int>();
        return [.. righe.Select(r => ConGuaste(UnEnte(r, presenti, visti), r))];
    }

    internal async Task<IReadOnlyList<Result<RigaControllata>>> Persone(IReadOnlyList<RigaAnagrafe> righe, Actor actor, CancellationToken ct)
    {
        var presenti = await Presenti(actor, ct);
        var moduli = new RowForms(presenti.Enti.Values, clock.Today());
        return [.. righe.Select(r => ConGuaste(presenti.Controlla(moduli.Persona(r)), r))];
    }

    /// <summary>Checks one person with a role, from a page.</summary>
    internal async Task<Result<RigaControllata>> UnaPersona(PersonaConRuolo persona, Actor actor, CancellationToken ct) =>
        (await Presenti(actor, ct)).Controlla(persona);

    private async Task<PersoneERuoli> Presenti(Actor actor, CancellationToken ct)
    {
        var oggi = clock.Today();
        return new PersoneERuoli(
            await db.Enti.AsNoTracking().ToDictionaryAsync(e => e.Id, ct),
            await db.Persone.AsNoTracking().ToListAsync(ct),
            await db.Appartenenze.AsNoTracking().ToListAsync(ct),
            actor.PersonaId,
            await db.NeResta(oggi, null, null, ct),
            oggi);
    }

    private static Result<RigaControllata> ConGuaste(Result<RigaControllata> esito, RigaAnagrafe riga) =>
        riga.Guaste.Count == 0 ? esito : Result<RigaControllata>.Refused([.. riga.ConGuaste(esito.Errors)]);

    private Result<RigaControllata> UnEnte(RigaAnagrafe riga, Dictionary<CodiceFiscale, string> presenti, Dictionary<CodiceFiscale, int> visti)
    {
        if (CodiceFiscale.Leggi(riga[nameof(EnteForm.CodiceFiscale)]).TryGet(out var codice))
        {
            if (presenti.TryGetValue(codice, out var nome))
            {
                return new RigaControllata($"C'è già: {nome}");
            }

            if (!visti.TryAdd(codice, riga.Riga))
            {
                return new Error(
                    "importazione.ente-ripetuto",
                    $"Questo codice fiscale è già alla riga {visti[codice]} dello stesso foglio: togli una delle due righe, o correggilo.",
                    nameof(EnteForm.CodiceFiscale));
            }
        }

        var letto = RowForms.Ente(riga).Read(liste.Correnti, clock.Today());
        return letto.TryGet(out var dati)
            ? new RigaControllata("Nuovo Ente", Ente: new Ente(riga.Id, dati))
            : Result<RigaControllata>.Refused(letto.Errors);
    }
}

/// <summary>
/// The people and their roles, those in the database and those that earlier rows add. Judges whether one more person and role may be added.
/// </summary>
/// <param name="attore">The person who gives the roles, and who may not receive one here.</param>
/// <param name="restaUnAmministratore">Says whether an Amministratore without end is there, so that another one may have an end.</param>
internal sealed class PersoneERuoli(
    IReadOnlyDictionary<Guid, Ente> enti, IEnumerable<Persona> persone, IEnumerable<Appartenenza> ruoli, Guid attore, bool restaUnAmministratore,
    DateOnly oggi)
{
    private readonly Dictionary<CodiceFiscale, Persona> _perCodice =
        persone.Where(p => p.CodiceFiscale is not null).DistinctBy(p => p.CodiceFiscale).ToDictionary(p => p.CodiceFiscale!);

    private readonly Dictionary<string, Persona> _perNomeUtente = persone.DistinctBy(p => p.NomeUtente).ToDictionary(p => p.NomeUtente);

    private readonly Dictionary<Guid, List<Appartenenza>> _ruoli = ruoli.GroupBy(a => a.PersonaId).ToDictionary(g => g.Key, g => g.ToList());

    public IReadOnlyDictionary<Guid, Ente> Enti => enti;

    public Result<RigaControllata> Controlla(PersonaConRuolo riga)
    {
        var errori = new List<Error>(riga.Errori);
        var (persona, nuova) = PersonaDi(riga, errori);
        var letto = riga.Ruolo.Read();
        errori.AddRange(letto.Errors.Where(e => riga.Errori.All(gia => gia.Field != e.Field)));
        var reader = new FormReader();
        var ultimo = reader.OptionalDate(AnagrafeSheet.LastDay, riga.UltimoGiorno);
        errori.AddRange(reader.Outcome(() => true).Errors);
        if (errori.Count > 0 || persona is null)
        {
            return Result<RigaControllata>.Refused(errori);
        }

        var (ruolo, enteId, dal, nomina, motivo) = letto.Value;
        var sue = _ruoli.TryGetValue(persona.Id, out var trovate) ? trovate : _ruoli[persona.Id] = [];
        var fino = ultimo is { } giorno && giorno >= dal ? giorno.AddDays(1) : ultimo;
        if (sue.Any(a => a.Ruolo == ruolo && a.EnteId == enteId && a.Fino == fino && (riga.SenzaDal || a.Dal == dal)))
        {
            return new RigaControllata("C'è già", Persona: nuova ? persona : null);
        }

        if (persona.Id == attore)
        {
            return SeparazioneCompiti.NessunRuoloASeStesso.Errore();
        }

        var ente = enteId is { } id ? enti.GetValueOrDefault(id) : null;
        if (enteId is not null && ente is null)
        {
            return CommandRunner.NotFound;
        }

        var assegnata = Appartenenza.Assegna(riga.RuoloId, persona, ruolo, ente, dal, oggi, sue, nomina, motivo);
        if (!assegnata.TryGet(out var appartenenza))
        {
            return Result<RigaControllata>.Refused(assegnata.Errors);
        }

        if (fino is { } fine && Finisce(appartenenza, fine, motivo) is { Count: > 0 } no)
        {
            return Result<RigaControllata>.Refused(no);
        }

        sue.Add(appartenenza);
        return new RigaControllata(nuova ? "Nuova persona, con il ruolo" : "Nuovo ruolo", Persona: nuova ? persona : null, Ruolo: appartenenza);
    }

    /// <summary>
    /// Ends the role as the page that ends roles does. Returns the errors, with the fields of the sheet, or an empty list.
    /// </summary>
    private IReadOnlyList<Error> Finisce(Appartenenza ruolo, DateOnly fine, string? motivo)
    {
        if (ruolo.Ruolo == Ruolo.Amministratore && !restaUnAmministratore)
        {
            return [SeparazioneCompiti.UltimoAmministratore.Errore(AnagrafeSheet.LastDay)];
        }

        return
        [
            .. ruolo.Termina(fine, oggi, motivo).Errors.Select(
                e => e with { Field = e.Field == nameof(Appartenenza.Fino) ? AnagrafeSheet.LastDay : nameof(RuoloForm.MotivoRuolo) }),
        ];
    }

    /// <summary>Returns the person with the codice fiscale of the row, or a new one. Null, with errors, when there is neither.</summary>
    private (Persona? Persona, bool Nuova) PersonaDi(PersonaConRuolo riga, List<Error> errori)
    {
        if (CodiceFiscale.Leggi(riga.Persona.CodiceFiscale).TryGet(out var codice) && _perCodice.TryGetValue(codice, out var presente))
        {
            errori.AddRange(Diversa(riga.Persona, presente));
            return (presente, false);
        }

        var letta = riga.Persona.Read();
        errori.AddRange(letta.Errors);
        if (!letta.TryGet(out var dati))
        {
            return (null, false);
        }

        var nuova = new Persona(riga.PersonaId, dati);
        if (!_perNomeUtente.TryAdd(nuova.NomeUtente, nuova))
        {
            errori.Add(new Error(
                "persona.esiste-gia",
                $"Questo nome utente è già di {_perNomeUtente[nuova.NomeUtente].NomeCompleto}, con un altro codice fiscale: ricontrolla l'uno e l'altro.",
                nameof(PersonaForm.NomeUtente)));
            return (null, false);
        }

        _perCodice.Add(dati.CodiceFiscale, nuova);
        return (nuova, true);
    }

    /// <summary>
    /// Returns an error for each name in the row that is not the one of the person with its codice fiscale: a mistyped code would give the
    /// role to somebody else.
    /// </summary>
    private static IEnumerable<Error> Diversa(PersonaForm form, Persona persona) =>
        from x in new[]
        {
            (Campo: nameof(form.Cognome), Scritto: form.Cognome, Suo: persona.Cognome),
            (Campo: nameof(form.Nome), Scritto: form.Nome, Suo: persona.Nome),
            (Campo: nameof(form.NomeUtente), Scritto: form.NomeUtente, Suo: persona.NomeUtente),
        }
        where !string.IsNullOrWhiteSpace(x.Scritto) && FoldedText.Parole(x.Scritto) != FoldedText.Parole(x.Suo)
        select new Error(
            "importazione.altra-persona",
            $"Questo codice fiscale è di {persona.NomeCompleto} ({persona.NomeUtente}): correggi il codice, o scrivi «{x.Suo}». "
            + "I dati di chi c'è già si cambiano dalla sua pagina.",
            x.Campo);
}
