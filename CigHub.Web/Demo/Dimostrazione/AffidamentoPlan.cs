using CigHub.Domain.Common;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>The state in which a generated Affidamento is today, at the end of its story.</summary>
internal enum Finale
{
    Acquisito,
    Pregresso,
    AppenaCreato,
    InLavorazione,
    Rifiutato,
    Pronto,
    InRichiesta,
    DaVerificare,
    Eliminato,
}

/// <summary>A step in the story of a generated Affidamento. Each step is one act in the registro.</summary>
internal enum Passo
{
    Creato,
    Compilato,
    ConfermaDiCapienza,
    Pronto,
    Riaperto,
    Determina,
    Avviata,
    NonInviata,
    Riletta,
    Rifiutata,
    DaVerificare,
    NonRisulta,
    CigRegistrato,
    DatiPortale,
    Fascicolo,
    Ordinativo,
    Eliminato,
    Pregresso,
}

/// <summary>
/// The plan for the story of one generated Affidamento, made before any act is written: people, Lotto, amounts, and the time of each step.
/// </summary>
internal sealed record AffidamentoPlan
{
    public required int Indice { get; init; }

    public required Finale Finale { get; init; }

    public required LottoToFill Lotto { get; init; }

    public required Guid IdPartecipante { get; init; }

    public required PeopleOfEnte Gente { get; init; }

    /// <summary>The id of the RUP, one of the RUP of the Ente.</summary>
    public required Guid RupId { get; init; }

    /// <summary>The id of the person who prepares the draft: an Istruttore, or the RUP.</summary>
    public required Guid AutoreId { get; init; }

    public required string Oggetto { get; init; }

    public required Importo Netto { get; init; }

    /// <summary>The amount of the options, which is zero when the Convenzione does not count options against its massimale.</summary>
    public required Importo Opzioni { get; init; }

    public required bool ConCup { get; init; }

    public required DateOnly DataAdesione { get; init; }

    /// <summary>The steps in order, each with the working minute of <see cref="OfficeHours"/> at which it happens.</summary>
    public required IReadOnlyList<(Passo Passo, int Minuto)> Passi { get; init; }

    /// <summary>The amount by which the Affidamento reduces the Lotto's residuo, if it comes as far as a request.</summary>
    public Importo Totale => Netto + Opzioni;
}

/// <summary>An Ente and the ids of the RUP and Istruttori who work for it.</summary>
internal sealed record PeopleOfEnte(Domain.Persone.Ente Ente, IReadOnlyList<Guid> Rup, IReadOnlyList<Guid> Istruttori);
