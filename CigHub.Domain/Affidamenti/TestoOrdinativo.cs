namespace CigHub.Domain.Affidamenti;

/// <summary>
/// Writes the draft text of the ordinativo that the Ente sends to the supplier after the CIG Derivato has come.
/// </summary>
public static class TestoOrdinativo
{
    public static AttoDaFirmare Componi(DatiPerGliAtti dati) => new(TipoAtto.OrdinativoDiAdesione, "Ordinativo di adesione",
    [
        new(dati.EnteConCodice),
        new($"PEC {DatiPerGliAtti.Known(dati.Ente.Pec, "PEC dell'Ente")}"),
        new("Protocollo [numero e data]"),
        new($"A: {dati.Fornitore}"),
        new("PEC [PEC del fornitore]"),
        new($"Oggetto: ordinativo in {dati.Citazione}"),
        new("Ordinativo", Intestazione: true),
        new($"Con determina {Determina(dati)} l'Ente ha aderito alla Convenzione «{dati.Convenzione.Titolo}», Lotto {dati.Lotto.Numero} "
            + $"«{dati.Lotto.Oggetto}», e con questo atto ordina: {dati.Oggetto}."),
        new($"Importo: {dati.Importo}."),
        new($"Durata: {dati.Durata}."),
        new("Quantità, luoghi e tempi: [dettaglio di ciò che si ordina, secondo il capitolato della Convenzione]."),
        new("Codici", Intestazione: true),
        new($"CIG Padre {dati.Lotto.CigPadre}"),
        new($"CIG Derivato {DatiPerGliAtti.Known(
            dati.Affidamento.CigDerivati.Replace(" ", ", ", StringComparison.Ordinal), "CIG Derivato, in corso di acquisizione")}"),
        new($"CUP {dati.Cup}"),
        new($"Spesa: {dati.Impegno}"),
        new("CIG Derivato e CUP vanno riportati nelle fatture e nei pagamenti (L. 136/2010)."),
        new("Fatturazione", Intestazione: true),
        new($"Codice IPA {DatiPerGliAtti.Known(dati.Ente.CodiceIpa, "codice IPA")}, codice univoco ufficio [codice univoco ufficio]"),
        new("Termini di pagamento: [termini e modalità]"),
        new($"Responsabile unico del progetto: {dati.Rup.NomeCompleto}, {DatiPerGliAtti.Known(dati.Rup.Email, "e-mail")}"),
        new("[luogo e data]"),
        new("[firma]"),
    ]);

    private static string Determina(DatiPerGliAtti dati) => dati.Ultimo(TipoAtto.DeterminaDiAdesione) is { } atto
        ? $"n. {DatiPerGliAtti.Known(atto.Numero, "numero")} del {DatiPerGliAtti.Giorno(atto.Data)}"
        : "n. [numero] del [data]";
}
