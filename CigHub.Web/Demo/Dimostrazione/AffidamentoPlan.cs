using CigHub.Domain.Common;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>The state that a generated Affidamento has today.</summary>
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

/// <summary>A step in the life of an Affidamento. Each is one act of the registro.</summary>
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

/// <summary>The plan of a generated Affidamento, decided before any of its acts: people, place, amounts, and the time of each step.</summary>
internal sealed record AffidamentoPlan
{
    public required int Indice { get; init; }

    public required Finale Finale { get; init; }

    public required LottoToFill Lotto { get; init; }

    public required Guid IdPartecipante { get; init; }

    public required PeopleOfEnte Gente { get; init; }

    /// <summary>The RUP, one of those of the Ente.</summary>
    public required Guid RupId { get; init; }

    /// <summary>The person who prepares the draft: an Istruttore, or the RUP of the Affidamento.</summary>
    public required Guid AutoreId { get; init; }

    public required string Oggetto { get; init; }

    public required Importo Netto { get; init; }

    /// <summary>The amount of the options; zero when the Convenzione does not count them.</summary>
    public required Importo Opzioni { get; init; }

    public required bool ConCup { get; init; }

    public required DateOnly DataAdesione { get; init; }

    /// <summary>The steps in order, each with its working minute.</summary>
    public required IReadOnlyList<(Passo Passo, int Minuto)> Passi { get; init; }

    /// <summary>The amount that the Affidamento takes of the massimale, if it gets that far.</summary>
    public Importo Totale => Netto + Opzioni;
}

/// <summary>An Ente and the people who work for it, by id.</summary>
internal sealed record PeopleOfEnte(Domain.Persone.Ente Ente, IReadOnlyList<Guid> Rup, IReadOnlyList<Guid> Istruttori);
