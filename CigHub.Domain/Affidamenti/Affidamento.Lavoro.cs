using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// A piece of work: the changes that one person made to a draft between two moments, however many times it was saved meanwhile.
/// </summary>
/// <remarks>Equality: by all members, the fields by reference.</remarks>
/// <param name="Ruolo">The role of that person during the work.</param>
/// <param name="Dal">The instant of the first change, UTC.</param>
/// <param name="Al">The instant of the last change, UTC.</param>
/// <param name="Campi">The fields whose text differs now. A field changed and then set back is not among them.</param>
/// <param name="ImportoPrima">The total amount of all adhesions before the work.</param>
/// <param name="ImportoDopo">The total amount of all adhesions after the work.</param>
/// <param name="DelegaId">The delega under which the person worked. Null when the person worked in a role of their own.</param>
public sealed record LavoroSullaBozza(
    Guid PersonaId, Ruolo Ruolo, DateTime Dal, DateTime Al, IReadOnlyList<CampoCambiato> Campi, Importo ImportoPrima, Importo ImportoDopo,
    Guid? DelegaId = null);

/// <content>
/// The work on the draft that is not yet in the registro. It is stored together with the draft, so that a fault cannot lose it.
/// </content>
public sealed partial class Affidamento
{
    /// <summary>The time after which a person's work on a draft counts as finished when nothing was changed meanwhile.</summary>
    public static TimeSpan Riposo { get; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The draft as the registro last recorded it, before the work that is not yet in the registro. Null when there is no such work.
    /// </summary>
    public BozzaAd4? BozzaRegistrata { get; private set; }

    /// <summary>The total amount as the registro last recorded it. Null when <see cref="BozzaRegistrata"/> is null.</summary>
    public Importo? ImportoRegistrato { get; private set; }

    /// <summary>The id of the person whose work on the draft is not yet in the registro. Null when there is no such work.</summary>
    public Guid? ScrittaDaId { get; private set; }

    public Ruolo? ScrittaInRuolo { get; private set; }

    /// <summary>The delega under which that person works. Null when the person works in a role of their own.</summary>
    public Guid? ScrittaPerDelegaId { get; private set; }

    public DateTime? ScrittaDal { get; private set; }

    public DateTime? ScrittaAl { get; private set; }

    /// <summary>
    /// Saves a new version of the draft and updates the amounts of the adhesions. The change becomes part of the person's work that is not
    /// yet in the registro.
    /// </summary>
    public Result ModificaBozza(BozzaAd4 bozza, ErosioneMassimale erosione, Guid personaId, Ruolo ruolo, DateTime utc, Guid? delegaId = null)
    {
        if (Vieta(AzioneAffidamento.ModificaBozza) is { } no)
        {
            return no;
        }

        if (HaLavoroDiAltri(personaId, ruolo, delegaId))
        {
            throw new InvalidOperationException("The work of whoever wrote before is recorded first: one piece of work is of one person.");
        }

        if (bozza != Bozza)
        {
            BozzaRegistrata ??= Bozza;
            ImportoRegistrato ??= Importo;
            ScrittaDal ??= utc;
            (ScrittaDaId, ScrittaInRuolo, ScrittaPerDelegaId, ScrittaAl) = (personaId, ruolo, delegaId, utc);
        }

        Riscrivi(bozza, erosione, utc);
        return Result.Ok;
    }

    /// <summary>
    /// Says whether the work that is not yet in the registro was done by another person, or by the same person in another role or under
    /// another delega.
    /// </summary>
    public bool HaLavoroDiAltri(Guid personaId, Ruolo ruolo, Guid? delegaId = null) =>
        ScrittaDaId is { } chi && (chi, ScrittaInRuolo, ScrittaPerDelegaId) != (personaId, ruolo, delegaId);

    /// <summary>
    /// Says whether the work that is not yet in the registro has finished, because nothing was changed for the time <see cref="Riposo"/>.
    /// </summary>
    public bool LavoroFinito(DateTime utc) => ScrittaAl is { } al && utc - al >= Riposo;

    /// <summary>
    /// Returns the work that is not yet in the registro, so that the caller can record it, and clears it in the Affidamento. Returns null
    /// when there was none, or when every change had been set back.
    /// </summary>
    public LavoroSullaBozza? ConsegnaLavoro()
    {
        if (BozzaRegistrata is not { } prima)
        {
            return null;
        }

        var lavoro = new LavoroSullaBozza(
            ScrittaDaId!.Value, ScrittaInRuolo!.Value, ScrittaDal!.Value, ScrittaAl!.Value, Bozza.Differenze(prima), ImportoRegistrato!.Value, Importo,
            ScrittaPerDelegaId);
        (BozzaRegistrata, ImportoRegistrato, ScrittaDaId, ScrittaInRuolo, ScrittaDal, ScrittaAl) = (null, null, null, null, null, null);
        ScrittaPerDelegaId = null;
        return lavoro.Campi.Count > 0 || lavoro.ImportoPrima != lavoro.ImportoDopo ? lavoro : null;
    }
}
