using CigHub.Domain.Common;

namespace CigHub.Domain.OpenData;

/// <summary>
/// The last file of one layout of ANAC's open data that was compared for all Enti, or for one. The next file of the layout takes its place, and
/// the registro keeps that it was compared.
/// </summary>
public sealed class FileOpenData
{
    /// <summary>The longest name of a file, in characters.</summary>
    public const int MaxNome = 200;

    /// <summary>The licence under which ANAC publishes its open data.</summary>
    public const string Licenza = "CC BY-SA 4.0, ANAC";

    private FileOpenData() { }

    /// <param name="enteId">The Ente for which it was compared. Null for all Enti.</param>
    public FileOpenData(Guid? enteId, TracciatoOpenData tracciato) => (Id, EnteId) = (IdOf(enteId, tracciato), enteId);

    public Guid Id { get; private set; }

    public Guid? EnteId { get; private set; }

    /// <summary>The layout, which follows from the id.</summary>
    public TracciatoOpenData Tracciato => Confrontati.First(t => IdOf(EnteId, t) == Id);

    /// <summary>The layouts that CigHub compares, in the order in which the page shows their files.</summary>
    public static IReadOnlyList<TracciatoOpenData> Confrontati { get; } =
        [TracciatoOpenData.Cig, TracciatoOpenData.Aggiudicatari, TracciatoOpenData.Cup];

    public string Nome { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    /// <summary>The day of the snapshot: from the name of the file, else the newest day in it, or for a layout without days that of the comparison.</summary>
    public DateOnly Giorno { get; private set; }

    public bool GiornoDalNome { get; private set; }

    /// <summary>The number of rows in the file, and of the CIG in it that concern the Enti or Convenzioni.</summary>
    public int Righe { get; private set; }

    public int Tenute { get; private set; }

    /// <summary>The months that the file covers, as year and month (<c>202309</c>), separated by blanks.</summary>
    public string Mesi { get; private set; } = "";

    /// <summary>The number of differences that were too many to be kept.</summary>
    public int Oltre { get; private set; }

    /// <summary>The instant of the comparison, UTC.</summary>
    public DateTime ConfrontatoIl { get; private set; }

    /// <summary>Returns the id of the file of a layout that was compared for an Ente, or for all: there is one of each.</summary>
    public static Guid IdOf(Guid? enteId, TracciatoOpenData tracciato)
    {
        var cig = enteId ?? new Guid("0a5ac0de-0000-4000-8000-000000000001");
        return tracciato == TracciatoOpenData.Cig ? cig : StableId.Of($"{cig}\n{(int)tracciato}");
    }

    /// <summary>Takes the place of the former file.</summary>
    public void Sostituisci(FileLetto letto, int oltre, DateTime utc) =>
        (Nome, Sha256, Giorno, GiornoDalNome, Righe, Tenute, Mesi, Oltre, ConfrontatoIl) = (
            letto.Nome.Length > MaxNome ? letto.Nome[^MaxNome..] : letto.Nome, letto.Sha256, letto.Giorno, letto.GiornoDalNome, letto.Righe, letto.Tenute,
            string.Join(' ', letto.Mesi.Order()), oltre, utc);
}

/// <summary>A file of ANAC's open data after it was read to its end.</summary>
/// <param name="Mesi">The months that it covers, as year and month: <c>202309</c>. Empty for a layout without days.</param>
public sealed record FileLetto(
    TracciatoOpenData Tracciato, string Nome, string Sha256, DateOnly Giorno, bool GiornoDalNome, int Righe, int Tenute, IReadOnlyList<int> Mesi);
