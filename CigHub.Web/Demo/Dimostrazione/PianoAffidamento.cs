using CigHub.Domain.Common;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>How the life of a generated Affidamento stands today.</summary>
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

/// <summary>What happens to an Affidamento, one act of the registro each.</summary>
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

/// <summary>The life of a generated Affidamento, decided before any of it happens: who, where, how much, and when each thing is done.</summary>
internal sealed record PianoAffidamento
{
    public required int Indice { get; init; }

    public required Finale Finale { get; init; }

    public required LottoDaRiempire Lotto { get; init; }

    public required Guid IdPartecipante { get; init; }

    public required GenteDellEnte Gente { get; init; }

    /// <summary>Which of the Ente's RUPs.</summary>
    public required Guid RupId { get; init; }

    /// <summary>Who prepares the draft: an Istruttore, or the RUP herself.</summary>
    public required Guid AutoreId { get; init; }

    public required string Oggetto { get; init; }

    public required Importo Netto { get; init; }

    /// <summary>Only where the Convenzione counts them.</summary>
    public required Importo Opzioni { get; init; }

    public required bool ConCup { get; init; }

    public required DateOnly DataAdesione { get; init; }

    /// <summary>Each with its working minute, in order.</summary>
    public required IReadOnlyList<(Passo Passo, int Minuto)> Passi { get; init; }

    /// <summary>What it takes of the massimale, when it does.</summary>
    public Importo Totale => Netto + Opzioni;
}

/// <summary>An Ente and the people who work for it.</summary>
internal sealed record GenteDellEnte(Domain.Persone.Ente Ente, IReadOnlyList<Guid> Rup, IReadOnlyList<Guid> Istruttori);
