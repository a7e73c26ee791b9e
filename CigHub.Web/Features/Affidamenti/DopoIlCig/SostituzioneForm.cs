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

    public Result<AttoDiSostituzione> Read()
    {
        var reader = new FormReader();
        if (!Guid.TryParse(NuovoRupId, out var nuovo))
        {
            reader.Report(new Error("modulo.mancante", "Scegli chi subentra.", nameof(NuovoRupId)));
        }

        var numero = reader.Text(nameof(Numero), Numero, AttoDiSostituzione.MaxNumero, "Scrivi il numero dell'atto che nomina il nuovo RUP.");
        var data = reader.Date(nameof(Data), Data);
        var decorrenza = reader.Date(nameof(Decorrenza), Decorrenza);
        return reader.Outcome(() => new AttoDiSostituzione(numero, data, decorrenza, nuovo));
    }
}
