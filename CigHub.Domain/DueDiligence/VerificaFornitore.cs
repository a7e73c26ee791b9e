using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.DueDiligence;

/// <summary>
/// One recorded check about a supplier: for a whole Lotto, or for one Affidamento. It is written once. A correction is a new check, which
/// takes the place of the earlier one of the same kind.
/// </summary>
/// <remarks>Source: ISO 37001 8.2.</remarks>
public sealed class VerificaFornitore
{
    /// <summary>The longest code or name of a supplier, in characters.</summary>
    public const int MaxFornitore = 300;

    /// <summary>The longest note, in characters.</summary>
    public const int MaxNota = 1000;

    private VerificaFornitore() { }

    public Guid Id { get; private init; }

    public Guid LottoId { get; private init; }

    /// <summary>The Affidamento for which the check was made. Null for a check that holds for the whole Lotto, at every Ente.</summary>
    public Guid? AffidamentoId { get; private init; }

    /// <summary>The Ente of the Affidamento. Null for a check of the Lotto.</summary>
    public Guid? EnteId { get; private init; }

    public string FornitoreCodice { get; private init; } = "";

    public string Fornitore { get; private init; } = "";

    public TipoVerifica Tipo { get; private init; }

    public ChiVerifica Chi { get; private init; }

    public EsitoDueDiligence Esito { get; private init; }

    /// <summary>The day of the check.</summary>
    public DateOnly Giorno { get; private init; }

    /// <summary>The last day of validity, inclusive. Null for a check that does not expire.</summary>
    public DateOnly? Scadenza { get; private init; }

    public string Nota { get; private init; } = "";

    /// <summary>The document, or null when there is none.</summary>
    public FileAllegato? File { get; private init; }

    public Guid AutoreId { get; private init; }

    /// <summary>The instant of the recording, UTC.</summary>
    public DateTime Utc { get; private init; }

    /// <summary>The day in Rome of the recording.</summary>
    public DateOnly RegistrataIl { get; private init; }

    /// <summary>Records a check about a supplier of a Lotto, which holds for the adhesions of every Ente.</summary>
    /// <remarks>Refusals: those of <see cref="DatiVerifica.Controlla"/>, <c>due-diligence.fornitore</c>.</remarks>
    public static Result<VerificaFornitore> SulLotto(
        Guid id, Lotto lotto, string? codice, DatiVerifica dati, FileAllegato? file, Guid autoreId, DateTime utc) =>
        Nuova(id, lotto.Id, null, lotto.Fornitori.FirstOrDefault(f => f.CodiceFiscale.Valore == codice) is { } f
            ? new FornitoreDichiarato(f.CodiceFiscale.Valore, f.Denominazione)
            : null, dati, file, autoreId, utc);

    /// <summary>Records a check about a supplier of an Affidamento. Its RUP does, in whichever state it is, unless it ended.</summary>
    /// <remarks>Refusals: those of <see cref="DatiVerifica.Controlla"/>, <c>due-diligence.fornitore</c>, <c>affidamento.stato</c>.</remarks>
    public static Result<VerificaFornitore> SullAffidamento(
        Guid id, Affidamento affidamento, string? codice, DatiVerifica dati, FileAllegato? file, Guid autoreId, DateTime utc) =>
        affidamento.Stato is StatoAffidamento.Eliminato or StatoAffidamento.AffidamentoAnnullato
            ? new Error("affidamento.stato", "L'affidamento è eliminato o annullato: non si registrano più verifiche.")
            : Nuova(id, affidamento.LottoId, affidamento, affidamento.Fornitori.FirstOrDefault(f => f.CodiceFiscale == codice), dati, file, autoreId, utc);

    /// <summary>Says whether the check counted as valid on a day.</summary>
    public bool ValidaAl(DateOnly giorno) => Esito != EsitoDueDiligence.NonRegolare && (Scadenza is null || Scadenza >= giorno);

    private static Result<VerificaFornitore> Nuova(
        Guid id, Guid lottoId, Affidamento? affidamento, FornitoreDichiarato? fornitore, DatiVerifica dati, FileAllegato? file, Guid autoreId, DateTime utc)
    {
        var giorno = RomeDay.Of(utc);
        List<Error> errori = [.. dati.Controlla(giorno).Errors];
        if (fornitore is null)
        {
            errori.Add(new("due-diligence.fornitore", "Scegli uno dei fornitori: se non lo vedi, ricarica la pagina.", nameof(Fornitore)));
        }

        return errori.Count > 0 ? Result<VerificaFornitore>.Refused(errori) : new VerificaFornitore
        {
            Id = id,
            LottoId = lottoId,
            AffidamentoId = affidamento?.Id,
            EnteId = affidamento?.EnteId,
            FornitoreCodice = fornitore!.CodiceFiscale,
            Fornitore = fornitore.Denominazione,
            Tipo = dati.Tipo,
            Chi = dati.Chi,
            Esito = dati.Esito,
            Giorno = dati.Giorno,
            Scadenza = dati.Esito == EsitoDueDiligence.Regolare ? dati.Scadenza : null,
            Nota = dati.Nota,
            File = file,
            AutoreId = autoreId,
            Utc = utc,
            RegistrataIl = giorno,
        };
    }
}
