using System.Globalization;
using System.Text;
using CigHub.Domain.Codici;
using CigHub.Web.Features.Codici.Importazione;

namespace CigHub.Tests.Features.Codici;

/// <summary>Files as ANAC publishes them, made here: the tests need none of hers.</summary>
internal static class ListeDiProva
{
    public static DateOnly Oggi { get; } = new(2026, 11, 24);

    public static byte[] Byte(string testo) => Encoding.UTF8.GetBytes(testo);

    public static string Voce(string codice, string etichetta, string? dal = null, string? fino = null) =>
        $$"""{"codice":"{{codice}}","descrizione":{"it":"{{etichetta}}","en":"x"},"dataInizio":{{Data(dal)}},"dataFine":{{Data(fino)}}}""";

    public static string File(params string[] voci) => $"[{string.Join(",\n", voci)}]";

    /// <summary>The file that a list would have come from.</summary>
    public static string File(ListaCodici lista, params string[] senza) =>
        File([.. lista.Voci.Where(v => !senza.Contains(v.Codice)).Select(v => Voce(v.Codice, v.Etichetta, Giorno(v.Dal), Giorno(v.Fino)))]);

    public static FileLista Come(string nome, string testo) => new(nome, Byte(testo));

    /// <summary>The roles of operators without the one that every scheda of the tests has.</summary>
    public static FileLista SenzaIlRuolo(string codice) => Come("ruoloOE.json", File(ListeAnac.RuoloOE, codice));

    private static string? Giorno(DateOnly? giorno) => giorno is { } g ? g.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z" : null;

    private static string Data(string? data) => data is null ? "null" : $"\"{data}\"";
}
