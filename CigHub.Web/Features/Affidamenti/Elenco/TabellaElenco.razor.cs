using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Elenco;

/// <summary>The rows under the portal's captions; each caption is a link that sorts, each row can be ticked. On a telephone, cards.</summary>
public sealed partial class TabellaElenco
{
    private static readonly (OrdineElenco Ordine, string Nome)[] Tutte =
    [
        (OrdineElenco.Registro, "Registro di Sistema"),
        (OrdineElenco.Titolo, "Titolo documento"),
        (OrdineElenco.Oggetto, "Oggetto"),
        (OrdineElenco.Importo, "Importo Appalto"),
        (OrdineElenco.DataInvio, "Data Invio"),
        (OrdineElenco.Stato, "Stato"),
        (OrdineElenco.CigPadre, "CIG Padre"),
        (OrdineElenco.DescrizioneCigPadre, "Descrizione CIG Padre"),
        (OrdineElenco.CigDerivato, "CIG Derivato"),
        (OrdineElenco.Oe, "Denominazione OE"),
        (OrdineElenco.Rup, "RUP"),
        (OrdineElenco.Ente, "Ente"),
        (OrdineElenco.StatoAffidamento, "Stato Affidamento"),
    ];

    [Parameter, EditorRequired]
    public required IReadOnlyList<RigaElenco> Righe { get; set; }

    [Parameter, EditorRequired]
    public required FiltroAffidamenti Filtro { get; set; }

    /// <summary>For who sees all Enti.</summary>
    [Parameter, EditorRequired]
    public bool MostraEnte { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<Guid> Spuntati { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<(IReadOnlyCollection<Guid> Righe, bool Si)> OnSpunta { get; set; }

    private IEnumerable<(OrdineElenco Ordine, string Nome)> Colonne => Tutte.Where(c => MostraEnte || c.Ordine != OrdineElenco.Ente);

    private bool TuttaLaPagina => Righe.All(r => Spuntati.Contains(r.Id));

    private Task Spunta(IReadOnlyCollection<Guid> righe, bool si) => OnSpunta.InvokeAsync((righe, si));

    private string? Verso(OrdineElenco ordine) => ordine != Filtro.Ordine ? null : Filtro.Crescente ? "ascending" : "descending";

    private string Freccia(OrdineElenco ordine) => ordine != Filtro.Ordine ? "" : Filtro.Crescente ? " ▲" : " ▼";
}
