using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <content>
/// The approval of an Affidamento whose amount is above the Convenzione's threshold. The approver is neither its author nor its RUP. A
/// draft that is in approval or approved cannot be edited: it must first go back to work, and that revokes the approval.
/// </content>
public sealed partial class Affidamento
{
    /// <summary>The id of the person who sent the draft for approval. Null while the draft is in work.</summary>
    public Guid? InviatoDaId { get; private set; }

    /// <summary>
    /// The id of the person who approved the draft. Null when nobody approved it, or when the draft went back to work after the approval.
    /// </summary>
    public Guid? ApprovatoDaId { get; private set; }

    public DateTime? ApprovatoIl { get; private set; }

    /// <summary>
    /// The suppliers that the draft's scheda names, each of them once, in the order of the scheda. Declarations about conflicts of interest
    /// concern them.
    /// </summary>
    public IReadOnlyList<FornitoreDichiarato> Fornitori =>
    [
        .. (from i in Enumerable.Range(0, Bozza.Righe(PercorsoAd4.Aggiudicazioni))
            let lista = PercorsoAd4.Aggiudicazione(i, "partecipanti")
            from j in Enumerable.Range(0, Bozza.Righe(lista))
            let codice = Identificativo(Bozza.Testo($"{lista}/{j}/codiceFiscale"))
            where !string.IsNullOrEmpty(codice)
            select new FornitoreDichiarato(codice, Bozza.Testo($"{lista}/{j}/denominazione") ?? codice)).DistinctBy(f => f.CodiceFiscale),
    ];

    private static string Identificativo(string? testo) =>
        IdentificativoOperatore.TryParse(testo, null, out var letto) ? letto.Valore : CodeText.Pulisci(testo);

    /// <summary>Declares the draft complete and sends it for approval, because its amount is above the Convenzione's threshold.</summary>
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

    /// <summary>
    /// Approves the draft, which is then ready for the portal. The draft is checked again first, because while it waits a code may expire
    /// or the last day for adhesions to the Convenzione may pass.
    /// </summary>
    /// <param name="haLavorato">True when the approver has changed this draft, in any role. The registro knows it.</param>
    public Result Approva(Guid attoreId, bool haLavorato, ContestoControlli contesto, DateTime utc)
    {
        if ((Vieta(AzioneAffidamento.Approva) ?? NonPuoApprovare(attoreId, haLavorato)) is { } no)
        {
            return no;
        }

        if (Errori(Controllata(contesto)) is { Count: > 0 } errori)
        {
            return Result.Refused(errori);
        }

        ApprovatoDaId = attoreId;
        ApprovatoIl = utc;
        Ritorno = MotivoRitorno.Nessuno;
        NotaRitorno = null;
        return Passa(StatoAffidamento.ProntoPerIlPortale, utc);
    }

    /// <summary>Refuses the approval and sends the draft back to work, with a note that says what has to change.</summary>
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

    /// <summary>Says whether the Affidamento is in a state in which <see cref="Transizioni"/> allows the action.</summary>
    public bool Attende(AzioneAffidamento azione) => Transizioni.Ammessa(Stato, azione);

    /// <summary>
    /// Returns the reason why this person may not approve the Affidamento (its author, its RUP or somebody who worked on the draft), or
    /// null when the person may.
    /// </summary>
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
