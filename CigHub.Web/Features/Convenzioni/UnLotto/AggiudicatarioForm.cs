using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Components.Forms;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Convenzioni.UnLotto;

/// <summary>Form of one aggiudicatario of a Lotto: a supplier alone, or a raggruppamento with its members.</summary>
public sealed class AggiudicatarioForm
{
    private const string Operatore = "14";
    private const string Mandatario = "13";
    private const string Mandante = "10";

    /// <summary>
    /// The id of the aggiudicatario (ANAC's idPartecipante). It is created once and never changes, because every AD4 for this
    /// aggiudicatario contains it.
    /// </summary>
    public Guid IdPartecipante { get; init; }

    public string? Quota { get; set; }

    public IList<OperatoreForm> Membri { get; init; } = [];

    public bool Raggruppamento => Membri.Count > 1;

    public static AggiudicatarioForm Nuovo() =>
        new() { IdPartecipante = Guid.CreateVersion7(), Membri = [new OperatoreForm { RuoloOE = Operatore, TipoOE = TipiOE.Impresa }] };

    public static AggiudicatarioForm Of(IGrouping<Guid, Fornitore> partecipante) => new()
    {
        IdPartecipante = partecipante.Key,
        Quota = partecipante.First().Quota?.ToString("0.##########", CultureInfo.GetCultureInfo("it-IT")),
        Membri = [
            .. partecipante.Select(f => new OperatoreForm
            {
                Denominazione = f.Denominazione,
                CodiceFiscale = f.CodiceFiscale.Valore,
                RuoloOE = f.RuoloOE,
                TipoOE = f.TipoOE
            })],
    };

    /// <summary>
    /// Adds a member to the aggiudicatario. A supplier that was alone becomes the mandataria, and the new member a mandante, as is usual.
    /// Both get the type of a raggruppamento, as the AD4 requires. The user can change the roles.
    /// </summary>
    public void AggiungiMembro()
    {
        if (Membri is [{ RuoloOE: Operatore } solo])
        {
            solo.RuoloOE = Mandatario;
        }

        if (Membri is [{ TipoOE: TipiOE.Impresa } unico])
        {
            unico.TipoOE = TipiOE.Raggruppamento;
        }

        Membri.Add(new OperatoreForm { RuoloOE = Mandante, TipoOE = Membri.Count > 0 ? Membri[0].TipoOE : TipiOE.Raggruppamento });
    }

    /// <summary>
    /// Removes a member. When the mandataria is left alone, it gets the role of a single supplier again, and a supplier left alone gets the
    /// type of one.
    /// </summary>
    public void TogliMembro(OperatoreForm membro)
    {
        Membri.Remove(membro);
        if (Membri is [{ RuoloOE: Mandatario } solo])
        {
            solo.RuoloOE = Operatore;
        }

        if (Membri is [{ TipoOE: TipiOE.Raggruppamento } unico])
        {
            unico.TipoOE = TipiOE.Impresa;
        }
    }

    /// <param name="conQuota">True when the Lotto has several suppliers. A single supplier has no quota.</param>
    internal IReadOnlyList<Fornitore> Read(FormReader reader, bool conQuota, RaccoltaListe liste, DateOnly oggi)
    {
        var quota = conQuota ? reader.OptionalPercentage(nameof(Quota), Quota) : null;
        return [.. Membri.Select((m, i) => reader.Row(nameof(Membri), i, riga => m.Read(riga, IdPartecipante, quota, liste, oggi)))];
    }

    internal string Words(bool conQuota) =>
        string.Join(" + ", Membri.Select(m => $"{m.Denominazione} ({ListeAnac.RuoloOE.Trova(m.RuoloOE)?.Etichetta}, {m.CodiceFiscale})"))
            + (conQuota && !string.IsNullOrWhiteSpace(Quota) ? $", {Quota} %" : "");

    internal IEnumerable<FormValue> Voci(string prefisso, int numero) =>
    [
        new(prefisso + nameof(Quota), $"Quota dell'aggiudicatario {numero}", Quota ?? ""),
        .. Membri.SelectMany((m, i) => m.Voci(
            $"{prefisso}{nameof(Membri)}[{i}].",
            Raggruppamento ? $"aggiudicatario {numero}, operatore {i + 1}" : $"aggiudicatario {numero}")),
    ];
}

/// <summary>Form of one supplier: alone, or as a member of a raggruppamento.</summary>
public sealed class OperatoreForm
{
    public string? Denominazione { get; set; }

    public string? CodiceFiscale { get; set; }

    public string? RuoloOE { get; set; }

    public string? TipoOE { get; set; }

    internal Fornitore Read(FormReader reader, Guid idPartecipante, decimal? quota, RaccoltaListe liste, DateOnly oggi) => new(
        idPartecipante,
        reader.Text(nameof(Denominazione), Denominazione, LimitiAd4.Denominazione, "Scrivi la denominazione dell'operatore economico."),
        reader.Code<IdentificativoOperatore>(nameof(CodiceFiscale), CodiceFiscale),
        reader.Voce(nameof(RuoloOE), RuoloOE, liste.RuoloOE, oggi),
        reader.Voce(nameof(TipoOE), TipoOE, liste.TipoOE, oggi),
        quota);

    internal IEnumerable<FormValue> Voci(string prefisso, string di) =>
    [
        new(prefisso + nameof(Denominazione), $"Denominazione ({di})", Denominazione ?? ""),
        new(prefisso + nameof(CodiceFiscale), $"Codice fiscale ({di})", CodiceFiscale ?? ""),
        new(prefisso + nameof(RuoloOE), $"Ruolo ({di})", ListeAnac.RuoloOE.Parola(RuoloOE ?? "")),
        new(prefisso + nameof(TipoOE), $"Tipo di operatore ({di})", ListeAnac.TipoOE.Parola(TipoOE ?? "")),
    ];
}
