using CigHub.Web.Data.Preferenze;

namespace CigHub.Web.Features.Account.Sessioni;

/// <summary>Tells the user in one sentence why a session has ended.</summary>
public static class SessionEndWords
{
    public static string Sentence(MotivoFine motivo) => motivo switch
    {
        MotivoFine.Uscita => "Sei uscito da CigHub in un'altra scheda.",
        MotivoFine.Inattivita => "Per molto tempo non è arrivato nulla da te, e CigHub ha chiuso la sessione al posto tuo.",
        MotivoFine.DurataMassima => "La sessione è durata quanto può durare.",
        MotivoFine.NuovoAccesso => "Hai fatto un nuovo accesso in un'altra scheda.",
        MotivoFine.AltroRuolo => "Hai scelto un altro ruolo in un'altra scheda.",
        MotivoFine.ChiusaDaLei => "Hai chiuso questa sessione da un altro browser.",
        MotivoFine.ChiusaDallUfficio => "L'amministratore dell'ufficio ha chiuso le tue sessioni.",
        MotivoFine.PersonaDisattivata => "La tua utenza è stata disattivata: se non te l'aspettavi, chiedi all'amministratore dell'ufficio.",
        MotivoFine.RuoloTolto =>
            "Il ruolo con cui stavi lavorando ti è stato tolto, o è terminato: se non te l'aspettavi, chiedi all'amministratore dell'ufficio.",
        _ => "CigHub non riconosce più questa sessione.",
    };
}
