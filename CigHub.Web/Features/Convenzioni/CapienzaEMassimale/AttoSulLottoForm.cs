using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Convenzioni.CapienzaEMassimale;

/// <summary>Form of an amount, positive or negative, to be added to the ledger of a Lotto, and of the act that justifies it.</summary>
public sealed class AttoSulLottoForm
{
    public string? Importo { get; set; }

    public string? Descrizione { get; set; }

    public string? Data { get; set; }

    public string? Protocollo { get; set; }

    /// <summary>Says whether nobody has typed anything yet.</summary>
    public bool Vuoto => new[] { Importo, Descrizione, Data, Protocollo }.All(string.IsNullOrEmpty);

    public Result<(Importo Importo, AttoDiRiferimento Atto)> Read(DateOnly oggi)
    {
        var reader = new FormReader();
        var importo = reader.Importo(nameof(Importo), Importo);
        var descrizione = reader.Text(
            nameof(Descrizione),
            Descrizione,
            AttoDiRiferimento.MaxDescrizione,
            "Scrivi di quale atto si tratta, per esempio «Determinazione dirigenziale n. 123».");
        var data = reader.Date(nameof(Data), Data);
        if (data > oggi)
        {
            reader.Report(new Error("atto.data-futura", $"La data dell'atto è dopo oggi ({RomeTime.Text(oggi)}): correggila.", nameof(Data)));
        }

        var protocollo = reader.Text(nameof(Protocollo), Protocollo, AttoDiRiferimento.MaxProtocollo, "Scrivi il numero di protocollo.");
        return reader.Outcome(() => (importo, new AttoDiRiferimento(descrizione, data, protocollo)));
    }
}
