using System.Globalization;
using System.Text;
using CigHub.Domain.Codici;
using CigHub.Web.Features.Codici.Importazione;

namespace CigHub.Tests.Features.Codici;

/// <summary>Sample files of codes, in the JSON format that ANAC publishes.</summary>
internal static class SampleListe
{
    public static DateOnly Oggi { get; } = new(2026, 11, 24);

    public static byte[] Byte(string testo) => Encoding.UTF8.GetBytes(testo);

    public static string Voce(string codice, string etichetta, string? dal = null, string? fino = null) =>
        $$"""{"codice":"{{codice}}","descrizione":{"it":"{{etichetta}}","en":"x"},"dataInizio":{{Data(dal)}},"dataFine":{{Data(fino)}}}""";

    public static string File(params string[] voci) => $"[{string.Join(",\n", voci)}]";

    /// <summary>Returns the text of ANAC's file with all entries of the list except the given codes.</summary>
    public static string File(ListaCodici lista, params string[] senza) =>
        File([.. lista.Voci.Where(v => !senza.Contains(v.Codice)).Select(v => Voce(v.Codice, v.Etichetta, Day(v.Dal), Day(v.Fino)))]);

    public static FileLista Named(string nome, string testo) => new(nome, Byte(testo));

    /// <summary>Returns ANAC's file of the roles of operators, without the given role.</summary>
    public static FileLista SenzaIlRuolo(string codice) => Named("ruoloOE.json", File(ListeAnac.RuoloOE, codice));

    private static string? Day(DateOnly? giorno) => giorno is { } g ? g.ToString("O", CultureInfo.InvariantCulture) + "T00:00:00Z" : null;

    private static string Data(string? data) => data is null ? "null" : $"\"{data}\"";
}
