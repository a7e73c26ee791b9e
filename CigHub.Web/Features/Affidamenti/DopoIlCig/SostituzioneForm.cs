using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>The form of a change of the RUP: the person who takes over and the act that appoints that person.</summary>
public sealed class SostituzioneForm
{
    public string? NuovoRupId { get; set; }

    public string? Numero { get; set; }

    public string? Data { get; set; }

    public string? Decorrenza { get; set; }

    public Result<AttoDiSostituzione> Leggi()
    {
        var lettore = new FormReader();
        if (!Guid.TryParse(NuovoRupId, out var nuovo))
        {
            lettore.Segnala(new Error("modulo.mancante", "Scegli chi subentra.", nameof(NuovoRupId)));
        }

        var numero = lettore.Testo(nameof(Numero), Numero, AttoDiSostituzione.MaxNumero, "Scrivi il numero dell'atto che nomina il nuovo RUP.");
        var data = lettore.Data(nameof(Data), Data);
        var decorrenza = lettore.Data(nameof(Decorrenza), Decorrenza);
        return lettore.Esito(() => new AttoDiSostituzione(numero, data, decorrenza, nuovo));
    }
}
