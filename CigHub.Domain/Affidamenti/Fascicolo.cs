using System.Text.Json.Serialization;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>The ways in which IVA is due when the supplier does not charge it at a rate.</summary>
public enum RegimeIva
{
    /// <summary>An adhesion on which no IVA is due (artt. 10, 8, 9 and others of d.P.R. 633/1972).</summary>
    Esente,

    /// <summary>A bill without IVA, which the Ente itself pays at the rate (reverse charge, art. 17 of d.P.R. 633/1972).</summary>
    InversioneContabile,
}

/// <summary>
/// The data that the Ente itself keeps beside the scheda: rate and regime of IVA, impegno and capitolo, and the first and last day of the
/// contract.
/// </summary>
/// <remarks>
/// Equality: by all members. Default: <see cref="Vuoto"/>. ANAC's amounts are without IVA, whereas these data are for the Ente's accounts
/// (art. 183 TUEL).
/// </remarks>
/// <param name="AliquotaIva">The IVA rate, per cent, from 0 to 100, with two decimals at most. Null when it is not known yet, and where no IVA is due.</param>
/// <param name="Impegno">The number of the impegno (the commitment of the money).</param>
/// <param name="Capitolo">The capitolo (chapter) of the budget.</param>
/// <param name="ContrattoDal">The first day of the Affidamento's own contract, which SC1 will ask for.</param>
/// <param name="ContrattoAl">The last day of that contract, included. It may be long after the Convenzione's window.</param>
/// <param name="RegimeIva">
/// The way in which IVA is due. Null when the supplier charges it at the rate. A null is not stored, so that older rows and events stay equal.
/// </param>
public sealed record DatiFascicolo(
    decimal? AliquotaIva, string Impegno, string Capitolo, DateOnly? ContrattoDal, DateOnly? ContrattoAl,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RegimeIva? RegimeIva = null)
{
    /// <summary>Maximum length of an impegno or a capitolo, in characters.</summary>
    public const int MaxTesto = 100;

    /// <summary>The data of a new fascicolo, in which every member is empty or null.</summary>
    public static DatiFascicolo Vuoto { get; } = new(null, "", "", null, null);

    /// <summary>
    /// Returns the lordo of an amount, which is the amount with IVA, rounded to the nearest cent (a half cent away from zero). Returns null
    /// when the rate is not known. Without IVA it is the amount itself. With an inversione contabile it holds the IVA that the Ente pays.
    /// </summary>
    public Importo? Lordo(Importo imponibile) => RegimeIva == Affidamenti.RegimeIva.Esente ? imponibile
        : AliquotaIva is { } aliquota
        ? Importo.DaCentesimi((long)decimal.Round(imponibile.Centesimi * (100m + aliquota) / 100m, 0, MidpointRounding.AwayFromZero))
        : null;

    /// <summary>Checks the data among themselves and against the Convenzione. Each error names the member that it concerns.</summary>
    public Result Controlla(Convenzione convenzione)
    {
        var errori = new List<Error>();
        if (AliquotaIva is < 0 or > 100)
        {
            errori.Add(new Error("fascicolo.aliquota", "L'aliquota IVA è una percentuale tra 0 e 100, per esempio 22.", nameof(AliquotaIva)));
        }

        if (AliquotaIva is { } aliquota && decimal.Round(aliquota, 2) != aliquota)
        {
            errori.Add(new Error("fascicolo.aliquota-decimali", "L'aliquota IVA ha al massimo due decimali, per esempio 22 o 7,5.", nameof(AliquotaIva)));
        }

        if (RegimeIva == Affidamenti.RegimeIva.Esente && AliquotaIva > 0)
        {
            errori.Add(new Error(
                "fascicolo.esente-con-aliquota", "Un'adesione esente non ha aliquota: svuota l'aliquota, o cambia il regime.", nameof(AliquotaIva)));
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

/// <summary>The portal's own data about an Affidamento. CigHub keeps them as they came and does not interpret them.</summary>
/// <remarks>Equality: by all members. Default: <see cref="Vuoti"/>. Source: the portal's list and document (CMRC's instructions).</remarks>
/// <param name="RegistroDiSistema">The number of the document on the portal.</param>
/// <param name="FascicoloDiSistema">The file (fascicolo) of the document on the portal.</param>
/// <param name="DataInvio">The day when the document was sent, as the portal says. Null when the portal does not say it.</param>
/// <param name="Stato">The state of the document on the portal.</param>
/// <param name="StatoAffidamento">The state of the adhesion on the portal.</param>
/// <param name="StatoSchedaPcp">The state of the scheda on ANAC's platform (PCP).</param>
public sealed record DatiPortale(
    string RegistroDiSistema, string FascicoloDiSistema, DateOnly? DataInvio, string Stato, string StatoAffidamento, string StatoSchedaPcp)
{
    /// <summary>Maximum length of each of these texts, in characters.</summary>
    public const int MaxTesto = 100;

    /// <summary>The data of an Affidamento about which the portal has not said anything yet: every member is empty or null.</summary>
    public static DatiPortale Vuoti { get; } = new("", "", null, "", "", "");

    /// <summary>
    /// Returns these data, with each member replaced by the newer one. A newer member that is empty or null replaces nothing.
    /// </summary>
    public DatiPortale Aggiornati(DatiPortale ora)
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

/// <summary>The kinds of atto in the fascicolo of an Affidamento.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum TipoAtto
{
    /// <summary>
    /// The conferma di capienza: CMRC's word that the Lotto has room, with an amount, a protocol number and a last day of validity.
    /// </summary>
    ConfermaDiCapienza = 1,

    /// <summary>The determina by which the Ente adheres, with its impegno.</summary>
    DeterminaDiAdesione = 2,

    /// <summary>The ordinativo or act of adhesion that the Ente sends to the supplier by PEC.</summary>
    OrdinativoDiAdesione = 3,

    Contratto = 4,

    /// <summary>A picture or a print of what the portal or ANAC showed.</summary>
    Evidenza = 5,

    Altro = 6,

    /// <summary>The publication of the adhesion in Amministrazione trasparente.</summary>
    Pubblicazione = 7,

    /// <summary>ANAC's scheda SC1, which was sent to communicate the contract.</summary>
    SchedaSc1 = 8,

    /// <summary>ANAC's scheda CO1, which was sent to communicate the end of the contract.</summary>
    SchedaCo1 = 9,

    /// <summary>
    /// The completion of the determina with the CIG Derivato, which did not exist when the determina was signed: a later act, or a note on
    /// it.
    /// </summary>
    DeterminaConCig = 10,

    /// <summary>CMRC's answer that it does not confirm the capacity that the Ente asked for.</summary>
    CapienzaNegata = 11,
}

/// <summary>The names of the kinds of atto on screen, in Italian.</summary>
public static class AttoWords
{
    /// <summary>Says whether an atto of this kind is CMRC's answer about capacity, which has a way of its own into the fascicolo.</summary>
    public static bool RispondeSullaCapienza(this TipoAtto tipo) => tipo is TipoAtto.ConfermaDiCapienza or TipoAtto.CapienzaNegata;

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
        TipoAtto.DeterminaConCig => "Determina di integrazione con il CIG",
        TipoAtto.CapienzaNegata => "Capienza non confermata",
        TipoAtto.Altro => "Altro",
        _ => throw new ArgumentOutOfRangeException(nameof(tipo), tipo, null),
    };

    public static string Nome(this RegimeIva regime) => regime switch
    {
        RegimeIva.Esente => "Esente o non imponibile",
        RegimeIva.InversioneContabile => "Inversione contabile (reverse charge)",
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, null),
    };
}

/// <summary>The data of an atto that a user types into its form. The signer and the file stand apart, in <see cref="Atto"/>.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Importo">The amount of a conferma di capienza. Null for every other atto.</param>
/// <param name="ValidoFinoAl">
/// The last day on which a conferma di capienza holds, inclusive. Null when it has no end, and for every other atto.
/// </param>
public sealed record DatiAtto(TipoAtto Tipo, string Numero, DateOnly Data, string Protocollo, Importo? Importo = null, DateOnly? ValidoFinoAl = null)
{
    /// <summary>Maximum length of each of these texts, in characters.</summary>
    public const int MaxTesto = 200;

    /// <summary>Checks the data of the atto. Each error names the member that it concerns.</summary>
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

/// <summary>The description of a file attached to an atto. Its bytes are stored apart, under their hash.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Nome">The name that the file had where it came from.</param>
/// <param name="TipoContenuto">The content type, recognised from the bytes and never from the name.</param>
/// <param name="Byte">The size of the file, in bytes.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in lower-case hexadecimal.</param>
public sealed record FileAllegato(string Nome, string TipoContenuto, long Byte, string Sha256)
{
    /// <summary>Maximum length of a file's name, in characters.</summary>
    public const int MaxNome = 200;

    /// <summary>Maximum size of a file, in bytes (10 MiB).</summary>
    public const int MaxByte = 10 * 1024 * 1024;
}

/// <summary>An atto of an Affidamento's fascicolo, with its signer and its file.</summary>
public sealed class Atto : IPartOf
{
    private Atto() { }

    internal Atto(Guid id, Guid affidamentoId, DatiAtto dati, string firmatario, FileAllegato? file, DateTime utc)
    {
        Id = id;
        AffidamentoId = affidamentoId;
        Dati = dati;
        Tipo = dati.Tipo;
        ValidoFinoAl = dati.ValidoFinoAl;
        Firmatario = firmatario;
        File = file;
        AggiuntoIl = utc;
    }

    public Guid Id { get; private set; }

    public Guid AffidamentoId { get; private set; }

    public DatiAtto Dati { get; private set; } = null!;

    /// <summary>The kind of the atto, copied from its data so that SQL can filter by it.</summary>
    public TipoAtto Tipo { get; private set; }

    /// <summary>The last day on which a conferma di capienza holds, inclusive, copied from the data so that SQL can filter by it.</summary>
    public DateOnly? ValidoFinoAl { get; private set; }

    /// <summary>
    /// The person who signed the atto, and that person's office. It is kept apart from the data, because the name of a person never enters
    /// the registro.
    /// </summary>
    public string Firmatario { get; private set; } = "";

    /// <summary>The attached file. Null when the atto is kept on paper or elsewhere.</summary>
    public FileAllegato? File { get; private set; }

    public DateTime AggiuntoIl { get; private set; }

    Guid IPartOf.RadiceId => AffidamentoId;

    /// <summary>
    /// Says whether a conferma di capienza still holds on that day. Its last day is included. Returns true for an atto that has no last
    /// day.
    /// </summary>
    public bool ValidoAl(DateOnly giorno) => Dati.ValidoFinoAl is not { } fine || giorno <= fine;
}
