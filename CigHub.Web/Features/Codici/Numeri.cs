using System.Globalization;

namespace CigHub.Web.Features.Codici;

/// <summary>Counts as they are read: 9.454.</summary>
internal static class Numeri
{
    public static string Testo(int numero) => numero.ToString("N0", CultureInfo.GetCultureInfo("it-IT"));

    public static string Di(int numero, string uno, string molti) => $"{Testo(numero)} {(numero == 1 ? uno : molti)}";
}
