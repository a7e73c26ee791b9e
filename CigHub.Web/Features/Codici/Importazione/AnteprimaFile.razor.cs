using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.Features.Codici.Liste;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Importazione;

/// <summary>
/// Shows the preview of one file to import: how many codes of its list change, the first of these codes, and the faults of the file that do
/// not prevent the import.
/// </summary>
public sealed partial class AnteprimaFile
{
    /// <summary>The number of changed codes shown at first, for each kind of change.</summary>
    public const int Shown = 20;

    private const int Aperte = 5;

    /// <summary>The number of further codes that one press on the button for more adds.</summary>
    private const int Altre = 200;

    private readonly Dictionary<string, int> _shown = [];

    private static readonly (TipoVariazione Tipo, string Titolo)[] Order =
    [
        (TipoVariazione.Terminata, "Terminati"),
        (TipoVariazione.Cambiata, "Cambiati"),
        (TipoVariazione.Aggiunta, "Aggiunti"),
    ];

    /// <summary>The result of reading the file, which must be a success.</summary>
    [Parameter, EditorRequired]
    public required EsitoFile File { get; set; }

    private ListaConfrontata Lista => File.Lista.Value;

    private IEnumerable<(string Titolo, IReadOnlyList<VariazioneVoce> Voci)> Groups =>
        from o in Order
        let voci = Lista.Confronto.Variazioni.Where(v => v.Tipo == o.Tipo).ToList()
        where voci.Count > 0
        select (o.Titolo, (IReadOnlyList<VariazioneVoce>)voci);

    private int QuanteDi(string gruppo) => _shown.GetValueOrDefault(gruppo, Shown);

    private bool QuasiTuttaFinita => Lista.Confronto.Quante(TipoVariazione.Terminata) * 2 > Lista.Confronto.Risultato.Voci.Count;

    private string Summary =>
        $"{Plural.Of(Lista.Letta.Voci.Count, "codice", "codici")} nel file: {Quanti(TipoVariazione.Aggiunta, "aggiunto", "aggiunti")}, "
        + $"{Quanti(TipoVariazione.Cambiata, "cambiato", "cambiati")}, {Quanti(TipoVariazione.Terminata, "terminato", "terminati")}, "
        + $"{Plural.Of(Lista.Confronto.Invariate, "invariato", "invariati")}.";

    private string Quanti(TipoVariazione tipo, string uno, string molti) => Plural.Of(Lista.Confronto.Quante(tipo), uno, molti);

    private static string Words(VariazioneVoce v) => v switch
    {
        { Prima: null } => v.Dopo.Etichetta + (Giorni(v.Dopo) is { Length: > 0 } giorni ? $" ({giorni})" : ""),
        { Assente: true } => $"{v.Dopo.Etichetta}: non è più nella lista, cessa dal {RomeTime.Text(v.Dopo.Fino!.Value)}. Resta leggibile dove è già usato.",
        { Tipo: TipoVariazione.Terminata } => $"{v.Dopo.Etichetta}: {Giorni(v.Dopo)}",
        _ => string.Join("; ", Cambiamenti(v.Prima, v.Dopo)),
    };

    private static IEnumerable<string> Cambiamenti(VoceLista prima, VoceLista dopo)
    {
        yield return prima.Etichetta == dopo.Etichetta ? dopo.Etichetta : $"«{prima.Etichetta}» diventa «{dopo.Etichetta}»";
        if ((prima.Dal, prima.Fino) != (dopo.Dal, dopo.Fino))
        {
            yield return $"validità: prima {(Giorni(prima) is { Length: > 0 } a ? a : "sempre")}, ora {(Giorni(dopo) is { Length: > 0 } b ? b : "sempre")}";
        }
    }

    private static string Giorni(VoceLista voce) => ValiditaVoce.Words(voce);
}
