using System.Globalization;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Convenzioni;

namespace CigHub.Domain.Affidamenti;

/// <summary>Everything that keeps a draft from the portal: what the scheda lacks or has wrong, and what its Convenzione and Lotto say against it.</summary>
public static class ControlliAffidamento
{
    public static IReadOnlyList<Segnalazione> Di(BozzaAd4 bozza, Convenzione convenzione, Lotto lotto, DateOnly oggi)
    {
        var segnalazioni = CompletezzaAd4.Controlla(bozza, oggi).ToList();

        if (DateOnly.TryParseExact(bozza.Testo(PercorsoAd4.DataAdesione), "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var adesione) && convenzione.AmmetteAdesioneIl(adesione) is { IsSuccess: false } fuori)
        {
            segnalazioni.Add(new Segnalazione(TipoSegnalazione.Errato, fuori.Errors[0].Code, PercorsoAd4.DataAdesione, fuori.Errors[0].Message));
        }

        if (bozza.Testo(PercorsoAd4.CigPadre) is { } padre && padre != lotto.CigPadre.Valore)
        {
            segnalazioni.Add(new Segnalazione(
                TipoSegnalazione.Errato,
                "ad4.padre-diverso",
                PercorsoAd4.CigPadre,
                $"Il CIG Padre del Lotto è {lotto.CigPadre}: correggi questo campo, oppure crea un nuovo affidamento dal Lotto giusto."));
        }

        for (var i = 0; i < bozza.Righe(PercorsoAd4.Aggiudicazioni); i++)
        {
            var importo = ImportoAdesione.Di(bozza, i, convenzione.Erosione);
            if (importo.Centesimi > 0 && convenzione.AmmetteImporto(importo) is { IsSuccess: false } sotto)
            {
                segnalazioni.Add(new Segnalazione(TipoSegnalazione.Errato, sotto.Errors[0].Code, PercorsoAd4.QuadroInUso(bozza, i, "impServizi"), sotto.Errors[0].Message));
            }

            if (importo.Centesimi <= 0)
            {
                segnalazioni.Add(new Segnalazione(
                    TipoSegnalazione.Errato,
                    "ad4.importo-zero",
                    PercorsoAd4.QuadroInUso(bozza, i, "impServizi"),
                    "L'importo dell'adesione è zero: scrivi almeno una voce del quadro economico (lavori, servizi o forniture)."));
            }
        }

        return segnalazioni;
    }
}
