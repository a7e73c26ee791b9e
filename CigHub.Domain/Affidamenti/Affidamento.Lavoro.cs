using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;

namespace CigHub.Domain.Affidamenti;

/// <summary>A piece of work: the changes of one person to a draft between two moments, however many times it was saved meanwhile.</summary>
/// <remarks>Equality: by all members, the fields by reference.</remarks>
/// <param name="Ruolo">The role of the person while writing.</param>
/// <param name="Dal">The moment of the first change.</param>
/// <param name="Al">The moment of the last change.</param>
/// <param name="Campi">Every field that says something else now; what was typed and taken back is not among them.</param>
/// <param name="ImportoPrima">The amount of all adhesions before.</param>
/// <param name="ImportoDopo">The amount of all adhesions after.</param>
public sealed record LavoroSullaBozza(
    Guid PersonaId, Ruolo Ruolo, DateTime Dal, DateTime Al, IReadOnlyList<CampoCambiato> Campi, Importo ImportoPrima, Importo ImportoDopo);

/// <summary>The work on the draft that the registro does not have yet. It is kept with the draft, so that nothing of it is lost by a fault.</summary>
public sealed partial class Affidamento
{
    /// <summary>After how long without a change a piece of work is over.</summary>
    public static TimeSpan Riposo { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The draft as the registro has it; null: it has the present one.</summary>
    public BozzaAd4? BozzaRegistrata { get; private set; }

    /// <summary>The amount as the registro has it; null as for <see cref="BozzaRegistrata"/>.</summary>
    public Importo? ImportoRegistrato { get; private set; }

    /// <summary>The person whose work the registro does not have yet; null: there is no such work.</summary>
    public Guid? ScrittaDaId { get; private set; }

    public Ruolo? ScrittaInRuolo { get; private set; }

    public DateTime? ScrittaDal { get; private set; }

    public DateTime? ScrittaAl { get; private set; }

    /// <summary>Takes over what was typed; the amounts follow. It becomes part of that person's work under way.</summary>
    public Result ModificaBozza(BozzaAd4 bozza, ErosioneMassimale erosione, Guid personaId, Ruolo ruolo, DateTime utc)
    {
        if (Vieta(AzioneAffidamento.ModificaBozza) is { } no)
        {
            return no;
        }

        if (HaLavoroDiAltri(personaId, ruolo))
        {
            throw new InvalidOperationException("The work of whoever wrote before is recorded first: one piece of work is of one person.");
        }

        if (bozza != Bozza)
        {
            BozzaRegistrata ??= Bozza;
            ImportoRegistrato ??= Importo;
            ScrittaDal ??= utc;
            (ScrittaDaId, ScrittaInRuolo, ScrittaAl) = (personaId, ruolo, utc);
        }

        Riscrivi(bozza, erosione, utc);
        return Result.Ok;
    }

    /// <summary>Whether the work under way is somebody else's, or of the same person in another role.</summary>
    public bool HaLavoroDiAltri(Guid personaId, Ruolo ruolo) => ScrittaDaId is { } chi && (chi, ScrittaInRuolo) != (personaId, ruolo);

    /// <summary>Whether the work under way has rested so long that it is over.</summary>
    public bool LavoroFinito(DateTime utc) => ScrittaAl is { } al && utc - al >= Riposo;

    /// <summary>Hands over the work under way, to be recorded; from here on there is none. Null: there was none, or all that was typed was taken back.</summary>
    public LavoroSullaBozza? ConsegnaLavoro()
    {
        if (BozzaRegistrata is not { } prima)
        {
            return null;
        }

        var lavoro = new LavoroSullaBozza(
            ScrittaDaId!.Value, ScrittaInRuolo!.Value, ScrittaDal!.Value, ScrittaAl!.Value, Bozza.Differenze(prima), ImportoRegistrato!.Value, Importo);
        (BozzaRegistrata, ImportoRegistrato, ScrittaDaId, ScrittaInRuolo, ScrittaDal, ScrittaAl) = (null, null, null, null, null, null);
        return lavoro.Campi.Count > 0 || lavoro.ImportoPrima != lavoro.ImportoDopo ? lavoro : null;
    }
}
