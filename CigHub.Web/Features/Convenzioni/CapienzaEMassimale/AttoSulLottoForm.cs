using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Form of a signed amount and of the act that explains it.</summary>
public sealed class AttoSulLottoForm
{
    public string? Importo { get; set; }

    public string? Descrizione { get; set; }

    public string? Data { get; set; }

    public string? Protocollo { get; set; }

    public Result<(Importo Importo, AttoDiRiferimento Atto)> Leggi(DateOnly oggi)
    {
        var lettore = new FormReader();
        var importo = lettore.Importo(nameof(Importo), Importo);
        var descrizione = lettore.Testo(
            nameof(Descrizione),
            Descrizione,
            AttoDiRiferimento.MaxDescrizione,
            "Scrivi di quale atto si tratta, per esempio «Determinazione dirigenziale n. 123».");
        var data = lettore.Data(nameof(Data), Data);
        if (data > oggi)
        {
            lettore.Segnala(new Error("atto.data-futura", $"La data dell'atto è dopo oggi ({RomeTime.Testo(oggi)}): correggila.", nameof(Data)));
        }

        var protocollo = lettore.Testo(nameof(Protocollo), Protocollo, AttoDiRiferimento.MaxProtocollo, "Scrivi il numero di protocollo.");
        return lettore.Esito(() => (importo, new AttoDiRiferimento(descrizione, data, protocollo)));
    }
}
