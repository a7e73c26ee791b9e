using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Rilievi;

/// <summary>One declared conflict of interest as the rules see it.</summary>
/// <param name="ConvenzioneId">The Convenzione for which it was declared.</param>
/// <param name="Deciso">Says whether a Responsabile has decided about it.</param>
public sealed record ConflittoNoto(Guid Id, Guid AffidamentoId, Guid EnteId, Guid ConvenzioneId, DateOnly Giorno, bool Deciso);

/// <summary>One declaration that a scheda is ready, or is to be approved, as the rules see it.</summary>
/// <param name="Avvisi">The number of avvisi that were accepted with a reason.</param>
public sealed record DichiarazioneDiPronto(long Seq, Guid AffidamentoId, DateOnly Giorno, int Avvisi);

/// <summary>
/// The rules about the controls, for Auditors. Each takes the data of one Ente and returns what a person should look at, with figures and the
/// number of cases among which it was found.
/// </summary>
public static class RegoleDeiControlli
{
    /// <summary>The days after which a request without an outcome is worth a look.</summary>
    public const int GiorniSenzaEsito = 15;

    /// <summary>Finds declared conflicts about which nobody has decided.</summary>
    /// <param name="oggi">The day up to which the sentence counts.</param>
    public static IEnumerable<Rilievo> ConflittiSenzaDecisione(IReadOnlyList<ConflittoNoto> dellEnte, DateOnly oggi)
    {
        var aperti = dellEnte.Where(c => !c.Deciso).ToList();
        return aperti.Select(c => new Rilievo(
            RegoleNote.ConflittoSenzaDecisione, c.EnteId, c.ConvenzioneId, c.Giorno,
            $"Il conflitto dichiarato il {RegoleDellaSpesa.Giorno(c.Giorno)} aspetta una decisione da "
            + $"{Plural.Of(Math.Max(0, oggi.DayNumber - c.Giorno.DayNumber), "giorno", "giorni")}: {Plural.Number(aperti.Count)} di "
            + $"{Plural.Of(dellEnte.Count, "conflitto dichiarato", "conflitti dichiarati")} nell'Ente.",
            [Prova.Affidamento(c.AffidamentoId), new Prova(TipoProva.Dichiarazione, c.Id.ToString())]));
    }

    /// <summary>Finds requests of a CIG for which the RUP had declared nothing about conflicts with a supplier.</summary>
    /// <param name="dichiarato">Says whether the RUP had a valid declaration about every supplier on the day of the request.</param>
    public static IEnumerable<Rilievo> SenzaDichiarazione(IReadOnlyList<AffidamentoNoto> dellEnte, Func<AffidamentoNoto, bool> dichiarato)
    {
        var richieste = dellEnte.Where(a => a.RichiestoDalRup && a.Fornitori.Length > 0).ToList();
        var senza = richieste.FindAll(a => !dichiarato(a));
        return senza.Select(a => Richiesta(
            RegoleNote.SenzaDichiarazione, a, "non c'è una dichiarazione del RUP sui conflitti che valga quel giorno", senza.Count, richieste.Count));
    }

    /// <summary>Finds Affidamenti whose approver is their author or RUP, or worked on them.</summary>
    /// <param name="lavori">The events by which the approver worked on an Affidamento.</param>
    public static IEnumerable<Rilievo> RuoliIncompatibili(IReadOnlyList<AffidamentoNoto> dellEnte, Func<Guid, IReadOnlyList<long>> lavori)
    {
        var approvati = dellEnte.Where(a => a.ApprovatoDaId is not null).ToList();
        var misti = approvati.FindAll(a => a.ApprovatoDaId == a.RupId || a.ApprovatoDaId == a.AutoreId || lavori(a.Id).Count > 0);
        return misti.Select(a => new Rilievo(
            RegoleNote.RuoliIncompatibili, a.EnteId, a.Convenzione.Id, a.Adesione ?? a.RichiestoIl ?? a.Convenzione.AdesioniDal,
            $"Chi ha approvato {Parte(a, lavori(a.Id).Count)}: {RegoleDellaSpesa.SuTutti(misti.Count, approvati.Count)} dell'Ente con un'approvazione.",
            [Prova.Affidamento(a.Id), .. lavori(a.Id).Select(Prova.Evento)]));
    }

    /// <summary>Finds schede that were declared ready although there were avvisi.</summary>
    /// <param name="dichiarate">All schede of the Ente that were declared ready, with their events.</param>
    public static IEnumerable<Rilievo> AvvisiAccettati(IReadOnlyList<DichiarazioneDiPronto> dichiarate, IReadOnlyDictionary<Guid, AffidamentoNoto> affidamenti)
    {
        var sue = dichiarate.Where(d => affidamenti.ContainsKey(d.AffidamentoId)).ToList();
        var conAvvisi = sue.FindAll(d => d.Avvisi > 0);
        return from d in conAvvisi
               let a = affidamenti[d.AffidamentoId]
               select new Rilievo(
                   RegoleNote.AvvisiAccettati, a.EnteId, a.Convenzione.Id, d.Giorno,
                   $"{Plural.Of(d.Avvisi, "avviso accettato", "avvisi accettati")} con motivazione il {RegoleDellaSpesa.Giorno(d.Giorno)}: "
                   + $"{Plural.Number(conAvvisi.Count)} di {Plural.Of(sue.Count, "scheda dichiarata pronta", "schede dichiarate pronte")} dell'Ente.",
                   [Prova.Affidamento(a.Id), Prova.Evento(d.Seq)]);
    }

    /// <summary>Finds requests of a CIG by a RUP who did not hold the role on that day, and roles without the act that gives them.</summary>
    /// <param name="ruoli">The roles of RUP at the Ente, of any day.</param>
    public static IEnumerable<Rilievo> Nomine(IReadOnlyList<AffidamentoNoto> dellEnte, IReadOnlyList<Appartenenza> ruoli)
    {
        var richieste = dellEnte.Where(a => a.RichiestoDalRup).ToList();
        var perPersona = ruoli.ToLookup(r => r.PersonaId);
        var conRuolo = richieste.ToDictionary(
            a => a.Id, a => perPersona[a.RupId].FirstOrDefault(r => Appartenenza.Vale(r.Dal, r.Fino, a.RichiestoIl!.Value)));
        var senza = richieste.FindAll(a => conRuolo[a.Id] is null);
        foreach (var a in senza)
        {
            var finito = perPersona[a.RupId].Where(r => r.Fino <= a.RichiestoIl).MaxBy(r => r.Fino);
            yield return Richiesta(
                RegoleNote.NominaFinita, a,
                finito?.Fino is { } fine ? $"il ruolo di RUP era finito il {RegoleDellaSpesa.Giorno(fine)}" : "il RUP non aveva quel ruolo nell'Ente",
                senza.Count, richieste.Count, finito is null ? [] : [new Prova(TipoProva.Ruolo, finito.Id.ToString())]);
        }

        foreach (var r in richieste.Where(a => conRuolo[a.Id] is { AttoMancante: true }).GroupBy(a => conRuolo[a.Id]!))
        {
            yield return new Rilievo(
                RegoleNote.SenzaAtto, r.First().EnteId, null, r.Max(a => a.RichiestoIl!.Value),
                $"Un RUP ha avviato {Plural.Of(r.Count(), "richiesta di CIG", "richieste di CIG")} e l'atto di nomina non è registrato: "
                + $"{RegoleDellaSpesa.SuTutti(r.Count(), richieste.Count)} dell'Ente con una richiesta.",
                [new Prova(TipoProva.Ruolo, r.Key.Id.ToString())]);
        }
    }

    /// <summary>Finds requests of a CIG that have had no outcome for long.</summary>
    /// <param name="tentativi">The latest request of each Affidamento.</param>
    public static IEnumerable<Rilievo> EsitiAperti(IReadOnlyList<AffidamentoNoto> dellEnte, IReadOnlyDictionary<Guid, Guid> tentativi, DateOnly oggi)
    {
        var aperte = dellEnte.Where(a => a is { RichiestoIl: not null, Stato: StatoAffidamento.CigInRichiesta or StatoAffidamento.EsitoDaVerificare }).ToList();
        var vecchie = aperte.FindAll(a => oggi.DayNumber - a.RichiestoIl!.Value.DayNumber >= GiorniSenzaEsito);
        return vecchie.Select(a => new Rilievo(
            RegoleNote.EsitoAperto, a.EnteId, a.Convenzione.Id, a.RichiestoIl!.Value,
            $"La richiesta del CIG del {RegoleDellaSpesa.Giorno(a.RichiestoIl.Value)} è senza esito da almeno "
            + $"{Plural.Of(GiorniSenzaEsito, "giorno", "giorni")}: {RegoleDellaSpesa.SuTutti(vecchie.Count, aperte.Count)} dell'Ente con una richiesta aperta.",
            [
                Prova.Affidamento(a.Id),
                .. tentativi.TryGetValue(a.Id, out var tentativo) ? new[] { new Prova(TipoProva.Tentativo, tentativo.ToString()) } : [],
            ]));
    }

    /// <summary>
    /// Finds requests of a CIG on a day on which the due diligence about a supplier was not complete. Requests up to the day on which the
    /// register of due diligence was first used, for the Lotto or at the Ente, are not looked at.
    /// </summary>
    public static IEnumerable<Rilievo> SenzaDueDiligence(IReadOnlyList<AffidamentoNoto> dellEnte, RegistroVerifiche verifiche)
    {
        var richieste = dellEnte.Where(a => a is { RichiestoIl: not null, Pregresso: false, Fornitori.Length: > 0 }
            && verifiche.UsatoDal(a.Lotto.Id, a.EnteId) < a.RichiestoIl).ToList();
        var incomplete = richieste.Select(a => (Affidamento: a, DaFare: DaFare(a, verifiche))).Where(x => x.DaFare.Length > 0).ToList();
        return incomplete.Select(x => Richiesta(
            RegoleNote.SenzaDueDiligence, x.Affidamento, $"quel giorno la due diligence non era completa ({x.DaFare})", incomplete.Count, richieste.Count));
    }

    private static string DaFare(AffidamentoNoto a, RegistroVerifiche verifiche)
    {
        var quadri = a.Fornitori.Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(codice => QuadroFornitore.Valuta(
                a.RichiestoIl!.Value, new FornitoreDichiarato(codice, codice), verifiche.Valevoli(a.Lotto.Id, a.Id, codice)));
        return string.Join(", ", quadri.SelectMany(q => q.DaFare).Select(v => $"{v.Tipo.Nome()}: {v.Stato.Nome().ToLowerInvariant()}").Distinct());
    }

    private static string Parte(AffidamentoNoto a, int lavori) =>
        a.ApprovatoDaId == a.RupId ? "ora ne è il RUP"
        : a.ApprovatoDaId == a.AutoreId ? "lo ha anche creato"
        : $"ci ha anche lavorato ({Plural.Of(lavori, "evento", "eventi")})";

    private static Rilievo Richiesta(RegolaRilievo regola, AffidamentoNoto a, string perche, int quanti, int tutti, params Prova[] altre) => new(
        regola, a.EnteId, a.Convenzione.Id, a.RichiestoIl!.Value,
        $"La richiesta del CIG è del {RegoleDellaSpesa.Giorno(a.RichiestoIl.Value)}, e {perche}: "
            + $"{RegoleDellaSpesa.SuTutti(quanti, tutti)} dell'Ente con una richiesta.",
        [Prova.Affidamento(a.Id), .. altre]);
}
