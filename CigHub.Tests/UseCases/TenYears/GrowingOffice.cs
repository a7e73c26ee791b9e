using System.Globalization;
using System.Text;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;

namespace CigHub.Tests.UseCases.TenYears;

/// <summary>
/// Makes the archive of the test's office larger by copying rows in SQL. The work that is open today, the people, the Enti and the
/// Convenzioni stay as they are: an office has about the same number of them in its first year and in its tenth.
/// </summary>
/// <remarks>
/// The copies are for counting steps only. Their totals, hashes and events do not agree with each other, and the triggers that protect the
/// registro and the ledger are gone. Half of the archive is Tivoli's, so that its pages are full in the small office too.
/// </remarks>
internal sealed class GrowingOffice : IDisposable
{
    /// <summary>The number of open Affidamenti of each kind at Tivoli: more than a group of the Cruscotto shows.</summary>
    private const int OpenOfEachKind = 9;

    private const int StateOfDraft = 1, LastOpenState = 5;

    private const string JustObject = "{}";

    private readonly SqliteConnection _file;
    private readonly TivoliAndVelletri _office;
    private int _last;

    public GrowingOffice(TivoliAndVelletri office)
    {
        _office = office;
        _file = office.Bench.OpenFile();
        _file.CreateFunction("new_cig", (long n) => InventedCodes.Cig('B', 0x100000 + (int)n).Valore);
        _file.CreateFunction("with_seq", (byte[] bytes, long old, long seq) => WithSeq(bytes, old, seq));
        Run("PRAGMA synchronous = OFF");
        foreach (var (name, _) in Triggers.All)
        {
            Run($"DROP TRIGGER IF EXISTS \"{name}\"");
        }

        Run("""
            CREATE TEMP TABLE Copie (N INTEGER PRIMARY KEY, EnteId TEXT, RupId TEXT, LottoId TEXT, Quando TEXT);
            CREATE TEMP TABLE Posti (P INTEGER PRIMARY KEY, EnteId TEXT, RupId TEXT);
            CREATE TEMP TABLE TuttiLotti (L INTEGER PRIMARY KEY, Id TEXT);
            INSERT INTO TuttiLotti (Id) SELECT Id FROM Lotti ORDER BY Id;
            """);
        Actor[] places = [_office.Rup, _office.Bench.RupOfAnotherEnte, Rup2, _office.Bench.ActorOf("rup.guidonia")];
        foreach (var place in places)
        {
            Run("INSERT INTO Posti (EnteId, RupId) VALUES ($ente, $rup)", ("$ente", place.EnteId!), ("$rup", place.PersonaId));
        }

        AddOpenWork();
    }

    private Actor Rup2 => _office.Bench.ActorOf("rup2.tivoli", Ruolo.Rup);

    public int Count(string table = "Affidamenti") => Convert.ToInt32(Scalar($"SELECT COUNT(*) FROM \"{table}\""), CultureInfo.InvariantCulture);

    /// <summary>Returns the rows of each table that a migration made. The tables of the text search are made from the others.</summary>
    public IReadOnlyDictionary<string, int> Rows() =>
        Names("SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 2) <> '__' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'Ricerca%'")
            .ToDictionary(t => t, Count);

    /// <summary>Adds finished Affidamenti, with all that hangs on them, until the office has this number of Affidamenti.</summary>
    public void GrowTo(int affidamenti)
    {
        // Ten years, the newest nearly four months old: whatever reminds of a recent CIG leaves the archive alone.
        Prepare(affidamenti - Count(), "datetime('2026-08-01', '-' || (N * 37 % 3650) || ' days')");
        CopyAffidamento(
            _office.Acquired, "", ("AcquisitoIl", "c.Quando"), ("HaOrdinativo", "1"), ("HaPubblicazione", "1"),
            ("StatoConferma", "2 + c.N % 2"), ("ConfermaFinoAl", "date(c.Quando)"));
        AddAct(TipoAtto.ConfermaDiCapienza);
        AddAct(TipoAtto.DeterminaDiAdesione);
        AddAct(TipoAtto.OrdinativoDiAdesione);
        AddAct(TipoAtto.Pubblicazione);
        var acquired = CopyOf(_office.Acquired);
        Run($"""
            INSERT INTO CigInPiu (Id, AffidamentoId, Cig, Origine, TrovatoIl, Entro, AnnullatoIl, Riferimento)
            SELECT {acquired}, {acquired}, new_cig(0x400000 + N), 1, Quando, date(Quando), date(Quando), 'ANN' FROM Copie c WHERE N % 4 = 0;
            INSERT INTO OperazioniPortale (Id, AffidamentoId, AggiudicazioneId, Tipo, Stato, AvviataIl, ChiusaIl, Dati)
            SELECT {acquired}, {acquired}, NULL, 1, 3, Quando, Quando, '{JustObject}' FROM Copie c WHERE N % 4 = 1;
            INSERT INTO ContenutiFile (Sha256, Byte) SELECT printf('%064x', N), x'00' FROM Copie;
            """);
        Run($"DELETE FROM {MonthlyTotals.Table}");
        Run(MonthlyTotals.Fill);
        Copy("DichiarazioniConflitto", $"t.AffidamentoId = {Id(_office.Draft)} AND N % 4 = 0", [
            ("AffidamentoId", acquired), ("PersonaId", "c.RupId"), ("Utc", "c.Quando"), ("DecisaDaId", "c.RupId"), ("DecisaIl", "c.Quando"), ("Decisione", "1"),
            ("MotivoDecisione", "'archivio'")]);
        Copy("VerificheFornitori", $"t.Id = {Id(_office.Check)}", [
            ("AffidamentoId", acquired), ("EnteId", "c.EnteId"), ("LottoId", "c.LottoId"), ("Utc", "c.Quando"), ("Giorno", "date(c.Quando)"),
            ("RegistrataIl", "date(c.Quando)"), ("Scadenza", "date(c.Quando, '+90 days')")]);
        Copy("Solleciti", $"t.AffidamentoId = {Id(_office.Draft)} AND N % 8 = 0", [
            ("AffidamentoId", acquired), ("EnteId", "c.EnteId"), ("Utc", "c.Quando"), ("Giorno", "date(c.Quando)")]);
        Copy("Deleghe", "N % 16 = 0 AND t.RevocataIl IS NULL", ("RevocataIl", "c.Quando"), ("Dal", "date(c.Quando)"), ("Al", "date(c.Quando)"));
        Copy("AffidamentiDelegati", "N % 16 = 0 AND substr(t.Id, 1, 4) <> '0000'", [("DelegaId", New("t.DelegaId")), ("AffidamentoId", acquired)]);
        Copy("ElenchiPortale", $"N % 4 = 0 AND t.Id = {Id(_office.List)}", ("Sha256", "printf('%064x', c.N)"), ("CaricatoIl", "c.Quando"));
        Copy("Rilievi", "N % 8 = 0 AND substr(t.Id, 1, 4) <> '0000'", ("EnteId", "c.EnteId"), ("Giorno", "date(c.Quando)"));
        Copy("Malfunzionamenti", "N % 4 = 0 AND t.Al IS NULL", ("Dal", "c.Quando"), ("Al", "c.Quando"));
        Copy("RichiesteDiAccesso", $"N % 4 = 0 AND t.Id = {Id(_office.AccessRequest)}", ("PresentataIl", "c.Quando"), ("DecisaIl", "c.Quando"), ("Stato", "3"));
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Adds the work that is open: the same in both offices. Tivoli has more of it than its Cruscotto shows.</summary>
    private void AddOpenWork()
    {
        for (var kind = StateOfDraft; kind <= LastOpenState; kind++)
        {
            Prepare(2 * OpenOfEachKind, "datetime('2026-11-20', '-' || N || ' minutes')");
            CopyAffidamento(
                _office.Draft, kind.ToString(CultureInfo.InvariantCulture), ("StatoConferma", $"{(int)StatoConferma.InVigore}"),
                ("ConfermaFinoAl", "'2026-11-30'"));
            Copy("Atti", $"t.Id = {Id(_office.Act)}", [
                ("AffidamentoId", CopyOf(_office.Draft)),
                ("Tipo", $"{(int)TipoAtto.ConfermaDiCapienza}"), ("ValidoFinoAl", "'2026-11-30'")]);
        }

        Prepare(2 * OpenOfEachKind, "datetime('2026-10-10', '-' || (N % 9) || ' minutes')");
        CopyAffidamento(_office.Acquired, "");
        var acquired = CopyOf(_office.Acquired);
        Run($"""
            INSERT INTO CigInPiu (Id, AffidamentoId, Cig, Origine, TrovatoIl, Entro, AnnullatoIl, Riferimento)
            SELECT {acquired}, {acquired}, new_cig(0x400000 + N), 1, Quando, date(Quando), NULL, NULL FROM Copie c;
            INSERT INTO OperazioniPortale (Id, AffidamentoId, AggiudicazioneId, Tipo, Stato, AvviataIl, ChiusaIl, Dati)
            SELECT {acquired}, {acquired}, NULL, 1, 1, Quando, NULL, '{JustObject}' FROM Copie c;
            """);
    }

    /// <summary>Chooses the numbers of the next copies, and for each its Ente, RUP, Lotto and moment.</summary>
    private void Prepare(int copies, string moment)
    {
        Run($"""
            DELETE FROM Copie;
            WITH RECURSIVE Numeri(N) AS (SELECT {_last + 1} UNION ALL SELECT N + 1 FROM Numeri WHERE N < {_last + copies})
            INSERT INTO Copie
            SELECT N, EnteId, RupId, (SELECT Id FROM TuttiLotti WHERE L = 1 + N / 4 % (SELECT COUNT(*) FROM TuttiLotti)), {moment}
            FROM Numeri JOIN Posti ON P = 1 + N % 4;
            """);
        _last += copies;
    }

    /// <summary>Copies an Affidamento with its parts, its rows of the ledger and its events.</summary>
    /// <param name="state">The state of the copies; empty for that of the Affidamento.</param>
    /// <param name="changed">Further columns of the copies that get another value.</param>
    private void CopyAffidamento(Guid source, string state, params (string Column, string Value)[] changed)
    {
        var ofSource = $"t.AffidamentoId = {Id(source)}";
        var copy = ("AffidamentoId", CopyOf(source));
        Copy("Affidamenti", $"t.Id = {Id(source)}", [
            ("Anno", "CAST(substr(c.Quando, 1, 4) AS INTEGER)"), ("Progressivo", "500000 + c.N"), ("EnteId", "c.EnteId"), ("RupId", "c.RupId"),
            ("AutoreId", "c.RupId"), ("LottoId", "c.LottoId"), ("CreatoIl", "c.Quando"), ("RichiestoIl", "c.Quando"), ("ModificatoIl", "c.Quando"),
            ("Portale_DataInvio", "date(c.Quando)"), ("ImportoAppalto", "100000 + c.N"), ("CigDerivati", "new_cig(c.N)"),
            ("TitoloDocumento", "t.TitoloDocumento || ' ' || c.N"), ("Portale_RegistroDiSistema", "'PI' || c.N"),
            ("Stato", state.Length == 0 ? "t.Stato" : state), ("StatoBozza", state.Length == 0 ? "t.StatoBozza" : state),
            ("TestoRicerca", "t.TestoRicerca || ' ' || lower(new_cig(c.N)) || ' archivio' || c.N"), .. changed]);
        Copy("Aggiudicazioni", ofSource, copy, ("CigDerivato", state.Length == 0 ? "new_cig(c.N)" : "NULL"));
        Copy("Tentativi", ofSource, copy, ("AvviatoIl", "c.Quando"), ("ChiusoIl", "c.Quando"), ("CodiceAppalto", "t.CodiceAppalto || c.N"));
        Copy("MovimentiCapienza", $"t.AggiudicazioneId IN (SELECT Id FROM Aggiudicazioni WHERE AffidamentoId = {Id(source)})", [
            ("AggiudicazioneId", New("t.AggiudicazioneId")), ("LottoId", "c.LottoId"), ("Utc", "c.Quando"),
            ("EnteId", "c.EnteId"), ("Giorno", "date(c.Quando)"), ("RegistratoIl", "date(c.Quando)")]);
        AddEvents(source);
    }

    private void AddEvents(Guid source) => Run($"""
        INSERT INTO Registro (Seq, Byte, Foglia, Utc, AttoreId, Ruolo, EnteId, Azione, OggettoTipo, OggettoId, Esito)
        SELECT Seq, with_seq(Byte, Old, Seq), Foglia, Utc, AttoreId, Ruolo, EnteId, Azione, OggettoTipo, OggettoId, Esito FROM (
            SELECT (SELECT MAX(Seq) FROM Registro) + ROW_NUMBER() OVER (ORDER BY c.N, t.Seq) AS Seq, t.Seq AS Old, t.Byte, t.Foglia,
                c.Quando AS Utc, c.RupId AS AttoreId, t.Ruolo, c.EnteId AS EnteId, t.Azione, t.OggettoTipo, lower({CopyOf(source)}) AS OggettoId,
                CASE WHEN c.N % 200 = 0 THEN 'negato' ELSE t.Esito END AS Esito
            FROM Registro t CROSS JOIN Copie c WHERE t.OggettoId = '{source}');
        UPDATE RegistroTesta SET Dimensione = (SELECT MAX(Seq) FROM Registro);
        """);

    private void AddAct(TipoAtto kind) => Copy("Atti", $"t.Id = {Id(_office.Act)}", [
        ("Id", $"(printf('%08X', c.N) || substr(t.Id, 9, 27) || '{(int)kind}')"), ("AffidamentoId", CopyOf(_office.Acquired)), ("AggiuntoIl", "c.Quando"),
        ("Tipo", $"{(int)kind}"), ("ValidoFinoAl", "NULL")]);

    /// <summary>Inserts one copy of each row for each number. A column that is not named keeps its value, and the id is new.</summary>
    private void Copy(string table, string which, params (string Column, string Value)[] changed)
    {
        var values = changed.ToDictionary(c => c.Column, c => c.Value);
        values.TryAdd("Id", New("t.Id"));
        var columns = Columns(table);
        Assert.All(values.Keys, k => Assert.Contains(k, columns));
        Run($"""
            INSERT INTO {table} ({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(c => values.GetValueOrDefault(c, "t." + c)))} FROM {table} t CROSS JOIN Copie c WHERE {which}
            """);
    }

    private IReadOnlyList<string> Columns(string table) => Names($"SELECT name FROM pragma_table_info('{table}')");

    private List<string> Names(string sql)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static string Id(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";

    private static string CopyOf(Guid id) => New(Id(id));

    /// <summary>Returns the SQL of the id of a copy: the number of the copy, then the rest of the id that it comes from.</summary>
    private static string New(string id) => $"(printf('%08X', c.N) || substr({id}, 9))";

    private static byte[] WithSeq(byte[] bytes, long old, long seq) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(Number(old), Number(seq), StringComparison.Ordinal));

    private static string Number(long seq) => string.Create(CultureInfo.InvariantCulture, $"\"seq\":{seq},");

    private void Run(string sql, params (string Name, object Value)[] values)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql)
    {
        using var command = _file.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
