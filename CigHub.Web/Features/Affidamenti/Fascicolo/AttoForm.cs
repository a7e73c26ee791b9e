using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>The form of an atto of the fascicolo: its kind and data.</summary>
public sealed class AttoForm
{
    public string? Tipo { get; set; }

    public string? Numero { get; set; }

    public string? Data { get; set; }

    public string? Protocollo { get; set; }

    public string? Firmatario { get; set; }

    public Result<(DatiAtto Dati, string Firmatario)> Read(ChosenFile? file, out FileAllegato? allegato)
    {
        var reader = new FormReader();
        var tipo = reader.Choice<TipoAtto>(nameof(Tipo), Tipo, "Scegli che atto è.");
        var numero = reader.Optional(nameof(Numero), Numero, DatiAtto.MaxTesto);
        var data = reader.Date(nameof(Data), Data);
        var protocollo = reader.Optional(nameof(Protocollo), Protocollo, DatiAtto.MaxTesto);
        var firmatario = reader.Optional(nameof(Firmatario), Firmatario, DatiAtto.MaxTesto);
        allegato = null;
        if (file is not null && RiconosciAllegato.Riconosci(file.Nome, file.Byte) is var riconosciuto && !riconosciuto.TryGet(out allegato))
        {
            reader.Report(riconosciuto.Errors[0]);
        }

        return reader.Outcome(() => (new DatiAtto(tipo, numero, data, protocollo), firmatario));
    }
}
