using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>A file as the user chose it, before anything about it is checked.</summary>
public sealed record ChosenFile(string Nome, byte[] Byte);

/// <summary>The form in which a user describes an act.</summary>
public sealed class AttoForm
{
    public string? Tipo { get; set; }

    public string? Numero { get; set; }

    public string? Data { get; set; }

    public string? Protocollo { get; set; }

    public string? Firmatario { get; set; }

    public string? Importo { get; set; }

    public string? ValidoFinoAl { get; set; }

    /// <summary>Says whether the act is a confirmation of capacity. Only such an act has an amount and an end.</summary>
    public bool EUnaConferma => Tipo == nameof(TipoAtto.ConfermaDiCapienza);

    public Result<(DatiAtto Dati, string Firmatario)> Leggi(ChosenFile? file, out FileAllegato? allegato)
    {
        var lettore = new FormReader();
        var tipo = lettore.Scelta<TipoAtto>(nameof(Tipo), Tipo, "Scegli che atto è.");
        var numero = lettore.Facoltativo(nameof(Numero), Numero, DatiAtto.MaxTesto);
        var data = lettore.Data(nameof(Data), Data);
        var protocollo = lettore.Facoltativo(nameof(Protocollo), Protocollo, DatiAtto.MaxTesto);
        var firmatario = lettore.Facoltativo(nameof(Firmatario), Firmatario, DatiAtto.MaxTesto);
        var importo = EUnaConferma ? lettore.ImportoFacoltativo(nameof(Importo), Importo) : null;
        var fino = EUnaConferma ? lettore.DataFacoltativa(nameof(ValidoFinoAl), ValidoFinoAl) : null;
        allegato = null;
        if (file is not null && RiconosciAllegato.Di(file.Nome, file.Byte) is var riconosciuto && !riconosciuto.TryGet(out allegato))
        {
            lettore.Segnala(riconosciuto.Errors[0]);
        }

        return lettore.Esito(() => (new DatiAtto(tipo, numero, data, protocollo, importo, fino), firmatario));
    }
}
