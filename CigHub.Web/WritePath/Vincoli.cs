using CigHub.Domain.Common;
using CigHub.Web.Data.Configurazioni;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.WritePath;

/// <summary>A constraint of the database that fires becomes a sentence, and never tells whose the other row is.</summary>
internal static class Vincoli
{
    private const int SqliteConstraint = 19;

    /// <summary>The one sentence for a CIG that another Affidamento has, of whatever Ente.</summary>
    public static readonly Error CigGiaUsato = new(
        "cig.gia-usato", "Questo CIG Derivato risulta già registrato per un altro affidamento: verifica sul portale di averlo copiato dalla riga giusta.", "Cig");

    private static readonly (string Segno, Error Errore)[] Noti =
    [
        ("Aggiudicazioni.CigDerivato", CigGiaUsato),
        (CapienzaConfig.CheckResiduo, new Error("capienza.insufficiente", "Sul Lotto non resta capienza per questa adesione: ricarica la pagina per vedere il residuo.")),
        ("Lotti.CigPadre", new Error("cig-padre.gia-usato", "Questo CIG Padre è già di un altro Lotto: cercalo nell'elenco delle Convenzioni, o ricontrolla il codice.", "CigPadre")),
        ("Lotti.Numero", new Error("lotto.numero-ripetuto", "In questa Convenzione c'è già un Lotto con questo numero: scegline un altro.", "Numero")),
        ("Enti.CodiceFiscale", new Error("ente.esiste-gia", "C'è già un Ente con questo codice fiscale: cercalo nell'elenco.", "CodiceFiscale")),
        ("Persone.NomeUtente", new Error("persona.esiste-gia", "C'è già una persona con questo nome utente: cercala nell'elenco.", "NomeUtente")),
        ("Persone.Identita", new Error("persona.identita-usata", "Questa utenza è già collegata a un'altra persona: cercala nell'elenco.")),
        ("RichiesteDiAccesso.Identita", new Error("richiesta-accesso.in-attesa", "Hai già una richiesta in attesa: ricarica la pagina per vederla.")),
        ("Affidamenti.Id", new Error("affidamento.esiste-gia", "Questo affidamento è già stato creato: lo trovi nell'elenco degli affidamenti.")),
    ];

    public static Error? Di(DbUpdateException eccezione)
    {
        if (eccezione.InnerException is not SqliteException { SqliteErrorCode: SqliteConstraint } sqlite)
        {
            return null;
        }

        var noto = Array.Find(Noti, v => sqlite.Message.Contains(v.Segno, StringComparison.Ordinal));
        return noto.Errore ?? new Error("dati.vincolo", "I dati sono in contrasto con altri già registrati e non sono stati salvati: ricarica la pagina e riprova.");
    }
}
