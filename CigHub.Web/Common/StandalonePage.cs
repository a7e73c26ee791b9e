namespace CigHub.Web.Common;

/// <summary>The look of a page that leaves CigHub as a file: it is read and printed without the app and without a network.</summary>
internal static class StandalonePage
{
    public const string Style = """
        body { font-family: "Titillium Web", system-ui, sans-serif; margin: 2rem; line-height: 1.4; color: #17324d; }
        table { border-collapse: collapse; width: 100%; font-size: .85rem; }
        th, td { border-bottom: 1px solid #c5d0da; padding: .25rem .5rem; text-align: left; vertical-align: top; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        h2, h3 { break-after: avoid; }
        dt { font-weight: 600; }
        .codice { font-family: monospace; overflow-wrap: anywhere; }
        .avviso { border-left: .25rem solid #995c00; padding-left: .75rem; }
        .nota, .sotto { color: #435a70; font-size: .9em; }
        .riga-nota, .titolo-passo { display: block; }
        .numero { text-align: right; font-variant-numeric: tabular-nums; }
        .voce-dati { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
        .stato { border: 1px solid; border-radius: .25rem; padding: 0 .35rem; white-space: nowrap; }
        .solo-lettore { display: none; }
        svg { width: 1em; height: 1em; margin-right: .25em; vertical-align: -.125em; fill: currentcolor; }
        @media print { body { margin: 0; color: #000; } nav { display: none; } a { color: inherit; } }
        """;
}
