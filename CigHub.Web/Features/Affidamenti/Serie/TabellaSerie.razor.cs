using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>
/// The table of the rows of a sheet, with the errors beside each cell. It shows fifty rows on a page, because all five hundred would be too
/// much for the circuit.
/// </summary>
public sealed partial class TabellaSerie
{
    private const int PerPage = 50, MaxText = 120;

    private SerieControllata? _vista;

    [Parameter, EditorRequired]
    public required ReadSerie Letta { get; set; }

    [Parameter, EditorRequired]
    public required SerieControllata Controllata { get; set; }

    private bool SoloErrori { get; set; }

    private int Pagina { get; set; } = 1;

    /// <summary>The columns with a text or an error in some row. The table shows no others.</summary>
    private IReadOnlyList<ColonnaSerie> Columns { get; set; } = [];

    private IReadOnlyList<EsitoRiga> Filtered { get; set; } = [];

    private int Pages => Math.Max(1, (Filtered.Count + PerPage - 1) / PerPage);

    private IEnumerable<EsitoRiga> Shown => Filtered.Skip((Pagina - 1) * PerPage).Take(PerPage);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_vista, Controllata))
        {
            return;
        }

        _vista = Controllata;
        Columns = [.. ColonneDelFoglioSerie.Tutte.Where(c =>
            Controllata.Righe.Any(r => r.Riga.Cella(c.Nome) is not null || r.Errori.Any(e => e.Field == c.Nome)))];
        Filter(Controllata.Sbagliate > 0);
    }

    private void Filter(bool soloErrori)
    {
        (SoloErrori, Pagina) = (soloErrori, 1);
        Filtered = soloErrori ? [.. Controllata.Righe.Where(r => r.Errori.Count > 0)] : Controllata.Righe;
    }

    private static bool EImporto(ColonnaSerie colonna) => colonna.Campo?.Tipo == TipoCampo.Euro;

    private static bool ELunga(ColonnaSerie colonna) => colonna.Campo is null or { Tipo: TipoCampo.Testo or TipoCampo.TestoLungo or TipoCampo.Scelta };

    /// <summary>
    /// Returns the text to show for a cell. A readable amount is formatted as an amount, and a long text is cut. Returns null for an empty
    /// cell.
    /// </summary>
    private static string? Text(EsitoRiga esito, ColonnaSerie colonna) => esito.Riga.Cella(colonna.Nome)?.Testo switch
    {
        { } importo when EImporto(colonna) && Importo.Leggi(importo).TryGet(out var letto) => letto.ToString(),
        { Length: > MaxText } lungo => lungo[..MaxText] + "…",
        var testo => testo,
    };
}
