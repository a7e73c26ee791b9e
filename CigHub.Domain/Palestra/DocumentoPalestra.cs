using System.Globalization;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Palestra;

/// <summary>
/// A document «AD4 - Adesione ad accordo quadro/convenzione senza successivo confronto competitivo» of the palestra, from its first saving
/// to the CIG Derivato and the acts after it: one modification of CUP and amount, one annulment.
/// </summary>
/// <remarks>Identity: <see cref="Id"/>. It imitates the portal for training. Nothing in it is business data of CigHub.</remarks>
public sealed class DocumentoPalestra
{
    /// <summary>The only reason that ANAC accepts for an annulment or a modification.</summary>
    public const string MotivoAmmesso = "Errata comunicazione";

    private static readonly Error _senzaCig = new("palestra.senza-cig", "Il CIG Derivato non è ancora stato acquisito: prima usa «Richiedi CIG».");
    private static readonly Error _annullato = new("palestra.annullato", "L'affidamento è annullato: non si può più modificare.");

    public Guid Id { get; private init; }

    /// <summary>The person of CigHub to whom the document belongs.</summary>
    public Guid PersonaId { get; private init; }

    public DatiDocumento Dati { get; private set; } = new();

    /// <summary>The RUP's name as the document shows it.</summary>
    public string Rup { get; private set; } = "";

    /// <summary>The codice fiscale of the RUP. Null until a <em>Sostituzione RUP</em>, in which it is typed.</summary>
    public string? RupCodiceFiscale { get; private set; }

    public string DescrizioneOperazione { get; private set; } = "";

    public string CategoriaAppalto { get; private set; } = "";

    public DateTime CreatoIl { get; private init; }

    public Cig? CigDerivato { get; private set; }

    /// <summary>
    /// The document's number in the portal's own registro, for example <c>PI000123-26</c>. Null until the document is sent.
    /// </summary>
    public string? RegistroDiSistema { get; private set; }

    public string? FascicoloDiSistema { get; private set; }

    public DateTime? DataInvio { get; private set; }

    public DateTime? AnnullatoIl { get; private set; }

    /// <summary>The latest refusal by ANAC, in the words that the portal shows. Null when there is none.</summary>
    public string? Rifiuto { get; private set; }

    /// <summary>Says whether the user has opened CUP and amount for modification and not yet sent or cancelled it.</summary>
    public bool InModifica { get; private set; }

    public DateTime? ModificatoIl { get; private set; }

    /// <summary>Says whether the document is ticked in the palestra's list, as by its command <em>Selezione</em>.</summary>
    public bool Selezionato { get; private set; }

    public string? InCaricoA { get; private set; }

    public bool Inviato => CigDerivato is not null;

    /// <summary>The value of the column «Stato» in the palestra's list.</summary>
    public string Stato => Inviato ? "Inviato" : "Salvato";

    public string Fase => Inviato ? "Inviato" : "In lavorazione";

    /// <summary>The value of the column «Stato Affidamento» in the palestra's list. Empty until the document is sent.</summary>
    public string StatoAffidamento => AnnullatoIl is not null ? "Annullato" : Inviato ? "Attivo" : "";

    /// <summary>
    /// The value of the column «Stato Scheda PCP» in the palestra's list, in the words of the portal's family of software.
    /// </summary>
    public string StatoSchedaPcp =>
        AnnullatoIl is not null ? "AppaltoCancellato" : InModifica ? "InLavorazione" : Inviato ? "Confermato" : Rifiuto is not null ? "NonConfermato" : "";

    /// <summary>The amount as the palestra's list shows it (<c>1.234,50</c>), or the typed text when it is not an amount.</summary>
    public string ImportoInElenco => Importo.Leggi(Dati.ImportoAppalto).TryGet(out var importo) ? importo.ToString() : Dati.ImportoAppalto;

    /// <param name="rup">The name of the signed-in person.</param>
    public static DocumentoPalestra Nuovo(Guid id, Guid personaId, string rup, DateTime utc) =>
        new() { Id = id, PersonaId = personaId, Rup = rup, CreatoIl = utc };

    /// <summary>Saves the texts as they were typed (<em>Salva</em>). Returns an error when the document is already sent.</summary>
    public Result Salva(DatiDocumento dati)
    {
        if (Inviato)
        {
            return new Error(
                "palestra.gia-inviato",
                $"Il documento {RegistroDiSistema} è già inviato e non si può modificare: usa i comandi di «Gestione PCP».");
        }

        Dati = dati;
        return Result.Ok;
    }

    /// <summary>Returns the errors that <em>Richiedi CIG</em> finds, field by field. The list is empty when the CIG may be given.</summary>
    public IReadOnlyList<Error> Controlla()
    {
        if (Inviato)
        {
            return [new Error("palestra.gia-inviato", $"Il CIG Derivato è già stato acquisito: {CigDerivato}.")];
        }

        var mancanti = DatiDocumento.Campi.Where(c => c.Obbligatorio && string.IsNullOrWhiteSpace(c.Valore(Dati)))
            .Select(c => new Error("palestra.obbligatorio", $"Il campo «{c.Etichetta}» è obbligatorio: compilalo e ripeti «Richiedi CIG».", c.Nome)).ToList();
        if (mancanti.Count > 0)
        {
            return mancanti;
        }

        var errori = CupEImporto(Dati.Cup, Dati.ImportoAppalto).Errors.ToList();
        if (!Cig.Leggi(Dati.CigPadre).IsSuccess)
        {
            errori.Add(new Error("palestra.err98", ErrorePortale.PadreRifiutato(Dati.CigPadre), nameof(Dati.CigPadre)));
        }

        return errori;
    }

    /// <summary>Records that ANAC accepted the request: the document gets its CIG Derivato and counts as sent.</summary>
    /// <param name="progressivo">The number in the portal's registro, from 1.</param>
    /// <param name="anno">The year in Rome.</param>
    public Result Concedi(Cig cig, int progressivo, int anno, DateTime utc)
    {
        if (Controlla() is { Count: > 0 } errori)
        {
            return Result.Refused(errori);
        }

        CigDerivato = cig;
        RegistroDiSistema = string.Create(CultureInfo.InvariantCulture, $"PI{progressivo:000000}-{anno % 100:00}");
        FascicoloDiSistema = string.Create(CultureInfo.InvariantCulture, $"FE{progressivo:000000}");
        DataInvio = utc;
        Rifiuto = null;
        return Result.Ok;
    }

    /// <summary>
    /// Records the words with which ANAC refused the request. The document is not sent and can be corrected. A document that is already
    /// sent does not change.
    /// </summary>
    public void Rifiuta(string parole) => Rifiuto = Inviato ? Rifiuto : parole;

    /// <summary>
    /// Opens CUP and amount for modification (<em>Modifica CUP e/o Importo</em>). Allowed only when the document has its CIG, and until one
    /// modification was sent.
    /// </summary>
    public Result ApriModifica()
    {
        if (Vieta() is { } no)
        {
            return no;
        }

        if (ModificatoIl is not null)
        {
            return new Error("palestra.modifica-gia-fatta", "CUP e importo si possono modificare una volta sola, ed è già stato fatto.");
        }

        InModifica = true;
        return Result.Ok;
    }

    /// <summary>Sends the new CUP and amount together, for the reason <see cref="MotivoAmmesso"/> (<em>Invia Modifica</em>).</summary>
    public Result InviaModifica(string cup, string importo, DateTime utc)
    {
        if (Vieta() is { } no)
        {
            return no;
        }

        if (!InModifica)
        {
            return new Error("palestra.senza-modifica", "Non c'è una modifica aperta: prima usa «Modifica CUP e/o Importo».");
        }

        if (CupEImporto(cup, importo) is { IsSuccess: false } sbagliati)
        {
            return sbagliati;
        }

        Dati = Dati with { Cup = cup, ImportoAppalto = importo };
        InModifica = false;
        ModificatoIl = utc;
        return Result.Ok;
    }

    /// <summary>
    /// Cancels the open modification (<em>Annulla Modifica</em>). CUP and amount stay as they were, and may be modified another time.
    /// </summary>
    public Result AnnullaModifica()
    {
        if (!InModifica)
        {
            return new Error("palestra.senza-modifica", "Non c'è una modifica aperta da annullare.");
        }

        InModifica = false;
        return Result.Ok;
    }

    /// <summary>
    /// Annuls the Affidamento of the document (<em>Annulla affidamento</em>). Allowed once, and only for the reason
    /// <see cref="MotivoAmmesso"/>.
    /// </summary>
    public Result Annulla(string? motivo, DateTime utc)
    {
        if (Vieta() is { } no)
        {
            return no;
        }

        if (motivo != MotivoAmmesso)
        {
            return new Error("palestra.motivo", $"Scegli il motivo dell'annullamento: l'unico ammesso è «{MotivoAmmesso}».", "Motivo");
        }

        (AnnullatoIl, InModifica) = (utc, false);
        return Result.Ok;
    }

    public Result SostituisciRup(string? codiceFiscale, string? nome)
    {
        var letto = CodiceFiscale.Leggi(codiceFiscale);
        var errori = letto.Errors.Select(e => e with { Field = "CodiceFiscaleRup" }).ToList();
        if (string.IsNullOrWhiteSpace(nome))
        {
            errori.Add(new Error("palestra.obbligatorio", "Scrivi nome e cognome del nuovo RUP.", "NomeRup"));
        }

        if (errori.Count > 0)
        {
            return Result.Refused(errori);
        }

        (Rup, RupCodiceFiscale) = (nome!.Trim(), letto.Value.Valore);
        return Result.Ok;
    }

    public void Descrivi(string? operazione) => DescrizioneOperazione = operazione?.Trim() ?? "";

    public void Classifica(string? categoria) => CategoriaAppalto = categoria?.Trim() ?? "";

    public void Seleziona(bool selezionato) => Selezionato = selezionato;

    public void PrendiInCarico(string nome) => InCaricoA = nome;

    /// <summary>Checks that the document may be deleted. Returns an error when it was sent.</summary>
    public Result PuoEssereEliminato() => Inviato
        ? new Error("palestra.gia-inviato", $"Il documento {RegistroDiSistema} è già inviato e non si elimina: usa «Annulla affidamento».")
        : Result.Ok;

    /// <summary>Returns a new document with the same typed texts. The copy is not sent and has no CIG Derivato.</summary>
    public DocumentoPalestra Copia(Guid id, DateTime utc) => new()
    {
        Id = id,
        PersonaId = PersonaId,
        Rup = Rup,
        CreatoIl = utc,
        Dati = Dati with { TitoloDocumento = $"Copia di {Dati.TitoloDocumento}" },
    };

    private Error? Vieta() => !Inviato ? _senzaCig : AnnullatoIl is not null ? _annullato : null;

    private static Result CupEImporto(string cup, string importo)
    {
        var errori = new List<Error>();
        if (!string.IsNullOrWhiteSpace(cup))
        {
            errori.AddRange(Codici.Cup.Leggi(cup).Errors.Select(e => e with { Field = nameof(DatiDocumento.Cup) }));
        }

        var letto = Importo.Leggi(importo);
        errori.AddRange(letto.Errors.Select(e => e with { Field = nameof(DatiDocumento.ImportoAppalto) }));
        if (letto.TryGet(out var valore) && valore <= Importo.Zero)
        {
            errori.Add(new Error("palestra.importo", "L'importo deve essere maggiore di zero.", nameof(DatiDocumento.ImportoAppalto)));
        }

        return errori.Count == 0 ? Result.Ok : Result.Refused(errori);
    }
}
