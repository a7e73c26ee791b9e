namespace CigHub.Web.Demo.Palestra;

/// <summary>A command in the menu of a palestra document that opens a page of its own first. Equality: by both members.</summary>
/// <param name="Nome">The name in the address, which is also the id of the button.</param>
/// <param name="Testo">The caption that the portal uses.</param>
public sealed record PalestraMenuItem(string Nome, string Testo)
{
    public static PalestraMenuItem DescrizioneOperazione { get; } = new("descrizione-operazione", "Descrizione operazione");

    public static PalestraMenuItem CategoriaAppalto { get; } = new("categoria-appalto", "Categoria Appalto");

    public static PalestraMenuItem AnnullaAffidamento { get; } = new("annulla-affidamento", "Annulla affidamento");

    public static PalestraMenuItem SostituzioneRup { get; } = new("sostituzione-rup", "Sostituzione RUP");

    public static PalestraMenuItem? Find(string nome) =>
        new[] { DescrizioneOperazione, CategoriaAppalto, AnnullaAffidamento, SostituzioneRup }.FirstOrDefault(v => v.Nome == nome);
}

/// <summary>The sentences that a page of the palestra shows after a command, by the word that stands in the address.</summary>
public static class PalestraOutcomeWords
{
    private static readonly Dictionary<string, string> _parole = new()
    {
        ["salvato"] = "Documento salvato.",
        ["cig"] = "Operazione eseguita correttamente: il CIG Derivato è stato acquisito.",
        ["modifica-aperta"] = "Modificare CUP e/o Importo Appalto, poi «Invia Modifica». L'operazione è possibile una sola volta.",
        ["modifica-inviata"] = "Modifica inviata.",
        ["modifica-annullata"] = "Modifica annullata: i dati sono rimasti quelli di prima.",
        ["annullato"] = "Affidamento annullato.",
        ["rup"] = "Sostituzione RUP registrata.",
        ["registrato"] = "Dato registrato.",
        ["eliminati"] = "Documenti eliminati.",
        ["copiati"] = "Documenti copiati.",
        ["selezionati"] = "Selezione registrata.",
        ["in-carico"] = "Documenti presi in carico.",
        ["impostato"] = "Comandi dell'addestramento registrati; il conto delle richieste riparte da zero.",
        ["ricominciato"] = "I tuoi documenti dell'ambiente di prova sono stati cancellati.",
    };

    public static string? Of(string? esito) => esito is not null && _parole.TryGetValue(esito, out var parole) ? parole : null;
}
