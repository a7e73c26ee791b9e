namespace CigHub.Web.Operations;

/// <summary>The help texts of the program's commands.</summary>
internal static class ProgramHelp
{
    private const string Codes = """

        Codici di uscita: 0 riuscito · 2 riga di comando errata · 3 dati danneggiati o mancanti · 4 dati in uso o già presenti ·
        5 disco pieno, in sola lettura o con errori · 6 database non ancora creato.
        La cartella dei dati è quella dell'impostazione Dati:Cartella (--Dati:Cartella=/percorso, o la variabile Dati__Cartella).
        """;

    private const string Phrase = """
          --passphrase-file FILE   legge la frase segreta da un file (almeno 12 caratteri)
          --passphrase-env NOME    legge la frase segreta da una variabile d'ambiente
        """;

    public const string All = """
        Senza un comando CigHub.Web serve le pagine. I comandi:
          init      crea il database di una nuova installazione
          backup    copia dati e chiavi, mentre si lavora, in un file solo
          verify    controlla una copia o un database
          restore   rimette al suo posto una copia
          rotate-key  sostituisce la chiave che firma le attestazioni di integrità
        «CigHub.Web COMANDO --help» dice come si usa ciascuno.
        """ + Codes;

    public const string Init = """
        CigHub.Web init
        Crea il database nella cartella dei dati. Se ce n'è già uno non lo tocca. Interrotto, si ripete.
        """ + Codes;

    public const string Backup = """
        CigHub.Web backup --to CARTELLA [--keep N] [--passphrase-file FILE | --passphrase-env NOME]
        Copia database e chiavi in un file nuovo della cartella, anche mentre si lavora; lo controlla e lo rilegge prima di dargli il nome.
          --to CARTELLA            dove vanno le copie
          --keep N                 tiene le ultime N copie e cancella le altre; senza, le tiene tutte

        """ + Phrase + Codes;

    public const string Verify = """
        CigHub.Web verify FILE [--attestazione FILE] [--passphrase-file FILE | --passphrase-env NOME]
        Controlla una copia, o un database fermo: pagine, riferimenti, registro eventi, totali della capienza. Non cambia niente.
        I dati sono letti in una cartella temporanea (variabile TMPDIR).
          --attestazione FILE      confronta il registro con un'attestazione di integrità conservata altrove

        """ + Phrase + Codes;

    public const string Restore = """
        CigHub.Web restore FILE [--passphrase-file FILE | --passphrase-env NOME]
        Controlla una copia e la mette nella cartella dei dati, a programma fermo. Non sovrascrive un database che c'è: spostalo prima altrove.

        """ + Phrase + Codes;

    public const string RotateKey = """
        CigHub.Web rotate-key
        A programma fermo: fa una chiave nuova per firmare le attestazioni di integrità, registra il cambio come evento, e fa un'attestazione firmata
        con la vecchia e con la nuova. La vecchia chiave privata è cancellata; quella pubblica resta nota.
        """ + Codes;
}
