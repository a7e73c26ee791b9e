namespace CigHub.Web.Data.Sqlite;

/// <summary>Indexes that EF's model cannot describe (members of complex properties) or that only the long lists want. Made at every start: one that a migration dropped comes back.</summary>
internal static class Indici
{
    public static readonly IReadOnlyList<(string Nome, string Sql)> Tutti =
    [
        // One Ente's list by its newest change, whatever the state; Stato is there so that counting never leaves the index.
        Su("Elenco_Ente_Modificato", "\"EnteId\", \"ModificatoIl\", \"Stato\""),
        Su("Elenco_Modificato_Stato", "\"ModificatoIl\", \"Stato\""),
        Su("Elenco_Stato_Modificato", "\"Stato\", \"ModificatoIl\""),

        // Free text reads every row: of the index's narrow ones, not of the table's, which carry the whole scheda. RUP and Lotto are there for their names.
        Su("Elenco_Ricerca", "\"EnteId\", \"Stato\", \"ModificatoIl\", \"TestoRicerca\", \"RupId\", \"LottoId\""),
        Su("Elenco_DataInvio", "\"Portale_DataInvio\", \"EnteId\", \"Stato\""),
        Su("Elenco_Importo", "\"ImportoAppalto\", \"EnteId\", \"Stato\""),
        Su("Elenco_Titolo", "\"TitoloDocumento\", \"EnteId\", \"Stato\""),
    ];

    /// <summary>Names of indexes that an earlier version made and none needs now.</summary>
    public static readonly IReadOnlyList<string> Superati = ["Elenco_Testo"];

    private static (string Nome, string Sql) Su(string nome, string colonne) => (nome, $"CREATE INDEX IF NOT EXISTS \"{nome}\" ON \"Affidamenti\" ({colonne})");
}
