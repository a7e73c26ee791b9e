using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <content>
/// Above the Convenzione's threshold somebody other than its author and RUP approves it. What is approved cannot be edited: to change anything it goes
/// back to work, and the approval is gone.
/// </content>
public sealed partial class Affidamento
{
    /// <summary>Who sent it for approval; null while it is in work.</summary>
    public Guid? InviatoDaId { get; private set; }

    /// <summary>Who approved it; null: nobody, or it was changed since.</summary>
    public Guid? ApprovatoDaId { get; private set; }

    public DateTime? ApprovatoIl { get; private set; }

    /// <summary>The suppliers that its scheda names, each once, in the scheda's order.</summary>
    public IReadOnlyList<FornitoreDichiarato> Fornitori =>
    [
        .. (from i in Enumerable.Range(0, Bozza.Righe(PercorsoAd4.Aggiudicazioni))
            let lista = PercorsoAd4.Aggiudicazione(i, "partecipanti")
            from j in Enumerable.Range(0, Bozza.Righe(lista))
            let codice = Bozza.Testo($"{lista}/{j}/codiceFiscale")?.Trim().ToUpperInvariant()
            where !string.IsNullOrEmpty(codice)
            select new FornitoreDichiarato(codice, Bozza.Testo($"{lista}/{j}/denominazione") ?? codice)).DistinctBy(f => f.CodiceFiscale),
    ];

    /// <summary>The draft is complete, and its amount is above the threshold: it waits for an approval instead of being ready.</summary>
    /// <inheritdoc cref="SegnaPronto" path="//param|//returns"/>
    public Result<IReadOnlyList<Segnalazione>> InviaPerApprovazione(
        Guid attoreId, ContestoControlli contesto, IReadOnlyDictionary<string, string> motivi, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.InviaPerApprovazione) is { } no)
        {
            return no;
        }

        if (!contesto.Convenzione.RichiedeApprovazione(Importo))
        {
            return new Error(
                "approvazione.non-necessaria",
                "L'importo non supera la soglia della Convenzione: nessuno deve approvarlo, usa «Pronto per il portale».");
        }

        var dichiarata = SenzaErroriNeAvvisi(contesto, motivi);
        if (dichiarata.IsSuccess)
        {
            InviatoDaId = attoreId;
            Passa(StatoAffidamento.InApprovazione, utc);
        }

        return dichiarata;
    }

    /// <summary>Approved: ready for the portal. Judged again, because codes end and windows close while it waits.</summary>
    /// <param name="haLavorato">Whoever approves changed this draft herself, in whatever role: the registro says it.</param>
    public Result Approva(Guid attoreId, bool haLavorato, ContestoControlli contesto, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.Approva) ?? NonPuoApprovare(attoreId, haLavorato)) is { } no)
        {
            return no;
        }

        if (Errori(ControlliAffidamento.Di(Bozza, contesto)) is { Count: > 0 } errori)
        {
            return Result.Refused(errori);
        }

        ApprovatoDaId = attoreId;
        ApprovatoIl = utc;
        Ritorno = MotivoRitorno.Nessuno;
        NotaRitorno = null;
        return Passa(StatoAffidamento.ProntoPerIlPortale, utc);
    }

    /// <summary>Sent back to work with what has to change.</summary>
    public Result Restituisci(Guid attoreId, bool haLavorato, string nota, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.Restituisci) ?? NonPuoApprovare(attoreId, haLavorato)) is { } no)
        {
            return no;
        }

        Passa(StatoAffidamento.InLavorazione, utc);
        Ritorno = MotivoRitorno.Restituito;
        NotaRitorno = nota.Trim();
        return Result.Ok;
    }

    /// <summary>Its state allows this now.</summary>
    public bool Attende(AzioneAffidamento azione) => Transizioni.Ammessa(Stato, azione);

    /// <summary>Why this person may not approve it; null: she may.</summary>
    public Error? NonPuoApprovare(Guid personaId, bool haLavorato) =>
        personaId == AutoreId || personaId == RupId ? SeparazioneCompiti.ApprovaUnAltro.Errore()
        : haLavorato ? SeparazioneCompiti.ApprovaChiNonHaLavorato.Errore()
        : null;

    private Error? MancaLApprovazione(ContestoControlli contesto) =>
        contesto.Convenzione.RichiedeApprovazione(Importo) && (ApprovatoDaId is null || ApprovatoDaId == RupId)
            ? SeparazioneCompiti.ApprovazioneNecessaria.Errore()
            : null;

    private void RevocaLApprovazione()
    {
        InviatoDaId = null;
        ApprovatoDaId = null;
        ApprovatoIl = null;
    }
}
