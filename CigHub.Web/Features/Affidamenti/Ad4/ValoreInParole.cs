using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>Writes the value of a field of the scheda as a person reads it: «Servizi», «Sì», «1.000,00 €».</summary>
internal static class ValoreInParole
{
    public static string Scrivi(string percorso, string testo, RaccoltaListe liste)
    {
        var campo = CatalogoAd4.Trova(percorso);
        return campo switch
        {
            null => testo,
            { Tipo: TipoCampo.Euro } => $"{testo} €",
            { Scelte.Count: > 0 } when campo.Scelte.FirstOrDefault(s => s.Codice == testo) is { } scelta => scelta.Etichetta,
            _ => RaccoltaValoriPortale.Valore(campo, testo, liste),
        };
    }
}
