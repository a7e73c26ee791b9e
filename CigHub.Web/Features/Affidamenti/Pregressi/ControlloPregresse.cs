using CigHub.Domain.Affidamenti;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>
/// An adesione pregressa that passed the checks and is not saved yet, with the row that it adds to the ledger of its Lotto.
/// </summary>
public sealed record PregressaFatta(Affidamento Affidamento, MovimentoCapienza Movimento, Lotto Lotto);

/// <summary>The outcome of the checks: for each row, in order, the adhesion made from it or its errors by field.</summary>
/// <param name="Sforati">The Lotti whose residuo would be negative afterwards.</param>
public sealed record EsitoPregresse(IReadOnlyList<Result<PregressaFatta>> Righe, IReadOnlyList<(Lotto Lotto, Capienza Capienza)> Sforati);

/// <summary>
/// Checks rows of adesioni pregresse by making the Affidamenti from them. The preview drops the Affidamenti and the command saves them, so
/// that both always find the same errors.
/// </summary>
public sealed class ControlloPregresse(CigHubDbContext db, TimeProvider clock, Numerazione numerazione, RegoleCigDerivato regole)
{
    public async Task<EsitoPregresse> Run(IReadOnlyList<PregressaForm> righe, Actor actor, Guid enteId, CancellationToken ct)
    {
        var lotti = await db.Lotti.ToDictionaryAsync(l => l.CigPadre, ct);
        var convenzioni = await db.Convenzioni.ToDictionaryAsync(c => c.Id, ct);
        var capienze = await db.Capienze.ToDictionaryAsync(c => c.LottoId, ct);
        var rup = await db.RupDellEnte(enteId, clock.Today()).Select(p => new { p.Id, p.NomeUtente }).ToDictionaryAsync(p => p.NomeUtente, p => p.Id, ct);
        var usati = await db.CigGiaUsati(righe.Select(r => r.LeggiCig(regole)).Where(c => c.IsSuccess).Select(c => c.Value), ct);
        var numero = await numerazione.Next(ct);
        var utc = clock.GetUtcNow().UtcDateTime;
        var visti = new Dictionary<Cig, int>();
        var esiti = new List<Result<PregressaFatta>>();
        foreach (var riga in righe)
        {
            var errori = new List<Error>();
            var lotto = LottoDi(riga, lotti, errori);
            var rupId = RupDi(riga, rup, actor, errori);
            var doppio = Doppio(riga, usati, visti).ToList();
            if (lotto is null)
            {
                esiti.Add(Result<PregressaFatta>.Refused([.. errori, .. SenzaLotto(riga), .. doppio]));
                continue;
            }

            var letta = riga.Read(lotto, regole, clock.Today());
            errori.AddRange(letta.Errors.Concat(doppio));
            if (errori.Count > 0 || !letta.TryGet(out var adesione))
            {
                esiti.Add(Result<PregressaFatta>.Refused(errori));
                continue;
            }

            var fatta = Affidamento.NuovoPregresso(
                riga.Id, numero, enteId, lotto, convenzioni[lotto.ConvenzioneId], actor.PersonaId, rupId, adesione, capienze[lotto.Id], utc);
            if (fatta.TryGet(out var fatto))
            {
                numero = numero with { Progressivo = numero.Progressivo + 1 };
                esiti.Add(new PregressaFatta(fatto.Affidamento, fatto.Movimento, lotto));
            }
            else
            {
                esiti.Add(Result<PregressaFatta>.Refused(fatta.Errors));
            }
        }

        esiti = [.. esiti.Zip(righe, ConGuaste)];
        var toccati = esiti.Where(e => e.IsSuccess).Select(e => e.Value.Lotto).Distinct();
        return new EsitoPregresse(esiti, [.. toccati.Where(l => capienze[l.Id].SforamentoDaRegolarizzare).Select(l => (l, capienze[l.Id]))]);
    }

    /// <summary>
    /// Returns the outcome of a row with the errors of its damaged cells. They replace what the checks say of the same fields, because the
    /// text of such a cell is not a value.
    /// </summary>
    private static Result<PregressaFatta> ConGuaste(Result<PregressaFatta> esito, PregressaForm riga) => riga.Guaste.Count == 0 ? esito
        : Result<PregressaFatta>.Refused(
            [.. riga.Guaste.Select(g => g.Value with { Field = g.Key }), .. esito.Errors.Where(e => !riga.Guaste.ContainsKey(e.Field ?? ""))]);

    private static Lotto? LottoDi(PregressaForm riga, Dictionary<Cig, Lotto> lotti, List<Error> errori)
    {
        if (string.IsNullOrWhiteSpace(riga.CigPadre))
        {
            errori.Add(new Error("pregresso.lotto-mancante", "Indica il Lotto con il suo CIG Padre.", nameof(riga.CigPadre)));
            return null;
        }

        if (riga.Numeriche.Contains(nameof(riga.CigPadre)))
        {
            errori.Add(Cig.RovinatoDalFoglio(riga.CigPadre) with { Field = nameof(riga.CigPadre) });
            return null;
        }

        var letto = Cig.Leggi(riga.CigPadre);
        if (!letto.TryGet(out var cig))
        {
            errori.Add(letto.Errors[0] with { Field = nameof(riga.CigPadre) });
            return null;
        }

        if (Lotto.AmmetteCigPadre(cig) is { IsSuccess: false } smart)
        {
            errori.Add(smart.Errors[0] with { Field = nameof(riga.CigPadre) });
            return null;
        }

        if (lotti.TryGetValue(cig, out var lotto))
        {
            return lotto;
        }

        errori.Add(new Error(
            "pregresso.lotto-sconosciuto",
            "Nessun Lotto del catalogo ha questo CIG Padre: ricontrollalo, o chiedi all'amministratore dell'ufficio di aggiungere il Lotto.",
            nameof(riga.CigPadre)));
        return null;
    }

    /// <summary>
    /// Returns the errors of a row whose Lotto was not found. It checks the fields that can be read without a Lotto, so that the user sees
    /// all errors of the row at once.
    /// </summary>
    private IEnumerable<Error> SenzaLotto(PregressaForm riga)
    {
        var reader = new FormReader();
        reader.Accept(nameof(riga.CigDerivato), riga.LeggiCig(regole));
        reader.Importo(nameof(riga.Importo), riga.Importo);
        reader.Date(nameof(riga.DataAdesione), riga.DataAdesione);
        return reader.Outcome(() => true).Errors;
    }

    private static Guid RupDi(PregressaForm riga, Dictionary<string, Guid> rup, Actor actor, List<Error> errori)
    {
        var scritto = (riga.Rup ?? "").Trim().ToLowerInvariant();
        if (scritto.Length > 0 && rup.TryGetValue(scritto, out var trovato))
        {
            return trovato;
        }

        if (scritto.Length == 0 && rup.ContainsValue(actor.PersonaId) && actor.Ruolo == Ruolo.Rup)
        {
            return actor.PersonaId;
        }

        if (scritto.Length == 0 && rup.Count == 1)
        {
            return rup.Values.Single();
        }

        errori.Add(scritto.Length == 0
            ? new Error(
                "pregresso.rup-mancante",
                rup.Count == 0
                    ? "L'Ente non ha ancora un RUP in CigHub: chiedi all'Amministratore di aggiungerlo."
                    : "L'Ente ha più di un RUP: indica il nome utente di chi ha fatto l'adesione.",
                nameof(riga.Rup))
            : new Error("pregresso.rup-sconosciuto", "Questo nome utente non è di un RUP del tuo Ente: ricontrollalo, o lascia vuoto.", nameof(riga.Rup)));
        return Guid.Empty;
    }

    /// <summary>
    /// Returns an error when another adhesion, or an earlier row of the sheet, has the row's CIG Derivato already. Returns none for a text
    /// that is not a CIG, which is reported elsewhere.
    /// </summary>
    private IEnumerable<Error> Doppio(PregressaForm riga, IReadOnlySet<Cig> usati, Dictionary<Cig, int> visti)
    {
        if (!riga.LeggiCig(regole).TryGet(out var cig))
        {
            return [];
        }

        if (usati.Contains(cig))
        {
            return [RegoleCigDerivato.GiaUsato with { Field = nameof(riga.CigDerivato) }];
        }

        return visti.TryAdd(cig, riga.Riga) || riga.Riga == 0
            ? []
            : [new Error(
                "pregresso.cig-ripetuto",
                $"Questo CIG Derivato è già alla riga {visti[cig]} dello stesso foglio: ogni adesione ha il suo.",
                nameof(riga.CigDerivato))];
    }
}
