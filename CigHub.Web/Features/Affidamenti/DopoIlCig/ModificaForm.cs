using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>The form of a CM1: the correct amount, and all the CUPs, one on each line.</summary>
public sealed class ModificaForm
{
    public string? Importo { get; set; }

    public string? Cup { get; set; }

    public Result<ValoriCorretti> Read()
    {
        var reader = new FormReader();
        var importo = reader.Importo(nameof(Importo), Importo);
        var cup = (Cup ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(riga => reader.Code<Cup>(nameof(Cup), riga)).ToList();
        return reader.Outcome(() => new ValoriCorretti(importo, cup));
    }
}
