using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Serie;

/// <summary>
/// Shows the rows of a sheet with what is wrong at each cell, fifty at a time. Five hundred rows of twenty cells would weigh on the
/// circuit.
/// </summary>
public sealed partial class TabellaSerie
{
    private const int PerPagina = 50, MaxTesto = 120;

    private SerieControllata? _vista;

    [Parameter, EditorRequired]
    public required ReadSerie Letta { get; set; }

    [Parameter, EditorRequired]
    public required SerieControllata Controllata { get; set; }

    private bool SoloErrori { get; set; }

    private int Pagina { get; set; } = 1;

    /// <summary>The columns in which something is written, or wrong.</summary>
    private IReadOnlyList<ColonnaSerie> Colonne { get; set; } = [];

    private IReadOnlyList<EsitoRiga> Filtrate { get; set; } = [];

    private int Pagine => Math.Max(1, (Filtrate.Count + PerPagina - 1) / PerPagina);

    private IEnumerable<EsitoRiga> Mostrate => Filtrate.Skip((Pagina - 1) * PerPagina).Take(PerPagina);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_vista, Controllata))
        {
            return;
        }

        _vista = Controllata;
        Colonne = [.. ColonneDelFoglioSerie.Tutte.Where(c => Controllata.Righe.Any(r => r.Riga.Cella(c.Nome) is not null || r.Errori.Any(e => e.Field == c.Nome)))];
        Filtra(Controllata.Sbagliate > 0);
    }

    private void Filtra(bool soloErrori)
    {
        (SoloErrori, Pagina) = (soloErrori, 1);
        Filtrate = soloErrori ? [.. Controllata.Righe.Where(r => r.Errori.Count > 0)] : Controllata.Righe;
    }

    private static bool EImporto(ColonnaSerie colonna) => colonna.Campo?.Tipo == TipoCampo.Euro;

    private static bool ELunga(ColonnaSerie colonna) => colonna.Campo is null or { Tipo: TipoCampo.Testo or TipoCampo.TestoLungo or TipoCampo.Scelta };

    /// <summary>Returns the text of a cell, cut when it is long. An amount that can be read is written as an amount.</summary>
    private static string? Testo(EsitoRiga esito, ColonnaSerie colonna) => esito.Riga.Cella(colonna.Nome)?.Testo switch
    {
        { } importo when EImporto(colonna) && Importo.Leggi(importo).TryGet(out var letto) => letto.ToString(),
        { Length: > MaxTesto } lungo => lungo[..MaxTesto] + "…",
        var testo => testo,
    };
}
