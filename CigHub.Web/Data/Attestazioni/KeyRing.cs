using System.Security.Cryptography;
using System.Text.Json;
using CigHub.Domain.Registro;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Data.Attestazioni;

/// <summary>A key that signs, or once signed, the attestazioni of this installation.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Chiave">The verifier key as text.</param>
/// <param name="Dal">The instant from which it signs, UTC.</param>
/// <param name="FinoA">The number of events up to which its signature counts. Null for the key that signs today.</param>
/// <param name="SostituitaIl">The instant at which it was replaced, UTC. Null for the key that signs today.</param>
public sealed record KnownKey(string Chiave, DateTime Dal, long? FinoA = null, DateTime? SostituitaIl = null)
{
    public NoteKey? Key => NoteKey.Parse(Chiave);
}

/// <summary>
/// The keys of this installation, in a folder of their own outside the data. The private key is made at the first use. Who can write the
/// data alone can neither sign nor make a key trusted.
/// </summary>
/// <remarks>
/// The public keys are copied beside the attestazioni, so that a backup takes them along. That copy is trusted only where the folder of the
/// keys is empty: after a move to another machine. Then a new key is made for the same origin, and the old ones stay known.
/// </remarks>
public sealed partial class KeyRing(DataFolder folder, TimeProvider clock, ILogger<KeyRing> log)
{
    private const string ListFile = "chiavi.json", PrivateExtension = ".privata", OriginStart = "cighub.registro/";
    private const int OriginBytes = 8;

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    private readonly Lock _lock = new();
    private List<KnownKey> _known = [];
    private NoteSigner? _signer;
    private DateTime _nextTry = DateTime.MinValue;

    /// <summary>The reason for which nothing can be signed, as an Italian sentence. Null when the key is there.</summary>
    public string? Fault { get; private set; }

    /// <summary>All keys of this installation, the one that signs today last. Empty when there is none.</summary>
    public IReadOnlyList<KnownKey> Known
    {
        get
        {
            _ = Signer();
            lock (_lock)
            {
                return [.. _known];
            }
        }
    }

    /// <summary>The name of the registro of this installation. Null when there is no key.</summary>
    public string? Origin => Known is [.., var last] ? last.Key?.Name : null;

    private string ListPath => Path.Combine(folder.KeyFolder, ListFile);

    private string ListCopy => Path.Combine(folder.Attestazioni, ListFile);

    /// <summary>
    /// Returns the keys that a data folder knows, without making one: those of the key's own folder, or else the copy beside the attestazioni.
    /// </summary>
    internal static IReadOnlyList<KnownKey> Read(DataFolder folder) =>
        ReadList(Path.Combine(folder.KeyFolder, ListFile)) ?? ReadList(Path.Combine(folder.Attestazioni, ListFile)) ?? [];

    /// <summary>Returns the key that signs today. Returns null when its folder cannot be read or written; <see cref="Fault"/> says why.</summary>
    internal NoteSigner? Signer()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (_signer is null && now >= _nextTry)
            {
                _nextTry = now.AddMinutes(1);
                Told(() => Open(now));
            }

            return _signer;
        }
    }

    /// <summary>
    /// Says which key signed a checkpoint validly, and whether its signature counts: a replaced key counts only up to the events that there
    /// were when it was replaced.
    /// </summary>
    public (KnownKey? Key, bool Counts) SignedBy(SignedNote note, long dimensione) => SignedBy(Known, note, dimensione);

    /// <summary>Says the same for a list of keys.</summary>
    internal static (KnownKey? Key, bool Counts) SignedBy(IReadOnlyList<KnownKey> keys, SignedNote note, long dimensione)
    {
        var signing = keys.Where(k => k.Key is { } key && note.IsSignedBy(key, Ed25519Signing.Verify)).ToList();
        var counting = signing.FindLast(k => k.FinoA is not { } end || dimensione <= end);
        return (counting ?? signing.LastOrDefault(), counting is not null);
    }

    /// <summary>Makes a new key and replaces the present one, whose private half is deleted. Returns the old one and the new one.</summary>
    /// <param name="dimensione">The number of events up to which the old key counts.</param>
    internal (NoteSigner Old, NoteSigner New) Rotate(long dimensione)
    {
        var old = Signer() ?? throw new IOException(Fault);
        lock (_lock)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var next = NoteSigner.Create(old.Key.Name);
            WritePrivate(next);
            _known = [.. _known.Select(k => k.FinoA is null ? k with { FinoA = dimensione, SostituitaIl = now } : k), new KnownKey($"{next.Key}", now)];
            WriteList();
            File.Delete(PrivatePath(old));
            _signer = next;
            return (old, next);
        }
    }

    /// <summary>Forgets what was read, so that a key that another process replaced is read anew.</summary>
    internal void Reload()
    {
        lock (_lock)
        {
            (_signer, _nextTry) = (null, DateTime.MinValue);
        }
    }

    private void Open(DateTime now)
    {
        var own = ReadList(ListPath);
        if (own is [.., var present] && present.Key is { } key)
        {
            var file = Path.Combine(folder.KeyFolder, key.Id + PrivateExtension);
            _known = own;
            _signer = NoteSigner.Parse(File.ReadAllText(file)) ?? throw new IOException($"«{file}» non contiene la chiave privata");
        }
        else
        {
            var copied = ReadList(ListCopy) ?? [];
            var origin = copied.LastOrDefault()?.Key?.Name ?? OriginStart + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(OriginBytes));
            var signer = NoteSigner.Create(origin);
            MakeFolder();
            WritePrivate(signer);
            _known = [.. copied.Select(k => k with { SostituitaIl = k.SostituitaIl ?? now }), new KnownKey($"{signer.Key}", now)];
            WriteList();
            _signer = signer;
            MadeKey(folder.KeyFolder, signer.Key.Id);
        }

        if (!File.Exists(ListCopy) || File.ReadAllText(ListCopy) != File.ReadAllText(ListPath))
        {
            CopyList();
        }
    }

    private void Told(Action open)
    {
        try
        {
            open();
            Fault = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            Fault = $"La chiave che firma le attestazioni di integrità non si può usare (cartella «{folder.KeyFolder}»): {e.Message} Le attestazioni " +
                $"sono sospese; il lavoro continua. Controlla l'impostazione «Attestazioni:CartellaChiave».";
            NoKey(folder.KeyFolder, e);
        }
    }

    private static List<KnownKey>? ReadList(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<List<KnownKey>>(File.ReadAllText(file)) : null;

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder.KeyFolder);
        }
        else
        {
            Directory.CreateDirectory(folder.KeyFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string PrivatePath(NoteSigner signer) => Path.Combine(folder.KeyFolder, signer.Key.Id + PrivateExtension);

    /// <summary>Writes a private key to a file that only the account of the program may read, before the list names it.</summary>
    private void WritePrivate(NoteSigner signer)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(PrivatePath(signer), options))
        {
            writer.Write(signer.PrivateText + "\n");
        }

        DataFolder.Flush(PrivatePath(signer));
    }

    private void WriteList()
    {
        AtomicFile.Write(ListPath, JsonSerializer.Serialize(_known, _indented));
        CopyList();
    }

    private void CopyList()
    {
        Directory.CreateDirectory(folder.Attestazioni);
        AtomicFile.Write(ListCopy, File.ReadAllText(ListPath));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "È stata creata la chiave {Id} che firma le attestazioni di integrità, in {Folder}")]
    private partial void MadeKey(string folder, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "La chiave che firma le attestazioni di integrità non si può usare: {Folder}")]
    private partial void NoKey(string folder, Exception cause);
}
