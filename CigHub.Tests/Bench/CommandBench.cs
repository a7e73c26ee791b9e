using System.Diagnostics;
using System.Security.Cryptography;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.UseCases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Bench;

/// <summary>
/// Measures the time of a command of the app, and the time of the same rows written in one bare ADO.NET transaction on a copy of the file.
/// Both commit with <c>synchronous=FULL</c>.
/// </summary>
internal static class CommandBench
{
    private const int Affidamenti = 1_000, Rounds = 31, PerGiro = 10, Savers = 64, Many = 12_000;

    public static async Task Measure(Offices uffici)
    {
        var ufficio = await uffici.With(Affidamenti);
        using var nudo = Office.Nudo(Copy(ufficio));
        var rup = await ufficio.ActorOf("rup.velletri");
        var id = await Pronto(ufficio, rup);
        var versione = (await ufficio.Query(db => db.Affidamenti.SingleAsync(a => a.Id == id))).Version;
        var righe = new BareRows(nudo, id);
        var pronto = true;
        await BenchClock.Together(
            "SegnaPronto / RiportaInLavorazione",
            Rounds,
            async () =>
            {
                versione = pronto
                    ? await Fatto(ufficio.Runner.Run(new RiportaInLavorazione(id, versione), rup))
                    : await Fatto(ufficio.Runner.Run(new SegnaPronto(id, versione, Dichiarazione: DichiarazioneConflitto.VersioneTesto), rup));
                pronto = !pronto;
            },
            () => righe.Stato(),
            perGiro: PerGiro);

        var giro = 0;
        var visto = (string?)null;
        if (pronto)
        {
            await Fatto(ufficio.Runner.Run(new RiportaInLavorazione(id, versione), rup));
        }

        visto = (await ufficio.Query(db => db.Affidamenti.SingleAsync(a => a.Id == id))).Bozza.Testo(PercorsoAd4.Oggetto);
        await BenchClock.Together(
            "SalvaBozza, one field",
            Rounds,
            async () =>
            {
                var testo = $"Oggetto della misura {giro++}";
                await Fatto(ufficio.Runner.Run(new SalvaBozza(id, [new ModificaCampo(PercorsoAd4.Oggetto, testo, visto)]), rup));
                visto = testo;
            },
            () => righe.Bozza(),
            perGiro: PerGiro);
        await AtOnce(await uffici.With(Many));
    }

    /// <summary>Copies the database for the bare SQL, and returns the copy's path.</summary>
    private static string Copy(Office ufficio)
    {
        var copia = Path.Combine(ufficio.Cartella, "copia.db");
        File.Delete(copia);
        using (var origine = Office.Nudo(ufficio.File))
        {
            Run(origine, null, "VACUUM INTO $f", ("$f", copia));
        }

        using var nudo = Office.Nudo(copia);
        Run(nudo, null, "PRAGMA journal_mode = 'wal'");
        return copia;
    }

    /// <summary>
    /// Measures many people who save at once, each a draft of their own, beside as many bare connections that write the same rows. Both
    /// answer as many saves as there are people, round after round.
    /// </summary>
    private static async Task AtOnce(Office ufficio)
    {
        var copia = Copy(ufficio);
        var aperti = await ufficio.Query(db => db.Affidamenti
            .Where(a => a.Stato == StatoAffidamento.InLavorazione && db.Appartenenze.Any(r => r.PersonaId == a.RupId && r.Ruolo == Ruolo.Rup))
            .OrderBy(a => a.Id).Take(Savers).ToListAsync());
        var bozze = aperti.Select(a => new Saver(ufficio, a)).ToList();
        var nudi = aperti.Select(a => (Connessione: Office.Nudo(copia), a.Id)).ToList();
        var righe = nudi.ConvertAll(n => new BareRows(n.Connessione, n.Id));
        try
        {
            List<double> attese = [], atteseNude = [];
            var (nostro, nudo) = await BenchClock.Together(
                $"SalvaBozza, {aperti.Count} people at once",
                Rounds,
                () => All(bozze, b => b.Save(), attese),
                () => All(righe, r => r.Bozza(), atteseNude));
            Console.WriteLine(
                $"({aperti.Count / nostro * 1000:0} saves a second beside {aperti.Count / nudo * 1000:0}: {nudo / nostro:0.00}; "
                + $"worst wait of the last {Rounds} rounds {attese.TakeLast(Rounds * aperti.Count).Max():0} ms "
                + $"beside {atteseNude.TakeLast(Rounds * aperti.Count).Max():0} ms)");
        }
        finally
        {
            nudi.ForEach(n => n.Connessione.Dispose());
        }
    }

    /// <summary>Starts one act of each at once, and adds how long each waited, in milliseconds.</summary>
    private static async Task All<T>(IReadOnlyList<T> chi, Func<T, Task> atto, List<double> attese)
    {
        var da = Stopwatch.GetTimestamp();
        attese.AddRange(await Task.WhenAll(chi.Select(c => Task.Run(async () =>
        {
            await atto(c);
            return Stopwatch.GetElapsedTime(da).TotalMilliseconds;
        }))));
    }

    /// <summary>
    /// Returns the id of an Affidamento of Velletri that is ready for the portal. Makes one ready by a command when there is none.
    /// </summary>
    private static async Task<Guid> Pronto(Office ufficio, Web.UseCases.Actor rup)
    {
        var (ente, stato) = (rup.EnteId!.Value, StatoAffidamento.ProntoPerIlPortale);
        var completi = await ufficio.Query(
            db => db.Affidamenti
                .Where(a => a.EnteId == ente && (a.Stato == stato || a.Stato == StatoAffidamento.InLavorazione))
                .OrderBy(a => a.Stato == stato ? 0 : 1).ToListAsync());
        foreach (var a in completi)
        {
            var pronto = new SegnaPronto(a.Id, a.Version, Dichiarazione: DichiarazioneConflitto.VersioneTesto);
            if (a.Stato == stato || (await ufficio.Runner.Run(pronto, rup)).IsSuccess)
            {
                return a.Id;
            }
        }

        throw new InvalidOperationException("No Affidamento of Velletri is complete.");
    }

    private static async Task<int> Fatto(Task<Domain.Common.Result<Receipt>> comando)
    {
        var esito = await comando;
        return esito.IsSuccess ? esito.Value.Version : throw new InvalidOperationException(string.Join("; ", esito.Errors));
    }

    private static void Run(SqliteConnection connessione, SqliteTransaction? transazione, string sql, params (string Nome, object Valore)[] parametri)
    {
        using var comando = connessione.CreateCommand();
        comando.Transaction = transazione;
        comando.CommandText = sql;
        foreach (var (nome, valore) in parametri)
        {
            comando.Parameters.AddWithValue(nome, valore);
        }

        comando.ExecuteNonQuery();
    }

    /// <summary>A RUP who changes one field of one draft again and again.</summary>
    private sealed class Saver(Office ufficio, Affidamento affidamento)
    {
        private readonly Web.UseCases.Actor _rup = new(affidamento.RupId, Ruolo.Rup, affidamento.EnteId, [Ruolo.Rup]);
        private string? _visto = affidamento.Bozza.Testo(PercorsoAd4.Oggetto);
        private int _giro;

        public async Task Save()
        {
            var testo = $"Oggetto della misura {_giro++}";
            await Fatto(ufficio.Runner.Run(new SalvaBozza(affidamento.Id, [new ModificaCampo(PercorsoAd4.Oggetto, testo, _visto)]), _rup));
            _visto = testo;
        }
    }

    /// <summary>
    /// Writes by bare SQL rows as large as those of the command measured beside it: the Affidamento, the event with its hash, and the head
    /// of the registro. An autosave writes the Affidamento alone.
    /// </summary>
    private sealed class BareRows(SqliteConnection connessione, Guid id)
    {
        private const int ByteDiUnEvento = 650;
        private readonly string _id = id.ToString().ToUpperInvariant();
        private readonly byte[] _evento = RandomNumberGenerator.GetBytes(ByteDiUnEvento);
        private readonly string _bozza = Read(connessione, id);
        private long _seq = Massimo(connessione);
        private int _giro;

        public Task Stato() => InTransazione(evento: true, t => Run(
            connessione, t, """UPDATE "Affidamenti" SET "Stato" = $s, "StatoBozza" = $s, "ModificatoIl" = $m, "Version" = "Version" + 1 WHERE "Id" = $id""",
            ("$s", 1 + (_giro++ % 2 * 2)), ("$m", Ora()), ("$id", _id)));

        /// <summary>Writes the row that an autosave of the draft changes. There is no event.</summary>
        public Task Bozza() => InTransazione(evento: false, t => Run(
            connessione, t,
            """UPDATE "Affidamenti" SET "Bozza" = $b, "Oggetto" = $o, "TestoRicerca" = $r, "ModificatoIl" = $m, "Version" = "Version" + 1 WHERE "Id" = $id""",
            ("$b", _bozza), ("$o", $"Oggetto {_giro++}"), ("$r", $"{_bozza[..200]}{_giro}"), ("$m", Ora()), ("$id", _id)));

        private static string Ora() => DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fffffff", System.Globalization.CultureInfo.InvariantCulture);

        private static string Read(SqliteConnection connessione, Guid id)
        {
            using var comando = connessione.CreateCommand();
            comando.CommandText = """SELECT "Bozza" FROM "Affidamenti" WHERE "Id" = $id""";
            comando.Parameters.AddWithValue("$id", id.ToString().ToUpperInvariant());
            return (string)comando.ExecuteScalar()!;
        }

        private static long Massimo(SqliteConnection connessione)
        {
            using var comando = connessione.CreateCommand();
            comando.CommandText = """SELECT MAX("Seq") FROM "Registro" """;
            return (long)comando.ExecuteScalar()!;
        }

        private Task InTransazione(bool evento, Action<SqliteTransaction> atto)
        {
            using var transazione = connessione.BeginTransaction(deferred: false);
            atto(transazione);
            if (evento)
            {
                Evento(transazione);
            }

            transazione.Commit();
            return Task.CompletedTask;
        }

        private void Evento(SqliteTransaction transazione)
        {
            _seq++;
            Run(
                connessione, transazione, """
                INSERT INTO "Registro" ("Seq", "Byte", "Foglia", "Utc", "AttoreId", "Ruolo", "EnteId", "Azione", "OggettoTipo", "OggettoId", "Esito")
                VALUES ($q, $b, $f, $u, $id, 'Rup', $id, 'affidamento.pronto', 'Affidamento', $id, 'ok')
                """,
                ("$q", _seq), ("$b", _evento), ("$f", SHA256.HashData(_evento)), ("$u", Ora()), ("$id", _id));
            Run(
                connessione, transazione,
                """UPDATE "RegistroTesta" SET "Dimensione" = $q, "Radice" = $r, "Bordo" = $b WHERE "Id" = 1 AND "Dimensione" = $q - 1""",
                ("$q", _seq), ("$r", SHA256.HashData(_evento)), ("$b", _evento[..416]));
        }
    }
}
