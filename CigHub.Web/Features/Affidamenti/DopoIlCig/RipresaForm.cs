using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>The form of a withdrawal of the ANN: the reason, and the act by which the office decided it.</summary>
public sealed class RipresaForm
{
    public string? Motivo { get; set; }

    public string? Numero { get; set; }

    public string? Data { get; set; }

    public Result<AttoDiRipresa> Read()
    {
        var reader = new FormReader();
        var motivo = reader.Text(nameof(Motivo), Motivo, OperazionePortale.MaxMotivo, "Scrivi perché l'annullamento è stato ritirato.");
        var numero = reader.Text(nameof(Numero), Numero, AttoDiSostituzione.MaxNumero, "Scrivi il numero dell'atto con cui l'avete deciso.");
        var data = reader.Date(nameof(Data), Data);
        return reader.Outcome(() => new AttoDiRipresa(motivo, numero, data));
    }
}
