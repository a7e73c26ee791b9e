using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;

namespace CigHub.Domain.Affidamenti;

/// <summary>A value that a field could have, invented: to show how it will be written, never to be sent.</summary>
public static class EsempioDiCampo
{
    /// <summary>The text as the input would hold it.</summary>
    public static string Di(CampoAd4 campo, RaccoltaListe liste, DateOnly oggi) => campo switch
    {
        { Lista: { } lista } when liste.Trova(lista)?.Voci.FirstOrDefault(v => v.ValidaAl(oggi)) is { } voce => voce.Codice,
        { Scelte: [var prima, ..] } => prima.Codice,
        { Tipo: TipoCampo.Euro } => "1.234,50",
        { Tipo: TipoCampo.Percentuale } => "12,5",
        { Tipo: TipoCampo.Data } => oggi.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        { Tipo: TipoCampo.SiNo } => "true",
        { Tipo: TipoCampo.Cig } => "B61107E182",
        { Tipo: TipoCampo.CentroDiCosto } => "9D742831-3C94-4501-A651-2BF4DB78E30D",
        { Tipo: TipoCampo.Cup } => "C12B34567890123",
        { Tipo: TipoCampo.CodiceFiscale or TipoCampo.CodiceFiscaleOperatore } => "80034390585",
        _ => campo.Etichetta.ToLowerInvariant(),
    };
}
