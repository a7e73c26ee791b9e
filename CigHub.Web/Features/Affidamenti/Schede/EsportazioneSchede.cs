using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Schede;

/// <summary>The exported file for the user to download: the JSON of one scheda, or a zip with several.</summary>
/// <param name="TestiEsclusi">The number of typed texts that cannot be read, and so are not in the JSON.</param>
/// <param name="DatiEsclusi">The number of data of an older import that ANAC's model does not have, and so are not in the JSON.</param>
/// <param name="NonEsportate">The schede that were asked for and are not in the file, because ANAC's schema would refuse them.</param>
public sealed record FileSchede(
    string Nome, byte[] Byte, int Quante, int TestiEsclusi, int DatiEsclusi, IReadOnlyList<SchedaNonEsportata> NonEsportate)
{
    private const int MaxNominate = 5;

    public string Parole => $"{Plural.Word(Quante, "Esportata", "Esportate")} {Plural.Of(Quante, "scheda", "schede")} in {Nome}."
        + (TestiEsclusi == 0 ? "" : $" {Plural.Of(
            TestiEsclusi,
            "testo che non si riesce a leggere non è nel file: correggilo nella scheda",
            "testi che non si riescono a leggere non sono nel file: correggili nelle schede")}.")
        + (DatiEsclusi == 0 ? "" : $" {Plural.Of(
            DatiEsclusi,
            "dato che il modello di ANAC non prevede non è nel file",
            "dati che il modello di ANAC non prevede non sono nel file")}.")
        + (NonEsportate.Count == 0 ? "" : $" Non {Plural.Word(NonEsportate.Count, "esportata", "esportate")}, perché ANAC "
            + $"{Plural.Word(NonEsportate.Count, "la", "le")} rifiuterebbe: {string.Join("; ", NonEsportate.Take(MaxNominate).Select(s => s.Parole))}"
            + (NonEsportate.Count > MaxNominate ? $"; e {Plural.Of(NonEsportate.Count - MaxNominate, "altra", "altre")}." : "."));
}

/// <summary>A scheda that is not exported, because ANAC's schema would refuse it.</summary>
/// <param name="Mancanze">The differences from the schema, each at its field. There is at least one.</param>
public sealed record SchedaNonEsportata(NumeroAffidamento Numero, IReadOnlyList<Segnalazione> Mancanze)
{
    /// <summary>The number of the Affidamento, the first difference, and how many there are beside it.</summary>
    public string Parole => $"{Numero} ({Mancanze[0].Messaggio.TrimEnd('.')}"
        + (Mancanze.Count == 1 ? ")" : $" e {Plural.Of(Mancanze.Count - 1, "altro problema", "altri problemi")})");
}

/// <summary>Reads the drafts of some Affidamenti for the export, one after the other. Leaves out those that the actor may not see.</summary>
public sealed class SchedeDaEsportare(CigHubDbContext db) : IQuery
{
    public static Permission Requires => Permission.LeggiAffidamenti;

    public IAsyncEnumerable<(Guid Id, NumeroAffidamento Numero, BozzaAd4 Bozza)> Each(IReadOnlyCollection<Guid> ids) =>
        db.Affidamenti.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Anno).ThenBy(a => a.Progressivo)
            .Select(a => new { a.Id, a.Anno, a.Progressivo, a.Bozza }).AsAsyncEnumerable()
            .Select(a => (a.Id, new NumeroAffidamento(a.Anno, a.Progressivo), a.Bozza));
}

/// <summary>
/// Makes the file for <em>Esporta scheda</em>: reads the schede, leaves out those that ANAC's schema would refuse, records the events, and
/// only then returns the file. One scheda gives a JSON, several give a zip of JSON files.
/// </summary>
public sealed class EsportazioneSchede(QueryReader reader, CommandRunner runner, TimeProvider clock)
{
    private static readonly JsonWriterOptions _rientrato = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Result<FileSchede>> Run(
        IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken ct, IProgress<int>? progress = null)
    {
        var lette = await reader.ReadLong<SchedeDaEsportare, WrittenDrafts>(actor, q => Write(q.Each(ids), progress, ct), ct);
        if (!lette.TryGet(out var scritte))
        {
            return Result<FileSchede>.Refused(lette.Errors);
        }

        var nonConformi = scritte.NonConformi;
        if (scritte.InUscita.Count == 0 && nonConformi is [var prima, .. var altre])
        {
            return new Error(
                "esporta.non-conforme",
                $"Nessuna scheda esportata, perché ANAC {Plural.Word(nonConformi.Count, "la", "le")} rifiuterebbe: {prima.Parole}"
                    + (altre.Count == 0 ? "" : $"; e {Plural.Of(altre.Count, "altra", "altre")}")
                    + ". Apri la scheda, correggi ciò che il pannello indica ed esporta di nuovo.");
        }

        var esito = await runner.Run(new EsportaSchede(scritte.InUscita), actor, ct);
        if (!esito.IsSuccess)
        {
            return Result<FileSchede>.Refused(esito.Errors);
        }

        var adesso = RomeTime.InRome(clock.GetUtcNow().UtcDateTime);
        var (nome, file) = scritte.InUscita.Count == 1
            ? (scritte.NomeDellaPrima, scritte.Prima)
            : ($"schede-AD4-{adesso:yyyy-MM-dd-HHmm}.zip", scritte.Zip.ToArray());
        return new FileSchede(nome, file, scritte.InUscita.Count, scritte.TestiEsclusi, scritte.DatiEsclusi, nonConformi);
    }

    /// <summary>Writes each scheda into the zip as it is read, and holds none of them.</summary>
    private static async Task<WrittenDrafts?> Write(
        IAsyncEnumerable<(Guid Id, NumeroAffidamento Numero, BozzaAd4 Bozza)> schede, IProgress<int>? progress, CancellationToken ct)
    {
        var (scritte, read) = (new WrittenDrafts(), 0);
        using var zip = new ZipArchive(scritte.Zip, ZipArchiveMode.Create, leaveOpen: true);
        await foreach (var (id, numero, bozza) in schede.WithCancellation(ct))
        {
            progress?.Report(++read);

            // Nothing leaves that ANAC's schema refuses, not even when it is nearly complete.
            if (ConformitaAd4.Controlla(bozza) is { Count: > 0 } mancanze)
            {
                scritte.NonConformi.Add(new SchedaNonEsportata(numero, mancanze));
                continue;
            }

            var file = Encoding.UTF8.GetBytes(Text(bozza));
            var nome = $"AD4_{numero}.json";
            if (scritte.InUscita.Count == 0)
            {
                (scritte.NomeDellaPrima, scritte.Prima) = (nome, file);
            }

            using (var voce = zip.CreateEntry(nome).Open())
            {
                voce.Write(file);
            }

            scritte.InUscita.Add(new SchedaInUscita(id, EsportaSchede.Impronta(bozza)));
            scritte.TestiEsclusi += bozza.TestiNonLeggibili.Count;
            scritte.DatiEsclusi += bozza.EsclusiDaAnac.Count;
        }

        return scritte;
    }

    /// <summary>Returns the scheda as ANAC's JSON, indented for human readers, with every number exactly as the scheda has it.</summary>
    internal static string Text(BozzaAd4 bozza)
    {
        using var documento = JsonDocument.Parse(bozza.Scheda.Json());
        using var memoria = new MemoryStream();
        using (var scrittore = new Utf8JsonWriter(memoria, _rientrato))
        {
            documento.WriteTo(scrittore);
        }

        return Encoding.UTF8.GetString(memoria.ToArray()) + "\n";
    }

    /// <summary>The schede that were written for the download, and those that were left out.</summary>
    private sealed class WrittenDrafts
    {
        public MemoryStream Zip { get; } = new();

        public string NomeDellaPrima { get; set; } = "";

        public byte[] Prima { get; set; } = [];

        public List<SchedaInUscita> InUscita { get; } = [];

        public List<SchedaNonEsportata> NonConformi { get; } = [];

        public int TestiEsclusi { get; set; }

        public int DatiEsclusi { get; set; }
    }
}
