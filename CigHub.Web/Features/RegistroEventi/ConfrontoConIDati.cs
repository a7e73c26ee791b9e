using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CigHub.Web.Features.RegistroEventi;

/// <summary>One thing on which the tables and the registro do not agree, in words.</summary>
/// <param name="Oggetto">The kind of object.</param>
/// <param name="Dato">What of it; null: the whole row.</param>
/// <param name="NelRegistro">As the events tell it; null: they do not know it.</param>
/// <param name="NeiDati">As the tables hold it; null: they do not hold it.</param>
/// <param name="UltimoEvento">The last event that changed the row; null: there is none.</param>
public sealed record Discordanza(string Oggetto, string? Dato, string? NelRegistro, string? NeiDati, long? UltimoEvento);

/// <summary>The progress of a comparison.</summary>
/// <param name="Fatti">Events read and rows compared so far.</param>
/// <param name="Totale">All that there are to read and compare.</param>
public sealed record AvanzamentoConfronto(long Fatti, long Totale);

/// <summary>The outcome of a comparison.</summary>
/// <param name="Utc">When it ended.</param>
/// <param name="Discordanze">At most <see cref="ConfrontoConIDati.Massimo"/>.</param>
/// <param name="Oltre">There are more.</param>
public sealed record Concordanza(DateTime Utc, long Eventi, long Righe, IReadOnlyList<Discordanza> Discordanze, bool Oltre)
{
    public bool Concordano => Discordanze.Count == 0;

    /// <summary>The outcome in a sentence, with what to do; it accuses nobody.</summary>
    public string Messaggio => Concordano
        ? $"I dati concordano con il registro: {Plural.Of((int)Righe, "riga confrontata", "righe confrontate")} con {Plural.Of((int)Eventi, "evento", "eventi")}."
        : $"{(Oltre ? "Più di mille punti" : Plural.Of(Discordanze.Count, "punto", "punti"))} in cui i dati non concordano con il registro. Può essere una copia di sicurezza " +
            "ripristinata, un'altra installazione sugli stessi dati, o un'alterazione. Non modificare nulla; conserva una copia dei dati così come sono; avvisa RPCT e dirigente.";
}

/// <summary>
/// Works out from the events what every table must hold, and names each value, and each row, on which the tables say something else. It changes
/// nothing. Whether the events are the ones that were written is <see cref="VerificaIntegrita"/>'s to say.
/// </summary>
public sealed class ConfrontoConIDati(CigHubDbContext db, Ambito ambito, TimeProvider clock) : IQuery
{
    /// <summary>More differences than these are not listed: then something general has happened.</summary>
    public const int Massimo = 1000;

    /// <summary>Rows held in memory at a time. The events are read once for each such part.</summary>
    private const int RigheInsieme = 300_000;

    private const int Ogni = 1000;

    private static readonly Dictionary<Guid, string> _nessuno = [];

    public static Permission Requires => Permission.LeggiRegistro;

    /// <summary>Compares everything; null for who sees one Ente alone.</summary>
    public async Task<Concordanza?> Esegui(IProgress<AvanzamentoConfronto>? avanti, CancellationToken ct = default)
    {
        if (!ambito.TuttiGliEnti)
        {
            return null;
        }

        await using var istante = await db.IstanteAsync(ct);
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
            var stato = new StatoDalRegistro(Interessa);
            await foreach (var riga in Registro().OrderBy(e => e.Seq).Select(e => e.Byte).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (Evento.Leggi(riga).TryGet(out var evento))
                {
                    stato.Aggiungi(evento);
                }

                Segna();
            }

            foreach (var tabella in tabelle)
            {
                await foreach (var riga in Righe(tabella, ct))
                {
                    Segna();
                    if (riga is null)
                    {
                        // Its key is not known, so it falls to no part: it is named once.
                        if (parte == 0)
                        {
                            discordanze.Add(new Discordanza(ParoleDeiDati.Oggetto(tabella.Nome), null, "un valore leggibile", "una riga che non si legge", null));
                        }

                        continue;
                    }

                    var voce = db.Entry(riga);
                    var chiave = $"{tabella.Nome}/{voce.Property(tabella.Chiave.Name).CurrentValue}";
                    if (Interessa(chiave))
                    {
                        discordanze.AddRange(Confronta(tabella.Nome, riga, stato.Togli(chiave), Differenze.ValoriDi(voce), identita));
                    }
                }
            }

            discordanze.AddRange(stato.Righe.Where(r => !SoloDiUnaBozza(r.Key, r.Value))
                .Select(r => new Discordanza(ParoleDeiDati.Oggetto(r.Key.Split('/')[0]), null, "c'è", null, r.Value.UltimoEvento)));
        }

        return new Concordanza(clock.GetUtcNow().UtcDateTime, eventi, righe, [.. discordanze.Take(Massimo)], discordanze.Count > Massimo);

        void Segna()
        {
            if (++fatti % Ogni == 0)
            {
                avanti?.Report(new AvanzamentoConfronto(fatti, totale));
            }
        }
    }

    private static IEnumerable<Discordanza> Confronta(string tipo, object riga, RigaRaccontata? raccontata, JsonObject dati, IReadOnlyList<IdentitaPersona> identita)
    {
        if (raccontata is null)
        {
            if (!SenzaEvento(riga))
            {
                yield return new Discordanza(ParoleDeiDati.Oggetto(tipo), null, null, "c'è", null);
            }

            yield break;
        }

        var registro = raccontata.Valori;
        foreach (var nome in registro.Select(x => x.Key).Union(raccontata.Intera ? dati.Select(x => x.Key) : []))
        {
            var (detto, tenuto) = (registro[nome], Nascosto(dati[nome], registro[nome], identita));
            if (!JsonNode.DeepEquals(detto, tenuto))
            {
                yield return new Discordanza(ParoleDeiDati.Oggetto(tipo), ParoleDeiDati.Etichetta(tipo, nome) ?? "dato tecnico", InParole(tipo, nome, detto, tenuto), InParole(tipo, nome, tenuto, detto), raccontata.UltimoEvento);
            }
        }
    }

    /// <summary>Rows that begin without an event: an adhesion that a draft alone has, the identity of a supplier, which stands in events by its hash.</summary>
    private static bool SenzaEvento(object riga) =>
        riga is Domain.Affidamenti.Aggiudicazione { Stato: Domain.Affidamenti.StatoAggiudicazione.DaRichiedere } or IdentitaPersona { PersonaId: null };

    private static bool SoloDiUnaBozza(string chiave, RigaRaccontata riga) =>
        chiave.StartsWith("Aggiudicazione/", StringComparison.Ordinal) && LetturaTollerante.Testo(riga.Valori, "Stato") == "DaRichiedere";

    /// <summary>A value of the tables as the registro would hide the natural persons in it.</summary>
    private static JsonNode? Nascosto(JsonNode? tenuto, JsonNode? detto, IReadOnlyList<IdentitaPersona> identita) =>
        detto?.ToJsonString() is { } testo && PersoneNascoste.In(testo).ToHashSet() is { Count: > 0 } impronte
            ? PersoneNascoste.Nascondi(tenuto, [.. identita.Where(i => impronte.Contains(i.Impronta))])
            : tenuto;

    /// <summary>The value in words; of a record or a draft only the parts that differ.</summary>
    private static string? InParole(string tipo, string nome, JsonNode? valore, JsonNode? altro) => valore switch
    {
        null => null,
        JsonObject oggetto => string.Join("; ", oggetto.Where(x => !JsonNode.DeepEquals(x.Value, (altro as JsonObject)?[x.Key]))
            .Select(x => $"{ParoleDeiDati.Etichetta(tipo, $"{nome}.{x.Key}") ?? "dato tecnico"}: {ParoleDeiDati.Valore(tipo, $"{nome}.{x.Key}", x.Value, _nessuno)}")),
        _ => ParoleDeiDati.Valore(tipo, nome, valore, _nessuno),
    };

    private IQueryable<RigaRegistro> Registro() => db.Registro.AsNoTracking().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]);

    private async Task<List<Tabella>> Tabelle(CancellationToken ct)
    {
        var tabelle = new List<Tabella>();
        foreach (var tipo in db.Model.GetEntityTypes().Where(t => Differenze.DiLavoro(t.ClrType) && NomiRegistrati.Tipo(t.ClrType).Dati.Count > 0))
        {
            tabelle.Add(new Tabella(tipo, NomiRegistrati.Tipo(tipo.ClrType).Nome, tipo.FindPrimaryKey()!.Properties[0], await Insieme(tipo).LongCountAsync(ct)));
        }

        return tabelle;
    }

    /// <summary>The rows of a table; null for one with a value that CigHub would never have written.</summary>
    private async IAsyncEnumerable<object?> Righe(Tabella tabella, [EnumeratorCancellation] CancellationToken ct)
    {
        // The newest first: of a range that cannot be read the halves are tried, down to the row itself.
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
                lette = [.. await Insieme(tabella.Tipo).Skip(i.Da).Take(i.Quante).ToListAsync(ct)];
            }
            catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or InvalidCastException or OverflowException or ArgumentException)
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
        }
    }

    private IQueryable<object> Insieme(IEntityType tipo) =>
        (IQueryable<object>)new Func<IProperty, IQueryable<object>>(Set<object>).Method.GetGenericMethodDefinition()
            .MakeGenericMethod(tipo.ClrType).Invoke(this, [tipo.FindPrimaryKey()!.Properties[0]])!;

    private IQueryable<T> Set<T>(IProperty chiave)
        where T : class
    {
        var tutte = db.Set<T>().AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters([CigHubDbContext.FiltroEnte]);
        return chiave.ClrType == typeof(Guid) ? tutte.OrderBy(x => EF.Property<Guid>(x, chiave.Name)) : tutte.OrderBy(x => EF.Property<string>(x, chiave.Name));
    }

    private sealed record Tabella(IEntityType Tipo, string Nome, IProperty Chiave, long Righe);
}
