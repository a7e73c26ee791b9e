using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>What stands beside the scheda: money with IVA, the spending commitment, how long the contract lasts.</summary>
/// <remarks>Equality: by all members. Default: <see cref="Vuoto"/>. ANAC's amounts are without IVA; these are the Ente's own accounts (art. 183 TUEL).</remarks>
/// <param name="AliquotaIva">Per cent, 0–100; null: not said yet.</param>
/// <param name="Impegno">Number of the spending commitment.</param>
/// <param name="Capitolo">Chapter of the budget.</param>
/// <param name="ContrattoDal">First day of the Affidamento's own contract (SC1 will ask for it).</param>
/// <param name="ContrattoAl">Its last day; it may come long after the Convenzione's window.</param>
public sealed record DatiFascicolo(decimal? AliquotaIva, string Impegno, string Capitolo, DateOnly? ContrattoDal, DateOnly? ContrattoAl)
{
    /// <summary>Longest text of an impegno or a capitolo.</summary>
    public const int MaxTesto = 100;

    /// <summary>Nothing said yet.</summary>
    public static DatiFascicolo Vuoto { get; } = new(null, "", "", null, null);

    /// <summary>The amount with IVA, rounded half up to the cent; null where the rate is not known.</summary>
    public Importo? Lordo(Importo imponibile) => AliquotaIva is { } aliquota
        ? Importo.DaCentesimi((long)decimal.Round(imponibile.Centesimi * (100m + aliquota) / 100m, 0, MidpointRounding.AwayFromZero))
        : null;

    /// <summary>What contradicts itself or the Convenzione, each with the member it belongs to.</summary>
    public Result Controlla(Convenzione convenzione)
    {
        var errori = new List<Error>();
        if (AliquotaIva is < 0 or > 100)
        {
            errori.Add(new Error("fascicolo.aliquota", "L'aliquota IVA è una percentuale tra 0 e 100, per esempio 22.", nameof(AliquotaIva)));
        }

        if (ContrattoAl is not null && ContrattoDal is null)
        {
            errori.Add(new Error("fascicolo.inizio-mancante", "Scrivi anche il primo giorno del contratto.", nameof(ContrattoDal)));
        }

        if (ContrattoDal is { } dal && ContrattoAl is { } al)
        {
            if (al < dal)
            {
                errori.Add(new Error(
                    "fascicolo.contratto-rovesciato",
                    "L'ultimo giorno del contratto viene prima del primo: correggi una delle due date.",
                    nameof(ContrattoAl)));
            }
            else if (convenzione.DurataMassimaMesi is { } mesi && al > dal.AddMonths(mesi))
            {
                errori.Add(new Error(
                    "fascicolo.oltre-la-durata",
                    $"La Convenzione ammette contratti di al massimo {Plural.Of(mesi, "mese", "mesi")}: anticipa l'ultimo giorno.",
                    nameof(ContrattoAl)));
            }
        }

        return errori.Count == 0 ? Result.Ok : Result.Refused(errori);
    }
}

/// <summary>What the portal gave back about an Affidamento, as it came: CigHub keeps it and does not interpret it.</summary>
/// <remarks>Equality: by all members. Default: <see cref="Vuoti"/>. Source: the portal's list and document (CMRC's instructions).</remarks>
/// <param name="RegistroDiSistema">The portal's own number of the document.</param>
/// <param name="FascicoloDiSistema">The portal's own file.</param>
/// <param name="DataInvio">The day on which the portal says it was sent.</param>
/// <param name="Stato">The document's state.</param>
/// <param name="StatoAffidamento">The portal's state of the adhesion.</param>
/// <param name="StatoSchedaPcp">The state of the scheda on ANAC's platform.</param>
public sealed record DatiPortale(
    string RegistroDiSistema, string FascicoloDiSistema, DateOnly? DataInvio, string Stato, string StatoAffidamento, string StatoSchedaPcp)
{
    /// <summary>Longest of its texts.</summary>
    public const int MaxTesto = 100;

    /// <summary>The portal has said nothing yet.</summary>
    public static DatiPortale Vuoti { get; } = new("", "", null, "", "", "");

    /// <summary>These, with what the portal says now in their place; what it does not say stays.</summary>
    public DatiPortale Con(DatiPortale ora)
    {
        static string Scelto(string prima, string ora) => ora.Length > 0 ? ora : prima;
        return new DatiPortale(
            Scelto(RegistroDiSistema, ora.RegistroDiSistema),
            Scelto(FascicoloDiSistema, ora.FascicoloDiSistema),
            ora.DataInvio ?? DataInvio,
            Scelto(Stato, ora.Stato),
            Scelto(StatoAffidamento, ora.StatoAffidamento),
            Scelto(StatoSchedaPcp, ora.StatoSchedaPcp));
    }
}

/// <summary>The acts around an Affidamento.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum TipoAtto
{
    /// <summary>CMRC confirms that the Lotto has room: amount, protocol, valid until.</summary>
    ConfermaDiCapienza = 1,

    /// <summary>The act by which the Ente adheres, with its spending commitment.</summary>
    DeterminaDiAdesione = 2,

    /// <summary>The order or act of adhesion sent to the supplier by PEC.</summary>
    OrdinativoDiAdesione = 3,

    Contratto = 4,

    /// <summary>What the portal or ANAC showed: a picture, a print.</summary>
    Evidenza = 5,

    Altro = 6,

    /// <summary>The adhesion published in Amministrazione trasparente.</summary>
    Pubblicazione = 7,

    /// <summary>ANAC's scheda SC1, sent: the contract.</summary>
    SchedaSc1 = 8,

    /// <summary>ANAC's scheda CO1, sent: the end of the contract.</summary>
    SchedaCo1 = 9,
}

/// <summary>The words of the screen for acts.</summary>
public static class ParoleDiAtto
{
    public static string Nome(this TipoAtto tipo) => tipo switch
    {
        TipoAtto.ConfermaDiCapienza => "Conferma di capienza",
        TipoAtto.DeterminaDiAdesione => "Determina di adesione",
        TipoAtto.OrdinativoDiAdesione => "Ordinativo o atto di adesione",
        TipoAtto.Contratto => "Contratto",
        TipoAtto.Evidenza => "Evidenza dal portale",
        TipoAtto.Pubblicazione => "Pubblicazione",
        TipoAtto.SchedaSc1 => "Scheda SC1 inviata",
        TipoAtto.SchedaCo1 => "Scheda CO1 inviata",
        TipoAtto.Altro => "Altro",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };
}

/// <summary>What an act says of itself, as a form gives it.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Importo">Of a confirmation of capacity; else null.</param>
/// <param name="ValidoFinoAl">Last day on which a confirmation of capacity holds; else null.</param>
public sealed record DatiAtto(TipoAtto Tipo, string Numero, DateOnly Data, string Protocollo, Importo? Importo = null, DateOnly? ValidoFinoAl = null)
{
    /// <summary>Longest of its texts.</summary>
    public const int MaxTesto = 200;

    /// <summary>What is missing or contradicts itself, each with the member it belongs to.</summary>
    public Result Controlla(DateOnly oggi)
    {
        var errori = new List<Error>();
        if (Data > oggi)
        {
            errori.Add(new Error("atto.data-futura", "La data dell'atto è nel futuro: correggila.", nameof(Data)));
        }

        if (Tipo == TipoAtto.ConfermaDiCapienza)
        {
            if (Importo is not { } importo || importo <= Common.Importo.Zero)
            {
                errori.Add(new Error("atto.importo", "Scrivi l'importo che il Soggetto Aggregatore conferma, maggiore di zero.", nameof(Importo)));
            }

            if (ValidoFinoAl is { } fine && fine < Data)
            {
                errori.Add(new Error("atto.validita", "La conferma scade prima della sua data: correggi una delle due.", nameof(ValidoFinoAl)));
            }
        }

        return errori.Count == 0 ? Result.Ok : Result.Refused(errori);
    }
}

/// <summary>A file attached to an act; its bytes stand apart, under their hash.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Nome">As it was called where it came from.</param>
/// <param name="TipoContenuto">Recognised from the bytes, never from the name.</param>
/// <param name="Byte">How many.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record FileAllegato(string Nome, string TipoContenuto, long Byte, string Sha256)
{
    /// <summary>Longest name.</summary>
    public const int MaxNome = 200;

    /// <summary>Largest file, 10 MiB.</summary>
    public const int MaxByte = 10 * 1024 * 1024;
}

/// <summary>An act of an Affidamento's fascicolo.</summary>
public sealed class Atto : IParteDi
{
    private Atto() { }

    internal Atto(Guid id, Guid affidamentoId, DatiAtto dati, string firmatario, FileAllegato? file, DateTime utc)
    {
        Id = id;
        AffidamentoId = affidamentoId;
        Dati = dati;
        Firmatario = firmatario;
        File = file;
        AggiuntoIl = utc;
    }

    public Guid Id { get; private set; }

    public Guid AffidamentoId { get; private set; }

    public DatiAtto Dati { get; private set; } = null!;

    /// <summary>Who signed it, with his or her office. Apart from the data, because the name of a person does not enter the registro.</summary>
    public string Firmatario { get; private set; } = "";

    /// <summary>Null: the act is kept on paper or elsewhere.</summary>
    public FileAllegato? File { get; private set; }

    public DateTime AggiuntoIl { get; private set; }

    Guid IParteDi.RadiceId => AffidamentoId;

    /// <summary>Whether a confirmation of capacity still holds on that day; true for every other act.</summary>
    public bool ValidoAl(DateOnly giorno) => Dati.ValidoFinoAl is not { } fine || giorno <= fine;
}
