using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;

namespace CigHub.Domain.Affidamenti;

/// <summary>
/// Gives an invented value for each field. The editor of the percorso shows it as an example of how the field will be written on the
/// portal, and it is never sent.
/// </summary>
public static class EsempioDiCampo
{
    /// <summary>Returns an invented text, in the form in which an input of this field holds it.</summary>
    public static string PerCampo(CampoAd4 campo, RaccoltaListe liste, DateOnly oggi) => campo switch
    {
        { Lista: { } lista } when liste.Trova(lista)?.Voci.FirstOrDefault(v => v.ValidaAl(oggi)) is { } voce => voce.Codice,
        { Scelte: [var prima, ..] } => prima.Codice,
        { Tipo: TipoCampo.Euro } => "1.234,50",
        { Tipo: TipoCampo.Percentuale } => "12,5",
        { Tipo: TipoCampo.Data } => oggi.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        { Tipo: TipoCampo.SiNo } => "true",
        { Tipo: TipoCampo.Cig } => "B61107E182",
        { Tipo: TipoCampo.CentroDiCosto } => "9D742831-3C94-4501-A651-2BF4DB78E30D",
        { Tipo: TipoCampo.CodiceAusa } => "0000123456",
        { Tipo: TipoCampo.Cup } => "C12B34567890123",
        { Tipo: TipoCampo.CodiceFiscale or TipoCampo.CodiceFiscaleOperatore } => "80034390585",
        _ => campo.Etichetta.ToLowerInvariant(),
    };
}
