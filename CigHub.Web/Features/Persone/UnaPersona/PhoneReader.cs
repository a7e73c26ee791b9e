using System.Buffers;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.UnaPersona;

/// <summary>Reads a telephone number as people write it. The number is kept as typed, and refused when it cannot be dialled.</summary>
internal static class PhoneReader
{
    private const int MinCifre = 4;

    private static readonly SearchValues<char> Ammessi = SearchValues.Create("0123456789 +-/.()");

    public static string Read(FormReader reader, string campo, string? testo, int massimo)
    {
        var numero = reader.Optional(campo, testo, massimo);
        if (numero.Length > 0 && (numero.AsSpan().ContainsAnyExcept(Ammessi) || numero.Count(char.IsAsciiDigit) < MinCifre))
        {
            reader.Report(new Error("telefono.formato", "Numero non leggibile: scrivi solo cifre, con il + davanti al prefisso del Paese se serve.", campo));
        }

        return numero;
    }
}
