using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <content>
/// The conferma di capienza: CMRC's word that the Lotto has room for this Affidamento. It holds its amount on the Lotto until its last day, until
/// somebody withdraws it, or until the request of the CIG consumes it. So nobody is refused after the determina.
/// </content>
/// <remarks>
/// An Affidamento has at most one conferma in force: a new one takes the place of the former. Its ledger rows name the first Aggiudicazione,
/// because CMRC confirms an amount for the whole Affidamento. A change of the RUP leaves it as it is: it belongs to the Affidamento.
/// </remarks>
public sealed partial class Affidamento
{
    /// <summary>The last conferma, in force or not. Null before the first one.</summary>
    public ConfermaCapienza? Conferma { get; private set; }

    /// <summary>The instant at which the request for a conferma left CigHub the last time, UTC. Null while no answer is awaited.</summary>
    public DateTime? CapienzaChiestaIl { get; private set; }

    /// <summary>The amount that the conferma holds on the Lotto now, copied from it so that SQL can add it up.</summary>
    public Importo Confermato { get; private set; }

    /// <summary>The state of <see cref="Conferma"/>, copied from it so that SQL can filter by it.</summary>
    public StatoConferma StatoConferma { get; private set; }

    /// <summary>The last day of <see cref="Conferma"/>, copied from it so that SQL can filter by it.</summary>
    public DateOnly? ConfermaFinoAl { get; private set; }

    /// <summary>Records that the request for a conferma has left CigHub.</summary>
    public Result ChiediConferma(DateTime utc)
    {
        if (Vieta(AzioneAffidamento.GestisciConferma) is { } no)
        {
            return no;
        }

        CapienzaChiestaIl = utc;
        ModificatoIl = utc;
        return Result.Ok;
    }

    /// <summary>
    /// Records that CMRC confirmed an amount, puts the answer into the fascicolo and takes the amount on the Lotto. Returns the ledger rows.
    /// Returns an error when the amount does not fit.
    /// </summary>
    /// <param name="dati">The data of the answer, an atto of the kind <see cref="TipoAtto.ConfermaDiCapienza"/>.</param>
    public Result<IReadOnlyList<MovimentoCapienza>> RegistraConferma(
        Guid attoId, DatiAtto dati, string firmatario, FileAllegato? file, Capienza capienza, DateOnly oggi, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.GestisciConferma) is { } no)
        {
            return no;
        }

        if (dati.ValidoFinoAl is { } fine && fine < oggi && fine >= dati.Data)
        {
            return new Error(
                "conferma.gia-terminata", "L'ultimo giorno di questa conferma è passato: chiedine una nuova a CMRC.", nameof(dati.ValidoFinoAl));
        }

        if (dati.Controlla(oggi) is { IsSuccess: false } sbagliati)
        {
            return Result<IReadOnlyList<MovimentoCapienza>>.Refused(sbagliati.Errors);
        }

        var prima = Conferma;
        var nuova = new ConfermaCapienza(
            attoId, dati.Importo!.Value, dati.Importo.Value, dati.Data, dati.ValidoFinoAl, _aggiudicazioni[0].IdPartecipante, utc, StatoConferma.InVigore);
        var presa = capienza.Conferma(
            AdesioneDi(nuova), nuova.Importo, Confermato, new AttoDiRiferimento(TipoAtto.ConfermaDiCapienza.Nome(), dati.Data, dati.Protocollo), utc);
        if (!presa.TryGet(out var riga))
        {
            return Result<IReadOnlyList<MovimentoCapienza>>.Refused(presa.Errors);
        }

        List<MovimentoCapienza> righe = [riga];
        if (prima is not null && Confermato > Importo.Zero)
        {
            righe.Add(capienza.FineConferma(AdesioneDi(prima), Confermato, "Sostituita da una nuova conferma", utc));
        }

        AccogliAtto(attoId, dati, firmatario, file, oggi, utc);
        TieniConferma(nuova);
        CapienzaChiestaIl = null;
        return righe;
    }

    /// <summary>Records that CMRC did not confirm the capacity. Nothing is taken, and a conferma in force stays as it is.</summary>
    /// <param name="dati">The data of the answer, an atto of the kind <see cref="TipoAtto.CapienzaNegata"/>.</param>
    public Result RegistraCapienzaNegata(Guid attoId, DatiAtto dati, string firmatario, FileAllegato? file, DateOnly oggi, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.GestisciConferma) is { } no)
        {
            return no;
        }

        var accolto = AccogliAtto(attoId, dati, firmatario, file, oggi, utc);
        if (accolto.IsSuccess)
        {
            CapienzaChiestaIl = null;
        }

        return accolto;
    }

    /// <summary>Ends a conferma before its last day, because CMRC withdrew it or the Ente no longer needs it. Returns the ledger row.</summary>
    public Result<IReadOnlyList<MovimentoCapienza>> LiberaCapienza(Capienza capienza, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.GestisciConferma) is { } no)
        {
            return no;
        }

        if (StatoConferma != StatoConferma.InVigore)
        {
            return new Error("conferma.non-in-vigore", "Nessuna conferma tiene capienza: ricarica la pagina per vedere lo stato attuale.");
        }

        ModificatoIl = utc;
        return Result.Success(ChiudiConferma(StatoConferma.Liberata, "Conferma liberata", capienza, utc));
    }

    /// <summary>
    /// Ends the conferma whose last day has passed, and returns the ledger row. Returns no row when there is none to end, so that it may be
    /// called at any time and again.
    /// </summary>
    public IReadOnlyList<MovimentoCapienza> TerminaConferma(Capienza capienza, DateOnly oggi, DateTime utc) =>
        Conferma?.TerminataAl(oggi) == true ? ChiudiConferma(StatoConferma.Terminata, "Ultimo giorno passato", capienza, utc) : [];

    private DatiAdesione AdesioneDi(ConfermaCapienza conferma) => new(_aggiudicazioni[0].Id, EnteId, conferma.IdPartecipante, conferma.Giorno);

    private void TieniConferma(ConfermaCapienza conferma) =>
        (Conferma, Confermato, StatoConferma, ConfermaFinoAl) = (conferma, conferma.Tenuto, conferma.Stato, conferma.ValidaFinoAl);

    /// <summary>Ends the conferma in force and returns the ledger row that frees its amount. Returns no row when none is in force.</summary>
    private IReadOnlyList<MovimentoCapienza> ChiudiConferma(StatoConferma stato, string perche, Capienza capienza, DateTime utc)
    {
        if (Conferma is not { Stato: StatoConferma.InVigore } conferma)
        {
            return [];
        }

        var riga = capienza.FineConferma(AdesioneDi(conferma), conferma.Tenuto, perche, utc);
        TieniConferma(conferma with { Tenuto = Importo.Zero, Stato = stato });
        return [riga];
    }

    /// <summary>
    /// Puts a consumed conferma into force again when its request ends without a CIG, for as much as it covers and as fits. When its last day has
    /// passed meanwhile, it ends.
    /// </summary>
    /// <param name="rilasciato">The amount that the request held. The conferma may always hold it again.</param>
    private IReadOnlyList<MovimentoCapienza> RiprendiConferma(Importo rilasciato, Capienza capienza, DateTime utc)
    {
        if (Conferma is not { Stato: StatoConferma.Consumata } conferma)
        {
            return [];
        }

        var coperto = Coperto(conferma);
        var diNuovo = Minore(coperto, rilasciato);
        diNuovo = capienza.Residuo > diNuovo ? Minore(coperto, capienza.Residuo) : diNuovo;
        if (conferma.TerminataAl(RomeDay.Of(utc)))
        {
            TieniConferma(conferma with { Stato = StatoConferma.Terminata });
            return [];
        }

        if (diNuovo <= Importo.Zero)
        {
            return [];
        }

        TieniConferma(conferma with { Tenuto = diNuovo, Stato = StatoConferma.InVigore });
        return [capienza.RiprendiConferma(AdesioneDi(conferma), diNuovo, utc)];
    }

    /// <summary>
    /// Frees what a conferma in force no longer covers after the portal's list has shown a CIG that nobody had requested here. Returns the ledger
    /// row, or none.
    /// </summary>
    private IReadOnlyList<MovimentoCapienza> RiduciConferma(Capienza capienza, DateTime utc)
    {
        if (Conferma is not { Stato: StatoConferma.InVigore } conferma)
        {
            return [];
        }

        var coperto = _aggiudicazioni.Exists(a => a.Stato == StatoAggiudicazione.DaRichiedere) ? Coperto(conferma) : Importo.Zero;
        if (coperto <= Importo.Zero)
        {
            return ChiudiConferma(StatoConferma.Consumata, "CIG acquisito", capienza, utc);
        }

        var inPiu = conferma.Tenuto - Minore(coperto, conferma.Tenuto);
        TieniConferma(conferma with { Tenuto = conferma.Tenuto - inPiu });
        return inPiu == Importo.Zero ? [] : [capienza.FineConferma(AdesioneDi(conferma), inPiu, "CIG acquisito", utc)];
    }

    /// <summary>Returns the part of the confirmed amount that no acquired CIG of the Affidamento has used.</summary>
    private Importo Coperto(ConfermaCapienza conferma) =>
        conferma.Importo - Importo.Somma(_aggiudicazioni.Where(a => a.Stato == StatoAggiudicazione.Acquisita).Select(a => a.Importo));

    private static Importo Minore(Importo uno, Importo altro) => uno < altro ? uno : altro;
}
