using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// The indexes that EF's model cannot describe (members of complex properties) or that only the long lists need. They are made at every
/// start, so that one that a migration dropped comes back.
/// </summary>
internal static class Indexes
{
    public static readonly IReadOnlyList<(string Nome, string Sql)> All =
    [
        // For one Ente's list by its newest change, whatever the state, of everybody or of one person. Stato, RUP and author are included so
        // that counting never leaves the index.
        On("Elenco_Ente_Miei", "\"EnteId\", \"ModificatoIl\", \"Stato\", \"RupId\", \"AutoreId\""),
        On("Elenco_Modificato_Stato", "\"ModificatoIl\", \"Stato\""),
        On("Elenco_Stato_Modificato", "\"Stato\", \"ModificatoIl\""),

        // For each other order of the list, over all Enti and within one. The Id makes every order complete, so that SQLite sorts nothing.
        .. InOrder("DataInvio", "Portale_DataInvio"),
        .. InOrder("Importo", "ImportoAppalto"),
        .. InOrder("Titolo", "TitoloDocumento"),
        .. InOrder("Registro", "Portale_RegistroDiSistema"),
        .. InOrder("Oggetto", "Oggetto"),
        .. InOrder("CigDerivato", "CigDerivati"),
        .. InOrder("Oe", "DenominazioneOe"),
        .. InOrder("StatoPortale", "Portale_Stato"),
        .. InOrder("Stato", "Stato"),
        .. InOrder("Lotto", "LottoId"),
        .. InOrder("Rup", "RupId"),
        On("Ordine_Ente", "\"EnteId\", \"Id\", \"Stato\""),

        // For the orders by a name of another table. They are unique, so that SQLite knows that the rows of one name come in one piece.
        Unique("Persone_NomeEId", "Persone", "\"NomeCompleto\", \"Id\""),
        Unique("Lotti_OggettoEId", "Lotti", "\"Oggetto\", \"Id\""),
        Unique("Enti_NomeEId", "Enti", "\"Denominazione\", \"Id\""),

        // For the list of one Lotto.
        On("Elenco_Lotto", "\"LottoId\", \"ModificatoIl\", \"Stato\", \"EnteId\""),

        // For the newest draft of an Ente, from which a series takes what it has in common.
        On("Ultima_Ente", "\"EnteId\", \"CreatoIl\""),

        // For the worklists: what a person is RUP of, on which Lotti, who has open work, and the CIG whose order or publication is not proved.
        On("Lavoro_Rup", "\"RupId\", \"EnteId\", \"Stato\", \"ModificatoIl\""),
        On("Lavoro_Rup_Lotto", "\"RupId\", \"LottoId\", \"EnteId\""),
        On("Lavoro_Aperto", "\"Stato\", \"EnteId\", \"RupId\""),
        On("Lavoro_Ente_Acquisito", "\"EnteId\", \"Stato\", \"AcquisitoIl\", \"Pregresso\", \"HaOrdinativo\", \"HaPubblicazione\""),
        On("Lavoro_Acquisito", "\"Stato\", \"AcquisitoIl\", \"Pregresso\", \"HaOrdinativo\", \"HaPubblicazione\""),
        Of("CigInPiu_DaAnnullare", "CigInPiu", "\"AffidamentoId\"", "\"AnnullatoIl\" IS NULL"),

        // Every request of a CIG declares something about conflicts. The declared conflicts among them are few.
        Of(
            "Conflitti_Dichiarati", "DichiarazioniConflitto", "\"Decisione\", \"ConvenzioneId\", \"FornitoreCodice\", \"PersonaId\"",
            $"\"Esito\" = {(int)EsitoDichiarazione.Conflitto}"),

        // For the rows behind an amount of the spending, and the communications from which an average is computed.
        Of(
            "Libro_Lotto_Giorno", "MovimentiCapienza",
            "\"LottoId\", \"Giorno\", \"Id\", \"Tipo\", \"EnteId\", \"RegistratoIl\", \"AggiudicazioneId\", \"Importo\""),
        Of("Libro_Lotto_Registrato", "MovimentiCapienza", "\"LottoId\", \"RegistratoIl\", \"Id\", \"Tipo\", \"EnteId\""),
        Of("Libro_Giorno", "MovimentiCapienza", "\"Giorno\", \"Id\", \"Tipo\", \"EnteId\""),
        Of("Libro_Registrato", "MovimentiCapienza", "\"RegistratoIl\", \"Id\", \"Tipo\", \"EnteId\""),
        Of("Libro_Ente_Giorno", "MovimentiCapienza", "\"EnteId\", \"Giorno\", \"Id\", \"Tipo\""),
        Of("Libro_Ente_Registrato", "MovimentiCapienza", "\"EnteId\", \"RegistratoIl\", \"Id\", \"Tipo\""),
        Of(
            "Libro_Comunicazioni", "MovimentiCapienza", "\"LottoId\", \"Giorno\", \"RegistratoIl\", \"Importo\"",
            $"\"Tipo\" = {(int)TipoMovimento.AltreAdesioni}"),

        // For the deleghe of a day: those that ended before it are most.
        Of("Deleghe_Fine", "Deleghe", "\"Al\", \"Dal\", \"EnteId\""),

        // For the filters of the registro. A refused action is rare, so an index of those alone costs other events nothing.
        Of("Registro_Negati", "Registro", "\"Seq\", \"EnteId\", \"Azione\"", "\"Esito\" = 'negato'"),
        Of("Registro_Azione", "Registro", "\"Azione\", \"Seq\", \"Esito\", \"EnteId\""),
        Of("Registro_Ruolo", "Registro", "\"Ruolo\", \"Seq\", \"Azione\", \"Esito\""),
        Of("Registro_Attore", "Registro", "\"AttoreId\", \"Seq\", \"Azione\", \"Esito\""),
    ];

    /// <summary>The names of indexes that an earlier version made and that this version drops because nothing needs them.</summary>
    public static readonly IReadOnlyList<string> Superseded =
    [
        "Elenco_Testo", "Elenco_Ente_Modificato", "Elenco_Ricerca", "Elenco_DataInvio", "Elenco_Importo", "Elenco_Titolo", "Persone_Nome",
        "Lotti_Oggetto", "Enti_Nome",
    ];

    private static IEnumerable<(string Nome, string Sql)> InOrder(string nome, string colonna) =>
    [
        On($"Ordine_{nome}", $"\"{colonna}\", \"Id\", \"EnteId\""),
        On($"Ordine_Ente_{nome}", $"\"EnteId\", \"{colonna}\", \"Id\""),
    ];

    private static (string Nome, string Sql) On(string nome, string colonne) => Of(nome, "Affidamenti", colonne);

    private static (string Nome, string Sql) Unique(string nome, string tabella, string colonne) =>
        (nome, $"CREATE UNIQUE INDEX IF NOT EXISTS \"{nome}\" ON \"{tabella}\" ({colonne})");

    private static (string Nome, string Sql) Of(string nome, string tabella, string colonne, string? dove = null) =>
        (nome, $"CREATE INDEX IF NOT EXISTS \"{nome}\" ON \"{tabella}\" ({colonne}){(dove is null ? "" : $" WHERE {dove}")}");
}
