using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Computes from the events what every table must contain, and lists each value and each row in which the database differs. It changes
/// nothing. Whether the events themselves are genuine is checked by <see cref="VerificaIntegrita"/>.
/// </summary>
public sealed class ConfrontoConIDati(
    CigHubDbContext db, Ambito ambito, DataFolder folder, SpiegazioniDate spiegazioni, LastIntegrityCheck last, TimeProvider clock) : IQuery
{
    /// <summary>The largest number of differences that are listed. More of them mean one general cause and not single changes.</summary>
    public const int Massimo = 1000;

    /// <summary>The number of rows compared at a time, to limit the memory. The events are read again for each such part.</summary>
    private const int RigheInsieme = 150_000;

    private const int Ogni = 1000;

    private static readonly Dictionary<Guid, string> _nessuno = [];
    private static readonly Dictionary<string, string> _senzaNomi = [];

    public static Permission Requires => Permission.LeggiRegistro;

    /// <summary>Compares all events with all tables, and reports the progress. Returns null when the actor sees only one Ente.</summary>
    public async Task<Concordanza?> Run(IProgress<ConfrontoProgress>? avanti, CancellationToken ct = default)
    {
        if (!ambito.TuttiGliEnti)
        {
            return null;
        }

        // The note is read before the snapshot. A commit writes it after its events, so a note read later could be ahead of the snapshot.
        var generali = new PuntiGenerali(HeadNote.Read(folder.HeadNote));
        await using var istante = await db.OpenAsync(ct);
        var testa = await db.Testa.AsNoTracking().SingleAsync(ct);
        var protezioni = await SqliteDatabase.StrangeObjects(db, ct);
        var cig = await db.Lotti.AsNoTracking().Select(l => new { l.Id, l.CigPadre }).ToDictionaryAsync(l => l.Id, l => l.CigPadre.Valore, ct);
        var spiegate = await spiegazioni.All(ct);
        var tabelle = await Tabelle(ct);
        var (eventi, righe) = (await Registro().LongCountAsync(ct), tabelle.Sum(t => t.Righe));
        var parti = (int)Math.Max(1, (righe + RigheInsieme - 1) / RigheInsieme);
        var (fatti, totale) = (0L, (eventi + righe) * parti);
        var discordanze = new List<Discordanza>();
        var identita = await db.IdentitaPersone.AsNoTracking().Where(i => i.PersonaId == null).ToListAsync(ct);
        for (var parte = 0; parte < parti && discordanze.Count <= Massimo; parte++)
        {
            var questa = parte;
            bool Interessa(string chiave) => parti == 1 || chiave.Aggregate(0u, (h, c) => (h * 31) + c) % (uint)parti == questa;
            var stato = new StateFromRegistro(Interessa);
            await foreach (var riga in Registro().OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (Evento.Leggi(riga.Byte).TryGet(out var evento))
                {
                    stato.Add(evento);
                }

                if (parte == 0)
                {
                    generali.Add(riga);
                }

                Segna();
            }

            foreach (var tabella in tabelle)
            {
                await foreach (var riga in Rows(tabella, ct))
                {
                    Segna();
                    if (riga is null)
                    {
                        // The key of an unreadable row is unknown, so the row belongs to no part. It is listed once, in the first part.
                        if (parte == 0)
                        {
                            discordanze.Add(new Discordanza(
                                DataWords.Oggetto(tabella.Nome), null, "un valore leggibile", "una riga che non si legge", null));
                        }

                        continue;
                    }

                    if (parte == 0)
                    {
                        generali.Add(riga);
                    }

                    var voce = db.Entry(riga);
                    var chiave = $"{tabella.Nome}/{voce.Property(tabella.Chiave.Name).CurrentValue}";
                    if (Interessa(chiave))
                    {
                        discordanze.AddRange(
                            Compare(tabella.Nome, riga, stato.Remove(chiave), ChangeSet.ValuesOf(voce), identita)
                                .Select(d => d with { Riga = chiave, Quale = Titolo(riga, cig), AffidamentoId = Affidamento(riga) }));
                    }
                }
            }

            discordanze.AddRange(stato.Righe.Where(r => !SoloDiUnaBozza(r.Key, r.Value))
                .Select(r => new Discordanza(DataWords.Oggetto(r.Key.Split('/')[0]), null, "c'è", null, r.Value.UltimoEvento, r.Key)));
        }

        discordanze.InsertRange(0, generali.Trovati(testa, righe, protezioni, cig));
        last.Note(generali.Esito!);
        var inOrdine = discordanze
            .Select(d => d with { SpiegataDa = spiegate.GetValueOrDefault(d.Impronta) is var seq and not 0 ? seq : null })
            .OrderBy(d => d.SpiegataDa is not null);
        return new Concordanza(clock.GetUtcNow().UtcDateTime, eventi, righe, await ConNumeri([.. inOrdine.Take(Massimo)], ct), discordanze.Count > Massimo);

        void Segna()
        {
            if (++fatti % Ogni == 0)
            {
                avanti?.Report(new ConfrontoProgress(fatti, totale));
            }
        }
    }

    private static string? Titolo(object riga, IReadOnlyDictionary<Guid, string> cig) => riga switch
    {
        Convenzione c => c.Titolo,
        Lotto l => l.CigPadre.Valore,
        Capienza c => cig.GetValueOrDefault(c.LottoId),
        MovimentoCapienza m => cig.GetValueOrDefault(m.LottoId),
        Ente e => e.Denominazione,
        Persona p => p.NomeCompleto,
        _ => null,
    };

    private static Guid? Affidamento(object riga) => riga switch
    {
        Affidamento a => a.Id,
        Aggiudicazione g => g.AffidamentoId,
        Atto a => a.AffidamentoId,
        OperazionePortale o => o.AffidamentoId,
        Tentativo t => t.AffidamentoId,
        CigInPiu c => c.AffidamentoId,
        DichiarazioneConflitto d => d.AffidamentoId,
        VerificaFornitore v => v.AffidamentoId,
        _ => null,
    };

    /// <summary>Returns the differences with the number of the Affidamento to which each belongs, where there is one.</summary>
    private async Task<IReadOnlyList<Discordanza>> ConNumeri(IReadOnlyList<Discordanza> discordanze, CancellationToken ct)
    {
        var id = discordanze.Select(d => d.AffidamentoId).OfType<Guid>().ToHashSet();
        var numeri = await db.Affidamenti.AsNoTracking().Where(a => id.Contains(a.Id)).Select(a => new { a.Id, a.Anno, a.Progressivo }).ToListAsync(ct);
        var titoli = numeri.ToDictionary(n => n.Id, n => new NumeroAffidamento(n.Anno, n.Progressivo).ToString());
        return [.. discordanze.Select(d => d.AffidamentoId is { } a ? d with { Quale = titoli.GetValueOrDefault(a) } : d)];
    }

    private static IEnumerable<Discordanza> Compare(
        string tipo, object riga, ToldRow? raccontata, JsonObject dati, IReadOnlyList<IdentitaPersona> identita)
    {
        if (raccontata is null)
        {
            if (!SenzaEvento(riga))
            {
                yield return new Discordanza(DataWords.Oggetto(tipo), null, null, "c'è", null);
            }

            yield break;
        }

        var registro = raccontata.Valori;
        foreach (var nome in registro.Select(x => x.Key).Union(raccontata.Intera ? dati.Select(x => x.Key) : []))
        {
            var (detto, tenuto) = (registro[nome], Nascosto(dati[nome], registro[nome], identita));
            if (!JsonNode.DeepEquals(detto, tenuto))
            {
                yield return new Discordanza(
                    DataWords.Oggetto(tipo),
                    DataWords.Etichetta(tipo, nome) ?? "dato tecnico",
                    InWords(tipo, nome, detto, tenuto),
                    InWords(tipo, nome, tenuto, detto),
                    raccontata.UltimoEvento);
            }
        }
    }

    /// <summary>
    /// Says whether a row may exist without an event. This is true of the adhesion of a draft, and of the identity of a supplier, of which
    /// events have only the hash.
    /// </summary>
    private static bool SenzaEvento(object riga) =>
        riga is Aggiudicazione { Stato: StatoAggiudicazione.DaRichiedere } or IdentitaPersona { PersonaId: null };

    private static bool SoloDiUnaBozza(string chiave, ToldRow riga) =>
        chiave.StartsWith("Aggiudicazione/", StringComparison.Ordinal) && TolerantReader.Text(riga.Valori, "Stato") == "DaRichiedere";

    /// <summary>
    /// Returns a value from the database in which natural persons are replaced by their hashes, as in events, so that the two can be
    /// compared.
    /// </summary>
    private static JsonNode? Nascosto(JsonNode? tenuto, JsonNode? detto, IReadOnlyList<IdentitaPersona> identita) =>
        detto?.ToJsonString() is { } testo && HiddenPeople.HiddenIn(testo).ToHashSet() is { Count: > 0 } impronte
            ? HiddenPeople.Hide(tenuto, [.. identita.Where(i => impronte.Contains(i.Impronta))])
            : tenuto;

    /// <summary>Returns a value in words. Only those parts of a record or a draft appear that differ from the other value.</summary>
    private static string? InWords(string tipo, string nome, JsonNode? valore, JsonNode? altro) => valore switch
    {
        null => null,
        JsonObject oggetto => HiddenPeople.WithNames(
            string.Join("; ", oggetto.Where(x => !JsonNode.DeepEquals(x.Value, (altro as JsonObject)?[x.Key]))
                .Select(x => $"{DataWords.Etichetta(tipo, $"{nome}.{x.Key}") ?? "dato tecnico"}: "
                    + $"{DataWords.Value(tipo, $"{nome}.{x.Key}", x.Value, _nessuno)}")),
            _senzaNomi),
        _ => DataWords.Value(tipo, nome, valore, _nessuno) is { } testo ? HiddenPeople.WithNames(testo, _senzaNomi) : null,
    };

    private IQueryable<RigaRegistro> Registro() => db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]);

    private async Task<List<Table>> Tabelle(CancellationToken ct)
    {
        var tabelle = new List<Table>();
        foreach (var tipo in db.Model.GetEntityTypes().Where(t => ChangeSet.IsWorking(t.ClrType) && NomiRegistrati.Tipo(t.ClrType).Dati.Count > 0))
        {
            tabelle.Add(new Table(
                tipo, NomiRegistrati.Tipo(tipo.ClrType).Nome, tipo.FindPrimaryKey()!.Properties[0], await Together(tipo).LongCountAsync(ct)));
        }

        return tabelle;
    }

    /// <summary>
    /// Reads all rows of a table. Gives null in place of a row that cannot be read, because it holds a value that CigHub never writes.
    /// </summary>
    private async IAsyncEnumerable<object?> Rows(Table tabella, [EnumeratorCancellation] CancellationToken ct)
    {
        // The last range is read first. When a range cannot be read, its halves are tried, down to the single row.
        var intervalli = new Stack<(int Da, int Quante)>();
        for (var da = 0; da < tabella.Righe; da += Ogni)
        {
            intervalli.Push((da, Ogni));
        }

        while (intervalli.TryPop(out var i))
        {
            List<object?>? lette = null;
            try
            {
                lette = [.. await Together(tabella.Tipo).Skip(i.Da).Take(i.Quante).ToListAsync(ct)];
            }
            catch (Exception e) when (
                e is FormatException or JsonException or InvalidOperationException or InvalidCastException or OverflowException or ArgumentException)
            {
                if (i.Quante == 1)
                {
                    lette = [null];
                }
                else
                {
                    intervalli.Push((i.Da + (i.Quante / 2), i.Quante - (i.Quante / 2)));
                    intervalli.Push((i.Da, i.Quante / 2));
                }
            }

            foreach (var riga in lette ?? [])
            {
                yield return riga;
            }

            // The change tracker keeps every entity whose entry was asked for, even an untracked one. Clearing it frees them.
            db.ChangeTracker.Clear();
        }
    }

    private IQueryable<object> Together(IEntityType tipo) =>
        (IQueryable<object>)new Func<IProperty, IQueryable<object>>(Set<object>).Method.GetGenericMethodDefinition()
            .MakeGenericMethod(tipo.ClrType).Invoke(this, [tipo.FindPrimaryKey()!.Properties[0]])!;

    private IQueryable<T> Set<T>(IProperty chiave)
        where T : class
    {
        var tutte = db.Set<T>().AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]);
        return chiave.ClrType == typeof(Guid) ? tutte.OrderBy(x => EF.Property<Guid>(x, chiave.Name)) : tutte.OrderBy(x => EF.Property<string>(x, chiave.Name));
    }

    private sealed record Table(IEntityType Tipo, string Nome, IProperty Chiave, long Righe);
}
