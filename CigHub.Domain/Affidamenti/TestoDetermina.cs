namespace CigHub.Domain.Affidamenti;

/// <summary>
/// Writes the draft text of the determina by which an Ente adheres. It cites no law: the Ente's own citations stand in square brackets.
/// </summary>
public static class TestoDetermina
{
    public static AttoDaFirmare Componi(DatiPerGliAtti dati) => new(TipoAtto.DeterminaDiAdesione, "Determina di adesione",
    [
        new(dati.EnteConCodice),
        new("[struttura o servizio che adotta l'atto]"),
        new("Determina n. [numero] del [data]"),
        new($"Oggetto: {dati.Citazione}. {dati.Oggetto}"),
        new("Il responsabile", Intestazione: true),
        new("[nome, qualifica e atto di incarico di chi firma]"),
        new("Premesso che", Intestazione: true),
        new($"è attiva la Convenzione «{dati.Convenzione.Titolo}», Lotto {dati.Lotto.Numero} «{dati.Lotto.Oggetto}», CIG Padre {dati.Lotto.CigPadre}, "
            + $"con {dati.Fornitore};"),
        new($"l'Ente deve provvedere a: {dati.Oggetto} [motivo del fabbisogno e della quantità];"),
        new($"{Confermata(dati)};"),
        new($"il responsabile unico del progetto è {dati.Rup.NomeCompleto} [atto di nomina]."),
        new("Richiamati", Intestazione: true),
        new("[norme, regolamenti e atti di bilancio che l'Ente richiama]"),
        new("Determina", Intestazione: true),
        new($"1. di aderire alla Convenzione indicata, per l'importo di {dati.Importo};"),
        new($"2. di impegnare la spesa: {dati.Impegno}, [esercizio];"),
        new($"3. che il contratto vale {dati.Durata};"),
        new($"4. di dare atto: CUP {dati.Cup}; {Derivato(dati)};"),
        new("5. [pubblicazione, trasmissione e altri adempimenti dell'Ente]."),
        new("[luogo e data]"),
        new("[firma]"),
    ]);

    /// <summary>The words about CMRC's conferma di capienza. A conferma that was freed or has ended no longer supports an act.</summary>
    private static string Confermata(DatiPerGliAtti dati) =>
        dati.Affidamento.Conferma is { Stato: StatoConferma.InVigore or StatoConferma.Consumata } conferma
            ? $"il Soggetto Aggregatore ha confermato la capienza del Lotto per {conferma.Importo:E} il {DatiPerGliAtti.Giorno(conferma.Giorno)}, "
                + $"protocollo {DatiPerGliAtti.Known(dati.Affidamento.Atti.FirstOrDefault(a => a.Id == conferma.AttoId)?.Dati.Protocollo, "protocollo")}"
            : "[conferma di capienza del Soggetto Aggregatore: importo, data e protocollo]";

    private static string Derivato(DatiPerGliAtti dati) => dati.Affidamento.CigDerivati.Length == 0
        ? $"{CitazioneDetermina.InCorso}, l'atto va integrato quando arriva"
        : $"CIG Derivato {dati.Affidamento.CigDerivati.Replace(" ", ", ", StringComparison.Ordinal)}";
}
