namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// The indexes that EF's model cannot describe (members of complex properties) or that only the long lists need. They are made at every
/// start, so that one that a migration dropped comes back.
/// </summary>
internal static class Indexes
{
    public static readonly IReadOnlyList<(string Nome, string Sql)> All =
    [
        // For one Ente's list by its newest change, whatever the state. Stato is included so that counting never leaves the index.
        On("Elenco_Ente_Modificato", "\"EnteId\", \"ModificatoIl\", \"Stato\""),
        On("Elenco_Modificato_Stato", "\"ModificatoIl\", \"Stato\""),
        On("Elenco_Stato_Modificato", "\"Stato\", \"ModificatoIl\""),

        // A search for free text reads every row: the narrow rows of this index, not those of the table, which carry the whole scheda.
        // RupId and LottoId are included for the names of RUP and Lotto.
        On("Elenco_Ricerca", "\"EnteId\", \"Stato\", \"ModificatoIl\", \"TestoRicerca\", \"RupId\", \"LottoId\""),
        On("Elenco_DataInvio", "\"Portale_DataInvio\", \"EnteId\", \"Stato\""),
        On("Elenco_Importo", "\"ImportoAppalto\", \"EnteId\", \"Stato\""),
        On("Elenco_Titolo", "\"TitoloDocumento\", \"EnteId\", \"Stato\""),
    ];

    /// <summary>The names of indexes that an earlier version made and that this version drops because nothing needs them.</summary>
    public static readonly IReadOnlyList<string> Superseded = ["Elenco_Testo"];

    private static (string Nome, string Sql) On(string nome, string colonne) => (nome, $"CREATE INDEX IF NOT EXISTS \"{nome}\" ON \"Affidamenti\" ({colonne})");
}
