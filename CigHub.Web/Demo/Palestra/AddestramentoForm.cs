using System.Globalization;
using CigHub.Domain.Palestra;

namespace CigHub.Web.Demo.Palestra;

/// <summary>
/// The form «Comandi dell'addestramento», in which a person chooses the faults of the palestra: the names of its inputs, and how to read
/// them.
/// </summary>
public static class AddestramentoForm
{
    public static IReadOnlyList<(TipoGuasto Tipo, string Titolo, string Spiegazione)> Voci { get; } =
    [
        (TipoGuasto.Lentezza, "Portale lento", "La risposta a «Richiedi CIG» arriva in ritardo."),
        (TipoGuasto.ErroreDopo, "Errore dopo aver lavorato", "Il CIG è acquisito e sta nell'elenco, ma la risposta è una pagina di errore (HTTP 500)."),
        (TipoGuasto.ErrorePrima, "Errore senza aver lavorato", "La risposta è una pagina di errore (HTTP 500) e non è stato fatto nulla."),
        (TipoGuasto.Disconnessione, "Sessione scaduta", "Alla prossima operazione il portale chiede di nuovo SPID; l'operazione non è fatta."),
        (TipoGuasto.Rifiuto, "Rifiuto di ANAC", "«Richiedi CIG» è rifiutata con l'errore scelto."),
    ];

    public static string NomeQuando(TipoGuasto tipo) => $"{tipo}-Quando";

    public static string NomeOgni(TipoGuasto tipo) => $"{tipo}-Ogni";

    public const string NomeSecondi = "Lentezza-Secondi", NomeErrore = "Rifiuto-Errore";

    public static IReadOnlyList<Guasto> Read(IFormCollection modulo) =>
    [
        .. Voci.Select(v => new Guasto(
            v.Tipo,
            Enum.TryParse<Ricorrenza>(modulo[NomeQuando(v.Tipo)], out var quando) ? quando : Ricorrenza.Mai,
            int.TryParse(modulo[NomeOgni(v.Tipo)], NumberStyles.None, CultureInfo.InvariantCulture, out var ogni) ? ogni : 0,
            v.Tipo switch { TipoGuasto.Lentezza => modulo[NomeSecondi].ToString(), TipoGuasto.Rifiuto => modulo[NomeErrore].ToString(), _ => null })),
    ];
}
