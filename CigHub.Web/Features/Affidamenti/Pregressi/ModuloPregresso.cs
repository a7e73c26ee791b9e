using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Pregressi;

/// <summary>An adhesion already made, as it was typed or as a sheet has it: texts, read only when it is checked.</summary>
public sealed record ModuloPregresso
{
    /// <summary>Guid v7 of the Affidamento to be: loading the same twice makes one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Row of the sheet; 0 for one that was typed.</summary>
    public int Riga { get; init; }

    /// <summary>Says which Lotto.</summary>
    public string? CigPadre { get; set; }

    public string? CigDerivato { get; set; }

    public string? Oggetto { get; set; }

    public string? Importo { get; set; }

    public string? DataAdesione { get; set; }

    /// <summary>User name of the RUP; empty: who loads, or the Ente's only one.</summary>
    public string? Rup { get; set; }

    /// <summary>Codice fiscale of the supplier; empty where the Lotto has one.</summary>
    public string? Fornitore { get; set; }

    /// <summary>Names of the fields whose cell held a number where a code was wanted, until somebody has looked.</summary>
    public HashSet<string> Numeriche { get; init; } = [];

    /// <summary>What the texts say, on a known Lotto; each wrong one with its field.</summary>
    internal Result<AdesionePregressa> Leggi(Lotto lotto, RegoleCigDerivato regole, DateOnly oggi)
    {
        var lettore = new LettoreModulo();
        var cig = lettore.Letto(nameof(CigDerivato), LeggiCig(regole));
        var oggetto = lettore.Testo(nameof(Oggetto), Oggetto, LimitiAd4.Oggetto, "Scrivi l'oggetto dell'adesione, anche in breve.");
        var importo = lettore.Importo(nameof(Importo), Importo);
        var data = lettore.Data(nameof(DataAdesione), DataAdesione);
        if (data > oggi)
        {
            lettore.Segnala(new Error(
                "pregresso.data-futura",
                "La data di adesione è nel futuro: qui si caricano solo adesioni già fatte. Per una nuova usa «Nuovo Affidamento».",
                nameof(DataAdesione)));
        }

        var fornitore = LeggiFornitore(lettore, lotto);
        return lettore.Esito(() => new AdesionePregressa(cig!, oggetto, importo, data, fornitore));
    }

    /// <summary>The CIG Derivato alone, which needs no Lotto to be read.</summary>
    internal Result<Cig> LeggiCig(RegoleCigDerivato regole) =>
        Numeriche.Contains(nameof(CigDerivato)) ? Cig.RovinatoDalFoglio(CigDerivato) : regole.Leggi(CigDerivato);

    private Guid LeggiFornitore(LettoreModulo lettore, Lotto lotto)
    {
        var partecipanti = lotto.Fornitori.Select(f => f.IdPartecipante).Distinct().ToList();
        var scritto = (Fornitore ?? "").Trim().ToUpperInvariant();
        if (scritto.Length == 0 && partecipanti.Count == 1)
        {
            return partecipanti[0];
        }

        var trovato = lotto.Fornitori.FirstOrDefault(f => f.CodiceFiscale.Valore == scritto);
        if (trovato is null)
        {
            lettore.Segnala(scritto.Length == 0
                ? new Error(
                    "pregresso.fornitore-mancante",
                    "Questo Lotto ha più aggiudicatari: indica il fornitore a cui l'Ente ha aderito.",
                    nameof(Fornitore))
                : new Error(
                    "pregresso.fornitore-sconosciuto",
                    "Questo codice fiscale non è di un aggiudicatario del Lotto: ricontrollalo, o lascia vuoto se il fornitore è uno solo.",
                    nameof(Fornitore)));
            return Guid.Empty;
        }

        return trovato.IdPartecipante;
    }
}
