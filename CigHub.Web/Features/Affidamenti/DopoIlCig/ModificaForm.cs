using CigHub.Domain.Affidamenti.Operazioni;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.DopoIlCig;

/// <summary>The form of a CM1: the correct amount, and all the CUPs, one on each line or with any separator.</summary>
public sealed class ModificaForm
{
    public string? Importo { get; set; }

    public string? Cup { get; set; }

    public Result<ValoriCorretti> Read()
    {
        var reader = new FormReader();
        var importo = reader.Importo(nameof(Importo), Importo);
        var elenco = ElencoCup.Leggi(Cup);
        foreach (var altro in elenco.Altro)
        {
            reader.Code<Cup>(nameof(Cup), altro);
        }

        // A repeated CUP stays in the list, so that the domain refuses it.
        return reader.Outcome(() => new ValoriCorretti(importo, [.. elenco.Cup, .. elenco.Ripetuti]));
    }
}
