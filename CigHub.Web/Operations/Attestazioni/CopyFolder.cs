using System.Globalization;
using CigHub.Web.Data.Attestazioni;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Operations.Attestazioni;

/// <summary>Keeps a copy of every attestazione as a text file in a folder on another disk.</summary>
internal sealed class CopyFolder(IOptions<AttestazioniSettings> settings) : IDestinazione
{
    public string Nome => "cartella";

    public string Titolo => "Cartella su un altro disco";

    public bool IsOn => settings.Value.Cartella.Length > 0;

    public TimeSpan Ogni => TimeSpan.Zero;

    /// <summary>Writes the file. A folder that is not there fails, because a disk that is not mounted must not pass for the other disk.</summary>
    public Task<Ricevuta> Invia(Attestazione attestazione, CancellationToken ct)
    {
        var folder = Path.GetFullPath(settings.Value.Cartella);
        if (!Directory.Exists(folder))
        {
            throw new IOException($"La cartella «{folder}» non c'è: il disco è collegato?");
        }

        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"attestazione-{attestazione.Numero:000000}.txt"));
        AtomicFile.Write(file, attestazione.Nota);
        return Task.FromResult(new Ricevuta(file));
    }
}
